// Documents at the edge of what a response can be, the same for the same seed: very many of one thing, or one that is very long. Knows the wire
// shape, nothing of the product.
import { seededRandom } from '../seededRandom.ts';
import type { TreeWalk } from './treeWalk.ts';

export interface Extreme {
  /** What is extreme in it, with how much there is. */
  readonly name: string;
  text(): string;
  /** It is opened as so many files at once, each with one item of the list that the text is. */
  readonly asFiles?: boolean;
  /** Names of what a person presses to see it, one after the other. */
  readonly presses: readonly string[];
  /** Names the list to walk to the end of by key, where there is one. */
  readonly list?: string;
  readonly inTree?: TreeWalk;
  /** Its table is sorted by text and filtered first. */
  readonly isOrdered?: boolean;
}

const words = ['light', 'hours', 'desk', 'window', 'lamp', 'morning', 'evening', 'rhythm', 'plug', 'daylight'];

/** A response of one generation, with what is put over it, over the generation and into the list of provider responses. */
function response(generation: object, root: object = {}, providers: readonly unknown[] = []): string {
  const own = { id: 'data_a', index: 0, output: 'A lamp.', raw_output: 'A lamp.', finish_reason: 'stop' };
  return JSON.stringify({
    data: [{ ...own, model_config_id: 'config_a', inputs: {}, ...generation }],
    provider_responses: providers,
    ...root,
  });
}

function sentence(random: () => number, count: number): string {
  return Array.from({ length: count }, () => words[Math.floor(random() * words.length)]).join(' ');
}

function many<T>(count: number, make: (at: number, random: () => number) => T): T[] {
  const random = seededRandom(count);
  return Array.from({ length: count }, (_, at) => make(at, random));
}

function keys(count: number): object {
  return Object.fromEntries(many(count, (at, random) => [`key ${at}`, sentence(random, 4)]));
}

function messages(count: number): object {
  const of = (at: number, random: () => number) => ({
    role: at % 2 === 0 ? 'user' : 'assistant',
    content: sentence(random, 12),
  });
  return { messages: many(count, of) };
}

function results(count: number): object {
  const of = (at: number, random: () => number) => ({
    id: `call_${at}`,
    name: `tool_${at % 9}`,
    signature: 'tool()',
    result: sentence(random, 12),
  });
  return { tool_results: many(count, of) };
}

function calls(count: number): object {
  const of = (at: number, random: () => number) => ({
    id: `call_${at}`,
    type: 'function',
    function: { name: `tool_${at % 9}`, arguments: JSON.stringify({ text: sentence(random, 6), at }) },
  });
  return { tool_calls: many(count, of) };
}

/** Generations of which each lacks a hundred required keys. */
function issues(count: number): string {
  const lacking = Array.from({ length: 25 }, () => ({}));
  const data = many(count / 100, (index, random) => {
    const output = sentence(random, 6);
    const own = { id: `data_${index}`, index, output, raw_output: output, finish_reason: 'stop' };
    return { ...own, model_config_id: 'config_a', inputs: {}, tool_results: lacking };
  });
  return JSON.stringify({ data, provider_responses: [] });
}

function answers(count: number): string {
  const data = many(count, (index, random) => {
    const output = `${sentence(random, 12)} ${index}`;
    const own = { id: `data_${index}`, index, output, raw_output: output, finish_reason: 'stop' };
    return { ...own, model_config_id: 'config_a', inputs: {} };
  });
  return JSON.stringify({ data, provider_responses: [] });
}

/** Provider responses of one choice each, and their generations. */
function oneChoiceEach(count: number): string {
  const texts = many(count, (at, random) => `${sentence(random, 12)} ${at}`);
  const data = texts.map((output, index) => {
    const own = { id: `data_${index}`, index, output, raw_output: output, finish_reason: 'stop' };
    return { ...own, model_config_id: 'config_a', inputs: {} };
  });
  const providers = texts.map((text, at) => {
    const choices = [{ text, index: 0, logprobs: null, finish_reason: 'stop' }];
    const usage = { prompt_tokens: 9, completion_tokens: 14, total_tokens: 23 };
    return { id: `cmpl-${at}`, object: 'text_completion', created: 1_692_281_300, model: 'lamp-1', choices, usage };
  });
  return JSON.stringify({ data, provider_responses: providers });
}

/** Responses of one prompt, each at a temperature of its own. */
function responses(count: number, samples: number): string {
  const one = (at: number, random: () => number) => {
    const outputs = Array.from({ length: samples }, () => sentence(random, 6));
    const choice = (text: string, index: number) => ({ text, index, logprobs: null, finish_reason: 'stop' });
    const generation = (output: string, index: number) => ({
      id: `data_${at}_${index}`,
      index,
      output,
      raw_output: output,
      finish_reason: 'stop',
      model_config_id: 'config_a',
      inputs: { product: 'a lamp' },
    });
    return {
      data: outputs.map(generation),
      provider_responses: [{ object: 'text_completion', model: 'model-a', choices: outputs.map(choice) }],
      provider_request: { model: 'model-a', temperature: at / count, prompt: 'Name a lamp.' },
    };
  };
  return JSON.stringify(many(count, one));
}

const fiveMegabytes = 5_000_000;
const long = (word: string) => word.repeat(Math.ceil(fiveMegabytes / word.length));

function longNames(): string {
  const provider = { id: long('cmpl'), object: 'text_completion', created: 1_692_281_300, model: long('model-') };
  const choices = [{ text: 'A lamp.', index: 0, logprobs: null, finish_reason: 'stop' }];
  return response({ id: long('data_'), model_config_id: long('config_') }, {}, [{ ...provider, choices }]);
}

/** Two characters that cannot be seen, by turns, so that none joins its neighbour. */
const invisible = (count: number): string => '\u200b\u2060'.repeat(count / 2);

export const extremes: readonly Extreme[] = [
  ...[10_000, 100_000, 1_000_000].map((count) => ({
    name: `inputs: ${count} keys`,
    text: () => response({ inputs: keys(count) }),
    presses: ['Inputs'],
    list: 'Inputs',
  })),
  ...[5000, 100_000].map((count) => ({
    name: `messages: ${count}`,
    text: () => response(messages(count)),
    presses: ['Messages'],
    list: 'Messages',
  })),
  {
    name: 'tool calls: 20000',
    text: () => response(calls(20_000)),
    presses: ['Tools'],
    list: 'Tool calls and results',
  },
  ...[5000, 100_000].map((count) => ({
    name: `tool results: ${count}`,
    text: () => response(results(count)),
    presses: ['Tools'],
    list: 'Tool calls and results',
  })),
  {
    name: 'root: 1000000 keys',
    text: () => response({}, keys(1_000_000)),
    presses: ['Response fields'],
    list: 'Response fields',
  },
  {
    name: 'tree: 1000000 numbers in one container',
    text: () => response({}, {}, [{ numbers: many(1_000_000, (_, random) => Math.floor(random() * 1e6)) }]),
    presses: [],
    inTree: { open: ['0: {1}', 'numbers: [1,000,000]'], end: { level: 3, position: 1_000_000 } },
  },
  {
    name: 'tree: 1000000 keys before the provider responses',
    text: () => JSON.stringify({ data: [], ...keys(1_000_000), provider_responses: [{ numbers: [1, 2, 3] }] }),
    presses: [],
    // The one provider response, data, the keys, the list of provider responses.
    inTree: { open: ['0: {1}', 'numbers: [3]'], end: { level: 1, position: 1_000_003 } },
  },
  {
    name: 'provider responses: 1000000 empty',
    text: () =>
      response(
        {},
        {},
        Array.from({ length: 1_000_000 }, () => ({})),
      ),
    presses: [],
    list: 'Provider responses',
  },
  {
    name: 'provider responses: 50000 of one choice',
    text: () => oneChoiceEach(50_000),
    presses: [],
    list: 'Provider responses',
  },
  ...[100_000, 1_000_000].map((count) => ({
    name: `generations: ${count} empty`,
    text: () => JSON.stringify({ data: Array.from({ length: count }, () => ({})), provider_responses: [] }),
    presses: [],
    list: 'Generations',
  })),
  {
    name: 'together: 500 files',
    text: () => responses(500, 4),
    asFiles: true,
    presses: ['show open responses', 'Compare responses'],
  },
  {
    name: 'together: 10000 responses',
    text: () => responses(10_000, 1),
    presses: ['show open responses', 'Compare responses'],
    list: 'Responses',
  },
  {
    name: 'together: 100000 samples of 1000 responses',
    text: () => responses(1000, 100),
    presses: ['show open responses', 'Compare responses'],
    list: 'Generations',
    isOrdered: true,
  },
  {
    name: 'beside together: 100000 samples of one response',
    text: () => JSON.stringify(JSON.parse(responses(1, 100_000))[0]),
    presses: [],
    list: 'Generations',
    isOrdered: true,
  },
  {
    name: 'source: one line of 40 MB',
    text: () => response({ output: many(400_000, (_, random) => sentence(random, 16)).join(' ') }),
    presses: [],
    list: 'Source',
  },
  {
    name: 'source: 2000000 lines',
    text: () => JSON.stringify(JSON.parse(response({}, {}, [{ list: many(2_000_000, (at) => at) }])), null, 1),
    presses: [],
    list: 'Source',
  },
  { name: 'issues: 700000', text: () => issues(700_000), presses: [], list: 'Issues' },
  { name: 'issues: 100000 of one check', text: () => issues(100_000), presses: [], list: 'Issues' },
  {
    name: 'distinct: 50000 groups',
    text: () => answers(50_000),
    presses: ['Compare all generations', 'Distinct'],
    list: 'Groups of answers',
  },
  {
    name: 'inputs: a key of 5 MB',
    text: () => response({ inputs: { [long('key ')]: 'a lamp' } }),
    presses: ['Inputs'],
  },
  { name: 'root: a key of 5 MB', text: () => response({}, { [long('key ')]: 'a lamp' }), presses: ['Response fields'] },
  { name: 'ids, configs and models of 5 MB', text: longNames, presses: ['Facts'] },
  { name: 'output: 1000000 invisible characters', text: () => response({ output: invisible(1_000_000) }), presses: [] },
];
