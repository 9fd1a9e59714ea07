// Several responses in one document, some with generations and some nothing but a provider's body: a row for each sample of either kind.

import { expect, it } from 'vitest';
import { issuesIn } from '../../../e2e/fixtures/issueTables.ts';
import { loadAnswers } from '../../../e2e/fixtures/loadEvents.ts';
import { rowsOf } from '../../../e2e/fixtures/testSamples.ts';
import { orderNow } from '../../analysis/order/orderNow.ts';
import { foldLoadEvent, newDocument, outcomeSentence } from '../../state/documents.ts';
import { counterpart, generationAt } from '../../state/selection.ts';

async function opened(lines: readonly object[]) {
  const { events, answers } = await loadAnswers(lines.map((line) => JSON.stringify(line)).join('\n'));
  return { document: events.reduce(foldLoadEvent, newDocument('d', 'teas.jsonl')), answers };
}

const body = (texts: readonly string[], id: string) => ({
  id,
  object: 'chat.completion',
  model: 'tea-1',
  choices: texts.map((content, index) => ({
    index,
    message: { role: 'assistant', content },
    finish_reason: 'stop',
  })),
});
const response = (texts: readonly string[], id: string) => ({
  id,
  data: texts.map((output, index) => ({
    id: `${id}-${index}`,
    index,
    output,
    raw_output: output,
    finish_reason: 'stop',
    model_config_id: 'c',
    inputs: {},
  })),
  provider_responses: [body(texts, `p-${id}`)],
});

const lines = [
  body(['Green', 'White'], 'bare-1'),
  response(['Green', 'Black'], 'r1'),
  body(['Oolong'], 'bare-2'),
  response(['Mint'], 'r2'),
];

it('gives every sample a row, a link, a name and a response of its own', async () => {
  const { document } = await opened(lines);
  expect(outcomeSentence(document)).toMatch(/^teas.jsonl: 6 samples, 5 distinct, 4 provider responses, \d+ issues?$/);
  const rows = rowsOf(document.rows);
  expect(rows.map(({ label, pointer, preview, group, response: of }) => [label, pointer, preview, group, of])).toEqual([
    ['2.0', '/data/0', 'Green', 0, 1],
    ['2.1', '/data/1', 'Black', 1, 1],
    ['4.0', '/data/2', 'Mint', 2, 3],
    ['1.0', '/provider_responses/0/choices/0', 'Green', 0, 0],
    ['1.1', '/provider_responses/0/choices/1', 'White', 3, 0],
    ['3.0', '/provider_responses/2/choices/0', 'Oolong', 4, 2],
  ]);
  expect(rows.map(({ link }) => [link?.word, link?.choice])).toEqual([
    ['certain', '/provider_responses/1/choices/0'],
    ['certain', '/provider_responses/1/choices/1'],
    ['certain', '/provider_responses/3/choices/0'],
    ['certain', '/provider_responses/0/choices/0'],
    ['certain', '/provider_responses/0/choices/1'],
    ['certain', '/provider_responses/2/choices/0'],
  ]);
  expect(document.summaries && [...document.summaries.samples]).toEqual([2, 2, 1, 1]);
  expect(document.summaries && [...document.summaries.distinct]).toEqual([2, 2, 1, 1]);
  // A choice that is a sample is not missed among the generations of another response.
  expect(issuesIn(document.issues).map(({ id }) => id)).not.toContain('HL031');
  expect(document.notes.join(' ')).toContain('2 responses of 4 have no list of generations');
});

it('leads from either kind to its place and back', async () => {
  const { document } = await opened(lines);
  expect(generationAt(document, '/provider_responses/2/choices/0/message/content' as never)).toBe(5);
  expect(generationAt(document, '/provider_responses/3/choices/0' as never)).toBe(2);
  expect(generationAt(document, '/data/5' as never)).toBeUndefined();
  expect(counterpart(document, '/provider_responses/2/choices/0' as never)).toBeUndefined();
  expect(counterpart(document, '/provider_responses/3/choices/0' as never)).toBe('/data/2');
});

it('answers what is asked of either kind', async () => {
  const { answers } = await opened(lines);
  expect(answers.outputs([0, 3, 5], 100).map((one) => one?.text)).toEqual(['Green', 'Green', 'Oolong']);
  expect(answers.said([4], 100)[0]?.text).toBe('White');
  expect([...answers.filter({ text: 'ool', matchCase: false }, 0, 10).positions]).toEqual([5]);
  expect(answers.generation(4)?.pointer).toBe('/provider_responses/0/choices/1');
  expect(answers.parts(3, 'inputs', 0, 5).parts).toEqual([]);
  expect(answers.searchTexts(0, 10_000).texts.map(({ output }) => output)).toEqual([
    'Green',
    'Black',
    'Mint',
    'Green',
    'White',
    'Oolong',
  ]);
});

it('has its rows in the order of the responses where nothing sorts them', async () => {
  const { document } = await opened(lines);
  const order = orderNow(document.rows, {
    count: 6,
    sort: [],
    brushes: {},
    patterns: [],
    isWhole: true,
    by: { ranks: Uint32Array.of(0, 1, 2, 3) },
  });
  expect(order.positions && [...order.positions]).toEqual([3, 4, 0, 1, 5, 2]);
});

it('gives the choices rows where the generations of the others are none', async () => {
  const { document } = await opened([body(['Green'], 'b'), { id: 'r', data: [], provider_responses: [] }]);
  expect(rowsOf(document.rows).map(({ pointer }) => pointer)).toEqual(['/provider_responses/0/choices/0']);
});
