import { describe, expect, it } from 'vitest';
import { originsText } from './origins.ts';
import { takeIn } from './pipeline.ts';
import { readRoot } from './roots.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function taken(value: unknown) {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const found = await takeIn(utf8(text));
  if (found === undefined || found.isRefused) throw new Error('Not taken');
  const made = new TextDecoder().decode(found.bytes);
  const source = originsText(found.origins);
  /** The characters of the input that a part of what was made stands for. */
  const back = (part: string) => {
    const before = utf8(made.slice(0, made.indexOf(part))).length;
    const { from, to } = found.map.toOrigin(before, before + utf8(part).length);
    return new TextDecoder().decode(source.subarray(from, to));
  };
  return { ...found, made, value: JSON.parse(made) as unknown, back };
}

const chat = (...texts: readonly string[]) => ({
  object: 'chat.completion',
  choices: texts.map((content, index) => ({ index, message: { role: 'assistant', content }, finish_reason: 'stop' })),
});
const generation = (output: string) => ({ id: 'data_1', index: 0, output, raw_output: output, model_config_id: 'c' });

describe('a provider body by itself', () => {
  it('is the only provider response, byte for byte, and there is nothing else', async () => {
    const text = ' {"choices": [{"message": {"content": "gr\\u00fcn ü"}, "x": 1.0}]}\n';
    const { made, form, notes, back, isRelative } = await taken(text);
    expect(made).toBe(`{"provider_responses": [${text.trim()}]}`);
    expect(back('"gr\\u00fcn ü"')).toBe('"gr\\u00fcn ü"');
    expect(back('1.0')).toBe('1.0');
    expect(form).toBe('OpenAI chat body');
    expect(notes[0]).toContain('is absent');
    expect(isRelative).toBeUndefined();
  });

  it.each([
    ['in a wrapper', { body: chat('red') }, 'OpenAI chat body'],
    ['in a list of one', [chat('red')], 'OpenAI chat body'],
    [
      'as the pieces of a stream',
      [{ choices: [{ delta: { content: 'r' } }] }, { choices: [{ delta: {} }] }],
      'OpenAI stream chunks body',
    ],
    ['that is an error', { error: { message: 'Slow down' } }, 'Error body'],
  ])('is one %s', async (_what, value, form) => {
    const found = await taken(value);
    expect(found.value).toEqual({ provider_responses: [value] });
    expect(found.form).toBe(form);
  });

  it('stands beside others in a list: each is a response without generations', async () => {
    const list = [chat('red'), { type: 'message', content: [{ type: 'text', text: 'blue' }] }];
    const { value, form, entries } = await taken(list);
    expect(value).toEqual({ provider_responses: list, responses: [{}, {}] });
    expect(form).toBe('list of responses, 2 items, 2 responses');
    expect(entries).toMatchObject([
      { form: 'OpenAI chat body', hasData: false },
      { form: 'Anthropic Messages body', hasData: false },
    ]);
  });
});

describe('generations', () => {
  it('are those of one response, alone or in a list', async () => {
    const one = generation('red');
    const single = await taken(one);
    expect(single.value).toEqual({ data: [one], provider_responses: [] });
    expect(single).toMatchObject({ form: 'generation by itself', isRelative: true });
    const list = await taken([one, generation('blue')]);
    expect(list.value).toEqual({ data: [one, generation('blue')], provider_responses: [] });
    expect(list.back('"blue"')).toBe('"blue"');
    expect(list.form).toBe('list of generations');
  });
});

describe('relatives of a response', () => {
  it('a log is one generation with its provider response, under the names of a response', async () => {
    const { value, form, notes, back } = await taken({
      id: 'log_1',
      project_id: 'pr_1',
      output: 'red',
      raw_output: ' red',
      config_id: 'config_1',
      tools: [{ name: 'brew', result: 'tea' }],
      prompt_tokens: 12,
      output_tokens: 3,
      evaluation_results: [],
      provider_response: chat(' red'),
    });
    expect(form).toBe('LogResponse');
    expect(value).toEqual({
      data: [
        {
          id: 'log_1',
          output: 'red',
          raw_output: ' red',
          model_config_id: 'config_1',
          tool_results: [{ name: 'brew', result: 'tea' }],
          prompt_tokens: 12,
          output_tokens: 3,
          evaluation_results: [],
        },
      ],
      provider_responses: [chat(' red')],
      usage: { prompt_tokens: 12, generation_tokens: 3 },
      project_id: 'pr_1',
    });
    for (const words of [
      '`config_id` as `model_config_id`',
      '`output_tokens` as `usage.generation_tokens`',
      '`provider_response` as',
    ])
      expect(notes[0]).toContain(words);
    expect(back('"config_1"')).toBe('"config_1"');
  });

  it('a call has its logs as generations, each with the inputs of the call', async () => {
    const { value, form, notes } = await taken({
      id: 'prv_1',
      prompt: { path: 'tea' },
      inputs: { cup: 'blue' },
      messages: null,
      trace_id: 't',
      logs: [
        { index: 0, output: 'red', finish_reason: 'stop', output_tokens: 3 },
        { index: 1, output: 'green', finish_reason: 'stop', output_tokens: 4 },
      ],
    });
    expect(form).toBe('PromptCallResponse');
    expect(value).toEqual({
      data: [
        { index: 0, output: 'red', finish_reason: 'stop', output_tokens: 3, inputs: { cup: 'blue' } },
        { index: 1, output: 'green', finish_reason: 'stop', output_tokens: 4, inputs: { cup: 'blue' } },
      ],
      provider_responses: [],
      id: 'prv_1',
      prompt: { path: 'tea' },
      messages: null,
      trace_id: 't',
    });
    expect(notes[0]).toBe(
      'Read as a response: `logs` as `data` is how its keys are read. `inputs` of the call stands in each of them. Provider responses are no part of it.',
    );
  });

  it('a list of responses is several', async () => {
    const two = [
      { data: [generation('red')], provider_responses: [] },
      { data: [generation('blue')], provider_responses: [] },
    ];
    const { entries } = await taken(two);
    expect(entries).toMatchObject([
      { name: 'item 1', data: [0, 1] },
      { name: 'item 2', data: [1, 2] },
    ]);
  });
});

it.each([
  ['a response', { data: [], provider_responses: [] }],
  ['provider responses alone', { provider_responses: [chat('red')] }],
  ['JSON of another kind', { name: 'tea', cups: 2 }],
  ['a list of words', ['red', 'blue']],
  ['a list of nothing', []],
  ['a list with an item of another kind', [chat('red'), { name: 'tea' }, chat('blue')]],
  ['a text', 'red'],
])('%s stays as it is', (_what, value) => {
  expect(readRoot(utf8(JSON.stringify(value)))).toBeUndefined();
});
