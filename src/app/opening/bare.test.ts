// A document without `data`: each choice of its provider responses is a sample, asked for and checked as one.

import { describe, expect, it } from 'vitest';
import { issuesIn } from '../../../e2e/fixtures/issueTables.ts';
import { loadAnswers } from '../../../e2e/fixtures/loadEvents.ts';
import { rowsOf } from '../../../e2e/fixtures/testSamples.ts';
import { foldLoadEvent, newDocument, outcomeSentence } from '../../state/documents.ts';

async function opened(value: unknown) {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const { events, answers } = await loadAnswers(text);
  const document = events.reduce(foldLoadEvent, newDocument('d', 'tea.json'));
  const issues = issuesIn(document.issues).map(({ id, pointer }) => `${id} ${pointer}`);
  return {
    document,
    answers,
    issues,
    rows: rowsOf(document.rows),
    first: events.find((event) => event.type === 'skimmed'),
  };
}

const listed = { token: 'Green', logprob: -0.5, top_logprobs: [] };
const choice = (index: number, content: string | null, more: object = {}, message: object = {}) => ({
  index,
  message: { role: 'assistant', content, ...message },
  finish_reason: 'stop',
  ...more,
});
const call = (text: string) => ({
  tool_calls: [{ id: 'c1', type: 'function', function: { name: 'brew', arguments: text } }],
});
const chat = (choices: readonly object[], more: object = {}) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  model: 'tea-1',
  choices,
  usage: { prompt_tokens: 3, completion_tokens: 7, total_tokens: 10 },
  ...more,
});

describe('rows of choices', () => {
  it('are the samples, each linked with itself, and hold nothing that a provider does not say', async () => {
    const { document, rows, issues, first } = await opened({
      provider_responses: [
        chat([choice(0, 'Green', { logprobs: { content: [listed] } }), choice(1, 'Black'), choice(2, 'Green')]),
      ],
    });
    expect(outcomeSentence(document)).toBe('tea.json: 3 samples from 1 provider response, 2 distinct, 0 issues');
    expect(issues).toEqual([]);
    expect(rows.map(({ label, pointer, preview, group }) => [label, pointer, preview, group])).toEqual([
      ['0', '/provider_responses/0/choices/0', 'Green', 0],
      ['1', '/provider_responses/0/choices/1', 'Black', 1],
      ['2', '/provider_responses/0/choices/2', 'Green', 0],
    ]);
    expect(rows[0]).toMatchObject({
      tokens: { count: 1, from: 'listed' },
      logprobs: { mean: -0.5 },
      finishReason: { raw: 'stop', pointer: '/provider_responses/0/choices/0/finish_reason' },
      link: {
        word: 'certain',
        choice: '/provider_responses/0/choices/0',
        text: '/provider_responses/0/choices/0/message/content',
        evidence: expect.stringContaining('provider_responses[0].choices[0] itself'),
      },
      isChecked: true,
    });
    for (const key of ['id', 'modelConfigId']) expect(rows[0]).not.toHaveProperty(key);
    expect([0, 1, 2].map((at) => document.providers.generation(at))).toEqual([0, 1, 2]);
    // They are there before the text is checked.
    expect(first).toMatchObject({ isBare: true, generationCount: 3, firstOutput: 'Green' });
  });

  it('answer by position as generations do', async () => {
    const { answers } = await opened({
      provider_responses: [
        chat([choice(0, 'Green', { logprobs: { content: [listed] } })]),
        chat([choice(0, 'Black tea', { finish_reason: 'length' }), choice(1, null, {}, call('{"cups":2}'))]),
      ],
    });
    expect(answers.generation(1)).toMatchObject({
      pointer: '/provider_responses/1/choices/0',
      output: { text: 'Black tea' },
    });
    expect(answers.generation(2)).toMatchObject({
      counts: { toolCalls: 1, inputs: 0 },
      calls: [{ text: expect.stringContaining('brew') }],
    });
    expect(answers.generation(3)).toBeUndefined();
    expect(answers.output(1, 6, 3)).toEqual({ text: 'tea', from: 6, totalLength: 9 });
    expect(answers.outputs([1, 0, 9], 5).map((one) => one?.text)).toEqual(['Black', 'Green', undefined]);
    expect(answers.said([2], 100)[0]?.text).toContain('brew');
    expect(answers.parts(2, 'toolCalls', 0, 9).parts).toMatchObject([
      { name: { text: 'brew' }, id: { text: 'c1' }, kind: 'string' },
    ]);
    expect(answers.partText(2, 'toolCalls', 0, 0, 99)?.text).toBe('{"cups":2}');
    expect(answers.toolsText(2)).toBe('brew({"cups":2})');
    expect([...answers.filter({ text: 'tea', matchCase: true }, 0, 5).positions]).toEqual([1]);
    expect([...answers.filter({ text: 'length', matchCase: true }, 0, 5).positions]).toEqual([1]);
    expect(answers.outputMatches(1, { text: 'tea', matchCase: true })).toEqual([{ from: 6, to: 9 }]);
    expect(answers.searchTexts(0, 100).texts.map(({ output }) => output)).toEqual(['Green', 'Black tea', undefined]);
    expect(answers.sampleTokens(0, answers.generation(0)?.pointer as never, 0)).toMatchObject({
      position: 0,
      length: 5,
    });
    expect(
      answers.partings(0, answers.generation(0)?.pointer as never, 0)?.others.map(({ generation }) => generation),
    ).toEqual([1]);
  });

  it('are named by their positions where an index does not tell them apart', async () => {
    const two = await opened({ provider_responses: [chat([choice(0, 'Green')]), chat([choice(0, 'Black')])] });
    expect(two.rows.map(({ label, index }) => [label, index])).toEqual([
      ['0', 0],
      ['1', 0],
    ]);
    const shuffled = await opened({ provider_responses: [chat([choice(1, 'Green'), choice(0, 'Black')])] });
    expect(shuffled.rows.map(({ label }) => label)).toEqual(['1', '0']);
  });

  it('are checked for what a provider can get wrong, at the place of the choice', async () => {
    const { issues, rows } = await opened({
      provider_responses: [
        chat([
          choice(0, 'Green', { finish_reason: 'length' }),
          choice(1, 'half \ud83d'),
          choice(2, ' \n'),
          choice(3, ''),
          choice(4, null, {}, call('{"cups":')),
          choice(5, null, {}, { refusal: 'No tea.' }),
        ]),
      ],
    });
    const at = (n: number, more = '') => `/provider_responses/0/choices/${n}${more}`;
    expect(issues).toEqual([
      `HL022 ${at(3)}`,
      `HL024 ${at(1, '/message/content')}`,
      `HL041 ${at(0, '/finish_reason')}`,
      `HL042 ${at(5, '/message/refusal')}`,
      `HL044 ${at(4)}`,
      `HL045 ${at(4, '/message/tool_calls/0/function/arguments')}`,
      `HL023 ${at(2, '/message/content')}`,
    ]);
    expect(rows.map((row) => row.issues.warning + row.issues.info)).toEqual([1, 1, 1, 1, 2, 1]);
    expect(rows[5]).toMatchObject({ outputKind: 'null', preview: 'No tea.' });
  });

  it('come of a text that breaks off as far as it goes', async () => {
    const text = JSON.stringify({ provider_responses: [chat([choice(0, 'Green'), choice(1, 'Black')])] });
    const { document, rows } = await opened(text.slice(0, text.indexOf('ck"')));
    expect(document.load).toBe('failed');
    expect(rows.map(({ preview, isBroken }) => [preview, isBroken])).toEqual([
      ['Green', false],
      [expect.anything(), true],
    ]);
  });

  it('are none where a response says that it has no generations', async () => {
    const { rows, document } = await opened({ data: [], provider_responses: [chat([choice(0, 'Green')])] });
    expect(rows).toEqual([]);
    expect(outcomeSentence(document)).toContain('0 generations');
  });

  it("stay incomplete responses where the platform's own keys are there", async () => {
    const { issues } = await opened({ id: 'r', provider_responses: [chat([choice(0, 'Green')])] });
    expect(issues[0]).toBe('HL001 ');
  });
});

describe('checks of choices', () => {
  const reasons = async (value: unknown) => (await opened(value)).issues.filter((one) => /HL04[36]|HL055/.test(one));
  const ended = (finish_reason: string | null) => choice(0, 'Green', { finish_reason });

  it('miss a finish reason, and name one that no family has', async () => {
    expect(await reasons(chat([ended(null)]))).toEqual(['HL043 /provider_responses/0/choices/0']);
    expect(await reasons(chat([{ ...ended('stop'), finish_reason: undefined }]))).toHaveLength(1);
    expect(await reasons(chat([ended('steeped')]))).toEqual(['HL046 /provider_responses/0/choices/0/finish_reason']);
    for (const known of ['stop', 'length', 'eos', 'content_filter'])
      expect(await reasons(chat([ended(known)])), known).toEqual([]);
  });

  it('hold an end for length beside what the request allowed', async () => {
    const asked = (max_tokens: number) => ({
      provider_request: { model: 'tea-1', max_tokens },
      provider_responses: [chat([ended('length')])],
    });
    expect(await reasons(asked(100))).toEqual(['HL055 /provider_responses/0/choices/0']);
    expect(await reasons(asked(7))).toEqual([]);
  });
});
