import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { issuesIn } from '../../../e2e/fixtures/issueTables.ts';
import { rowsTold } from '../../../e2e/fixtures/rowsTold.ts';
import { rowsOf } from '../../../e2e/fixtures/testSamples.ts';
import type { JsonDocument } from '../../json/document.ts';
import { pointerOf, rootPointer } from '../../json/pointer.ts';
import { answersOf } from '../../load/answers.ts';
import { loadResponse } from '../../load/loadResponse.ts';
import type { Source } from '../../load/protocol.ts';
import type { LoadEvent } from '../../response/loadEvents.ts';
import { foldLoadEvent, newDocument, outcomeSentence } from '../../state/documents.ts';

const example = (name: string) => readFileSync(new URL(`../../../public/examples/${name}`, import.meta.url), 'utf8');

async function load(source: Source, asPlain = false) {
  const events: LoadEvent[] = [];
  const documents: JsonDocument[] = [];
  await loadResponse(source, asPlain, {
    tell: (event) => events.push(event),
    onDocument: (document) => documents.push(document),
    pause: async () => {},
    rest: async () => {},
  });
  const document = documents.at(-1);
  return {
    events,
    isOpen: events.some((event) => event.type === 'skimmed'),
    folded: events.reduce(foldLoadEvent, newDocument('d', 'response.json')),
    answers: () => {
      if (!document) throw new Error('Nothing opened');
      return answersOf(document);
    },
  };
}

const generation = (index: number, output: string) => ({
  id: `data_${index}`,
  index,
  output,
  raw_output: output,
  inputs: {},
  model_config_id: 'prv_1',
});

const response = (outputs: readonly string[], rest: object = {}) => ({
  data: outputs.map((output, index) => generation(index, output)),
  provider_responses: [
    { object: 'text_completion', choices: outputs.map((text, index) => ({ text, index, finish_reason: 'stop' })) },
  ],
  ...rest,
});

describe('loading a response', () => {
  it('of megabytes that breaks off behind its start keeps what is whole, as one whose start is not shown before', async () => {
    const text = JSON.stringify(response(Array.from({ length: 1500 }, (_, at) => `${at} ${'x'.repeat(3000)}`)));
    const cut = text.slice(0, text.indexOf('"1000 x') + 100);
    const { folded } = await load({ text: cut });
    const { events, folded: early } = await load({ file: new Blob([cut]) });
    expect(events[0]).toMatchObject({ type: 'skimmed', isStart: true });
    expect(early).toMatchObject({ load: 'failed', isStart: false, failure: { kind: 'syntax' } });
    expect(early.generationCount).toBe(1001);
    for (const key of ['form', 'bytes', 'lineCount', 'providerCount', 'fields', 'distinctCount', 'failure'] as const)
      expect(early[key], key).toEqual(folded[key]);
    expect(early.rows.length).toBe(folded.rows.length);
  });

  it('of megabytes says what its start has so far, and then what the whole has', async () => {
    const text = JSON.stringify(response(Array.from({ length: 3000 }, (_, at) => `${at} ${'x'.repeat(600)}`)));
    const { events, folded } = await load({ file: new Blob([text]) });
    const start = events.slice(0, 1).reduce(foldLoadEvent, newDocument('d', 'response.json'));
    expect(start).toMatchObject({ isStart: true, hasRows: true, bytes: text.length });
    expect(start.generationCount).toBeGreaterThan(60);
    expect(start.generationCount).toBeLessThan(3000);
    expect(outcomeSentence(start)).toBe(`response.json: ${start.generationCount} generations so far`);
    expect(folded).toMatchObject({ isStart: false, load: 'complete', generationCount: 3000 });
  });

  it('tells the first rows before it has checked anything, and the outcome at the end', async () => {
    const { events, folded } = await load({ text: example('fernlight-taglines.json') });
    expect(events[0]).toMatchObject({ type: 'skimmed', generationCount: 8, providerCount: 1 });
    const [, firstRow] = rowsTold(events.slice(0, 1));
    expect(firstRow).toMatchObject({ position: 1, isChecked: false });
    expect(firstRow?.link).toBeUndefined();
    expect(events.filter(({ type }) => type === 'checked' || type === 'rows')[0]?.type).toBe('checked');
    expect(events.at(-1)?.type).toBe('complete');
    expect(folded).toMatchObject({ load: 'complete', distinctCount: 5 });
    expect(outcomeSentence(folded)).toBe(
      `response.json: 8 generations, 5 distinct, 1 provider response, ${folded.issues.length} issues`,
    );
    expect(rowsOf(folded.rows).map((row) => row.tokens?.count)).toEqual([54, 48, 54, 48, 64, 54, 48, 42]);
    expect(rowsOf(folded.rows).map((row) => row.link?.word)).toContain('certain');
  });

  it('gives a file the same outcome as its text', async () => {
    const text = example('flawed.json');
    const fromText = await load({ text });
    const fromFile = await load({ file: new Blob([text]) });
    expect(issuesIn(fromFile.folded.issues)).toEqual(issuesIn(fromText.folded.issues));
    expect(rowsOf(fromFile.folded.rows)).toEqual(rowsOf(fromText.folded.rows));
  });

  it('sends rows in batches and ends with one row per generation', async () => {
    const outputs = Array.from({ length: 1203 }, (_, at) => `answer ${at % 7}`);
    const { folded, events } = await load({ text: JSON.stringify(response(outputs)) });
    expect(folded.rows).toHaveLength(1203);
    expect(rowsOf(folded.rows).every((row, position) => row.position === position && row.isChecked)).toBe(true);
    expect(folded.distinctCount).toBe(7);
    const told = events.filter((event) => event.type === 'rows').flatMap(({ chunks }) => chunks);
    expect(told.map(({ rowCount }) => rowCount)).toEqual([512, 1024, 1203, 1203]);
    // Texts that have been told are not told again with the links.
    expect(Object.keys(told.at(-1)?.columns ?? {})).not.toContain('id');
  });

  it('names a generation by its place where its index is repeated', async () => {
    const { folded } = await load({ text: example('flawed.json') });
    expect(rowsOf(folded.rows).map((row) => row.label)).toEqual(['0', 'data[1]', 'data[2]', '3', '4', '5']);
  });

  it('opens an invalid response and says what is wrong with it', async () => {
    const { folded } = await load({ text: '{"data": [{"index": "0", "output": 5}], "usage": 3}' });
    expect(folded.load).toBe('complete');
    const ids = issuesIn(folded.issues).map((issue) => issue.id);
    expect(ids).toContain('HL001');
    expect(ids).toContain('HL002');
    expect(ids).toContain('HL003');
  });

  it.each([
    ['data is no list', '{"data": {"a": 1}, "provider_responses": 4}'],
    ['its items are no objects', '{"data": [1, null, [], "x"], "provider_responses": [null, 1, "x", [[]]]}'],
    ['it has only provider responses', '{"provider_responses": []}'],
  ])('opens a response where %s', async (_what, text) => {
    const { folded, isOpen } = await load({ text });
    expect(isOpen).toBe(true);
    expect(folded.load).toBe('complete');
    expect(folded.issues.length).toBeGreaterThan(0);
  });
});

describe('a text that breaks off', () => {
  const whole = JSON.stringify(response(['one', 'two', 'three', 'four']), null, 2);

  it('keeps what is whole before the error and says where the error is', async () => {
    const text = whole.replace('"three"', '"th\nree"');
    const { folded, isOpen, answers } = await load({ text });
    expect(isOpen).toBe(true);
    expect(folded).toMatchObject({ load: 'failed', hasRows: true });
    expect(rowsOf(folded.rows).map((row) => row.isBroken)).toEqual([false, false, true]);
    expect(folded.failure?.place?.line).toBe(text.slice(0, text.indexOf('th\nree')).split('\n').length);
    expect(answers().generation(1)?.output?.text).toBe('two');
    expect(outcomeSentence(folded)).toBe('response.json: not valid JSON: 2 generations before the error are whole');
  });

  it('does not call missing what may stand after the error', async () => {
    const { folded } = await load({ text: whole.slice(0, whole.indexOf('"provider_responses"')) });
    expect(folded.load).toBe('failed');
    expect(issuesIn(folded.issues).map((issue) => issue.id)).not.toContain('HL001');
  });

  it('never fails to answer, wherever it is cut', async () => {
    for (let length = 1; length < whole.length; length += 7) {
      const { events, folded } = await load({ text: whole.slice(0, length) });
      expect(['complete', 'failed']).toContain(events.at(-1)?.type);
      expect(folded.load).toBe('failed');
    }
  });
});

describe('a text that does not open', () => {
  it.each([
    ['', 'empty'],
    ['  \n', 'empty'],
    ['hello there', 'not-json'],
    ['[1, 2]', 'other-json'],
    ['"text"', 'other-json'],
    ['{"cups": [{"text": "x", "index": 0}]}', 'other-json'],
    ['{"id": nope, "data": []}', 'syntax'],
  ])('%j is refused as %s', async (text, kind) => {
    const { events, isOpen } = await load({ text });
    expect(isOpen).toBe(false);
    // A slow machine may have told of progress before.
    expect(events.map((event) => event.type).filter((type) => type !== 'progress')).toEqual(['failed']);
    expect(events.at(-1)).toMatchObject({ failure: { kind, canOpenAsPlain: kind === 'other-json' } });
  });

  it('opens other JSON when that is asked for', async () => {
    const { folded, answers } = await load({ text: '[1, {"a": 10570679248326920000}]' }, true);
    expect(folded).toMatchObject({ load: 'complete', kind: 'plain', hasRows: true });
    expect(issuesIn(folded.issues).map((issue) => issue.id)).toEqual(['HL080']);
    expect(answers().node(pointerOf(1, 'a'))?.preview).toBe('10570679248326920000');
  });

  it('refuses what is larger than a tab can hold without reading it', async () => {
    const file = { size: 5_000_000_000, stream: () => expect.unreachable('read') } as unknown as Blob;
    const { events } = await load({ file });
    expect(events).toMatchObject([
      { type: 'failed', failure: { kind: 'too-large', detail: expect.stringContaining('5.0 GB') } },
    ]);
  });

  it('says what to do about a file that cannot be read', async () => {
    const stream = () => {
      throw new DOMException('gone', 'NotFoundError');
    };
    const { events } = await load({ file: { size: 10, stream } as unknown as Blob });
    expect(events).toMatchObject([{ failure: { kind: 'unreadable', detail: expect.stringContaining('folder') } }]);
  });
});

describe('questions about an open response', () => {
  it('are answered with the values, ranges and places of the text', async () => {
    const text = '{\n  "data": [{"index": 0, "output": "é😀x\\n"}]\n}';
    const answers = (await load({ text })).answers();
    const output = answers.node(pointerOf('data', 0, 'output'));
    expect(output).toMatchObject({ kind: 'string', preview: 'é😀x\n', start: { line: 2, column: 35 } });
    expect(answers.source(pointerOf('data', 0, 'output'))).toBe('"é😀x\\n"');
    expect(answers.text(pointerOf('data', 0, 'output'), 0, 2)).toEqual({ text: 'é', from: 0, totalLength: 5 });
    expect(answers.pointerAt(output?.from ?? 0)).toBe(pointerOf('data', 0, 'output'));
    expect(answers.children(rootPointer, 0, 10).map((node) => node.key)).toEqual(['data']);
    expect(answers.node(pointerOf('data', 9))).toBeUndefined();
    expect(answers.wholeText()).toBe(text);
  });

  it('show a long line as a window around the place that is asked for', async () => {
    const text = `{"data": [], "x": "${'é'.repeat(5000)}", "y": 1}`;
    const answers = (await load({ text })).answers();
    const at = answers.node(pointerOf('y'))?.from ?? 0;
    const [line] = answers.lines(1, 1, 400, at);
    expect(line?.text).toContain('"y": 1');
    const shown = [...(line?.text ?? '')].length;
    expect((line?.cutBefore ?? 0) + shown + (line?.cutAfter ?? 0)).toBe([...text].length);
  });

  it('filter outputs, ids and finish reasons, with and without case', async () => {
    const answers = (await load({ text: JSON.stringify(response(['Light', 'light', 'dark'])) })).answers();
    const found = (text: string, matchCase: boolean, from = 0) => answers.filter({ text, matchCase }, from, 1);
    expect([...found('LIGHT', false).positions]).toEqual([0, 1]);
    expect([...found('Light', true).positions]).toEqual([0]);
    expect(found('data_2', false)).toMatchObject({ positions: Uint32Array.of(2), counts: Uint32Array.of(0) });
    // Of as many as were asked for, with what the row shows.
    expect(found('i', false)).toMatchObject({ counts: Uint32Array.of(1, 1), first: [{ matches: { count: 1 } }] });
    expect([...found('LIGHT', false, 1).positions]).toEqual([1]);
    expect(answers.rowMatches([1, 2], { text: 'light', matchCase: true })).toMatchObject([{ count: 1 }, undefined]);
  });

  it('tell what the strip removed', async () => {
    const data = [{ ...generation(0, 'x'), raw_output: '\n\n x ' }];
    const answers = (await load({ text: JSON.stringify({ data, provider_responses: [] }) })).answers();
    expect(answers.generation(0)?.stripped).toEqual({ leading: 3, trailing: 1 });
  });

  it('tell that nothing was stripped from a raw output that is the output, white space and all', async () => {
    const data = [{ ...generation(0, ' x\n'), raw_output: ' x\n' }];
    const answers = (await load({ text: JSON.stringify({ data, provider_responses: [] }) })).answers();
    expect(answers.generation(0)?.stripped).toEqual({ leading: 0, trailing: 0 });
  });
});
