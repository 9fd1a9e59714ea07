import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valueCursor } from '../../json/cursor.ts';
import { type Pointer, pointerKeys, pointerOf } from '../../json/pointer.ts';
import type { JsonValue } from '../../json/value.ts';
import { readGeneration } from '../generation.ts';
import { readProvider } from '../provider/read.ts';
import { linkableLeaves } from './leaves.ts';
import { type LinkResult, linkGenerations } from './link.ts';
import { linkableChoice, linkableGeneration } from './linkable.ts';

type Members = { readonly [key: string]: JsonValue };

interface Sample {
  readonly index?: number;
  readonly output?: string;
  readonly raw?: string;
  readonly finish?: string;
  readonly calls?: readonly JsonValue[];
}

function generationOf({ index, output, raw, finish = 'stop', calls }: Sample): Members {
  const rawOutput = raw ?? output ?? '';
  return {
    ...(index !== undefined && { index }),
    output: output ?? rawOutput.trim(),
    raw_output: rawOutput,
    finish_reason: finish,
    ...(calls && { tool_calls: calls }),
  };
}

/** Links samples with provider responses, reading texts back from the values as a document would. */
function link(
  samples: readonly Sample[],
  providers: readonly JsonValue[],
  prompts: readonly string[] = [],
): LinkResult {
  const data = samples.map(generationOf);
  const response: Members = { data, provider_responses: providers };
  const load = (pointer: Pointer): string => {
    const value = pointerKeys(pointer).reduce<unknown>((found, key) => (found as Members)[key], response);
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  const generations = data.map((value, position) =>
    linkableGeneration(readGeneration(valueCursor(value, pointerOf('data', position)), position)),
  );
  const choices = providers.flatMap((body, at) =>
    readProvider(valueCursor(body, pointerOf('provider_responses', at))).reading.choices.map((choice) =>
      linkableChoice(choice, at),
    ),
  );
  const leaves = providers.flatMap((body, at) => {
    const cursor = valueCursor(body, pointerOf('provider_responses', at));
    return readProvider(cursor).format === 'unknown' ? linkableLeaves(cursor) : [];
  });
  return linkGenerations(generations, choices, { load, prompts, leaves });
}

function completion(...texts: readonly (string | readonly [text: string, index: number])[]): Members {
  return {
    object: 'text_completion',
    choices: texts.map((text, position) =>
      typeof text === 'string' ? { text, index: position } : { text: text[0], index: text[1] },
    ),
  };
}

function chat(...messages: readonly Members[]): Members {
  return { object: 'chat.completion', choices: messages.map((message, index) => ({ index, message })) };
}

function brief({ links }: LinkResult): readonly (readonly [string, string | undefined])[] {
  return links.map(({ word, choice }) => [word, choice]);
}

const choice = (position: number, provider = 0): string => `/provider_responses/${provider}/choices/${position}`;

describe('by text', () => {
  test('a text that only one generation and one choice have is certain where the index agrees', () => {
    const result = link(
      [
        { index: 0, output: 'red' },
        { index: 1, output: 'blue' },
      ],
      [completion('red', 'blue')],
    );
    expect(brief(result)).toEqual([
      ['certain', choice(0)],
      ['certain', choice(1)],
    ]);
    expect(result.links[1]?.evidence).toBe(
      'data[1].raw_output = provider_responses[0].choices[1].text (identical, 4 characters; index 1 = 1; unique)',
    );
    expect(result.links[1]?.text).toBe(`${choice(1)}/text`);
    expect(result.generationOfChoice).toEqual([0, 1]);
  });

  test('choices listed in another order are found by their index', () => {
    const body = completion(['second', 1], ['first', 0], ['fourth', 3], ['third', 2]);
    const samples = ['first', 'second', 'third', 'fourth'].map((output, index) => ({ index, output }));
    expect(brief(link(samples, [body]))).toEqual([1, 0, 3, 2].map((at) => ['certain', choice(at)]));
  });

  test('the text wins over the index, and both places are told', () => {
    const result = link(
      [
        { index: 1, output: 'red' },
        { index: 0, output: 'blue' },
      ],
      [completion('red', 'blue')],
    );
    expect(brief(result)).toEqual([
      ['conflict', choice(0)],
      ['conflict', choice(1)],
    ]);
    expect(result.links[0]?.otherChoice).toBe(choice(1));
    expect(result.links[0]?.evidence).toContain('but index 1 points at provider_responses[0].choices[1]');
  });

  test('a choice that has outer white space is found by the stripped output', () => {
    const result = link([{ index: 0, output: 'red', raw: 'red' }], [completion('\n\nred\u001c')]);
    expect(brief(result)).toEqual([['certain', choice(0)]]);
    expect(result.links[0]?.evidence).toContain('identical without outer white space');
  });

  test('one response per sample: the index counts responses', () => {
    const result = link(
      [
        { index: 0, output: 'a' },
        { index: 1, output: 'b' },
      ],
      [completion('a'), completion('b')],
    );
    expect(brief(result)).toEqual([
      ['certain', choice(0)],
      ['certain', choice(0, 1)],
    ]);
    expect(result.links[1]?.evidence).toContain('index 1 = place of the response');
    const swapped = link(
      [
        { index: 0, output: 'b' },
        { index: 1, output: 'a' },
      ],
      [completion('a'), completion('b')],
    );
    expect(brief(swapped).map(([word]) => word)).toEqual(['conflict', 'conflict']);
  });

  test('without any index the text alone speaks', () => {
    expect(brief(link([{ output: 'b' }], [completion('a', 'b')]))).toEqual([['by text', choice(1)]]);
    expect(link([{ output: 'b' }], [completion('a', 'b')]).generationOfChoice).toEqual([undefined, 0]);
  });

  test('indexes that restart with every input are read as plain order', () => {
    const samples = ['a', 'b', 'c', 'd'].map((output, at) => ({ index: at % 2, output }));
    expect(brief(link(samples, [completion('a', 'b', 'c', 'd')]))).toEqual(
      [0, 1, 2, 3].map((at) => ['certain', choice(at)]),
    );
  });

  test('a text joined from several places names them', () => {
    const body = {
      type: 'message',
      content: [
        { type: 'text', text: 'to' },
        { type: 'text', text: 'day' },
      ],
      stop_reason: 'end_turn',
    };
    const result = link([{ index: 0, output: 'today' }], [body]);
    expect(brief(result)).toEqual([['certain', '/provider_responses/0']]);
    expect(result.links[0]?.evidence).toContain(
      'provider_responses[0].content[0].text, provider_responses[0].content[1].text',
    );
  });
});

describe('equal texts', () => {
  test('three alike are told apart by index and called ambiguous', () => {
    const samples = [2, 0, 1].map((index) => ({ index, output: 'same' }));
    const result = link(samples, [completion('same', 'same', 'same')]);
    expect(brief(result)).toEqual([
      ['ambiguous', choice(2)],
      ['ambiguous', choice(0)],
      ['ambiguous', choice(1)],
    ]);
    expect(result.links[2]?.evidence).toBe(
      '#2, #0, #1 have identical text; matched by index: ' +
        'data[2].raw_output = provider_responses[0].choices[1].text (identical, 4 characters)',
    );
  });

  test('without an index the finish reason and then the order decide', () => {
    const body = {
      object: 'text_completion',
      choices: [
        { text: 'same', finish_reason: 'stop' },
        { text: 'same', finish_reason: 'length' },
        { text: 'other', finish_reason: 'stop' },
      ],
    };
    const result = link([{ output: 'same', finish: 'length' }, { output: 'same' }], [body]);
    expect(brief(result)).toEqual([
      ['ambiguous', choice(1)],
      ['ambiguous', choice(0)],
    ]);
    expect(result.links[0]?.evidence).toContain('data[0], data[1] have identical text; matched by finish reason');
  });

  test('a candidate that was discarded stays free', () => {
    const result = link([{ index: 0, output: 'same' }], [completion('same', 'same')]);
    expect(brief(result)).toEqual([['ambiguous', choice(0)]]);
    expect(result.links[0]?.evidence).toContain('#0 has the text of 2 choices; matched by index');
    expect(result.generationOfChoice).toEqual([0, undefined]);
  });

  test('fewer choices than generations are shared, and it is said', () => {
    const result = link(
      [
        { index: 0, output: 'same' },
        { index: 1, output: 'same' },
      ],
      [completion('same')],
    );
    expect(brief(result)).toEqual([
      ['ambiguous', choice(0)],
      ['ambiguous', choice(0)],
    ]);
    expect(result.links[1]?.evidence).toContain('it is shared');
    expect(result.generationOfChoice).toEqual([0]);
  });
});

describe('without a common text', () => {
  const call = (id: string, city: string): JsonValue => ({
    id,
    type: 'function',
    function: { name: 'weather', arguments: `{"city": "${city}", "unit": "C"}` },
  });

  test('tool calls with equal ids are certain where the index agrees', () => {
    const body = chat(
      { content: null, tool_calls: [call('a', 'Oslo')] },
      { content: null, tool_calls: [call('b', 'Rome')] },
    );
    const samples = [
      { index: 0, calls: [call('a', 'Oslo')] },
      { index: 1, calls: [call('b', 'Rome')] },
    ];
    expect(brief(link(samples, [body]))).toEqual([
      ['certain', choice(0)],
      ['certain', choice(1)],
    ]);
    const swapped = samples.map((sample, at) => ({ ...sample, index: 1 - at }));
    expect(brief(link(swapped, [body]))).toEqual([
      ['by text', choice(0)],
      ['by text', choice(1)],
    ]);
  });

  test('tool calls without ids are compared by name and arguments, whatever their spelling', () => {
    const bare = (args: string): JsonValue => ({ type: 'function', function: { name: 'weather', arguments: args } });
    const body = chat(
      { content: null, tool_calls: [bare('{"unit":"C","city":"Rome"}')] },
      { content: null, tool_calls: [bare('{"city":"Oslo","unit":"C"}')] },
    );
    const result = link([{ index: 0, calls: [call('x', 'Oslo')] }], [body]);
    expect(brief(result)).toEqual([['by text', choice(1)]]);
  });

  test('two empty ones at the same index are linked by position', () => {
    const result = link([{ index: 0, output: '' }], [chat({ content: '' })]);
    expect(brief(result)).toEqual([['by position', choice(0)]]);
    expect(result.links[0]?.evidence).toBe('data[0] and provider_responses[0].choices[0]: both are empty; index 0 = 0');
  });

  test('texts that differ at the same index are linked by position, which says so', () => {
    const result = link([{ index: 0, output: 'red' }], [completion('blue')]);
    expect(brief(result)).toEqual([['by position', choice(0)]]);
    expect(result.links[0]?.evidence).toContain('the texts differ');
  });

  test('without a choice at its index there is no link, and why is said', () => {
    const result = link([{ index: 5, output: 'red' }], [completion('blue')]);
    expect(result.links).toEqual([
      {
        word: 'none',
        evidence: 'data[0] has a text of 3 characters that no free choice has, and no choice stands at its index.',
      },
    ]);
    expect(link([{ index: 0, output: 'red' }], [])).toMatchObject({
      links: [{ word: 'none' }],
      generationOfChoice: [],
    });
  });
});

describe('by a text that is not quite the same', () => {
  test('a prompt that the provider repeats is taken off', () => {
    const samples = [{ index: 0, output: 'sat.', raw: ' sat.' }];
    const result = link(samples, [completion('The cat sat.')], ['The cat']);
    expect(brief(result)).toEqual([['certain', choice(0)]]);
    expect(result.links[0]?.evidence).toContain('after the prompt');
    expect(brief(link(samples, [completion('The cat sat.')], ['A dog']))).toEqual([['by position', choice(0)]]);
  });

  test('line ends and composed letters make no difference', () => {
    const result = link([{ index: 0, output: 'a\ncafé' }], [completion('a\r\ncafe\u0301')]);
    expect(brief(result)).toEqual([['certain', choice(0)]]);
  });

  test('reasoning that opens and never closes, or closes what the prompt opened, is no part of the answer', () => {
    for (const text of ['<think>\nTwo and two.', 'Two and two.</think>\n\nFour.']) {
      const output = text.includes('Four') ? 'Four.' : 'Two and two.';
      expect(brief(link([{ index: 0, output }], [completion(text)]))).toEqual([['certain', choice(0)]]);
    }
  });

  test('JSON that is written in another way, or given as an object, is found', () => {
    const chat = (...contents: readonly JsonValue[]): Members => ({
      object: 'chat.completion',
      choices: contents.map((content, index) => ({ index, message: { content }, finish_reason: 'stop' })),
    });
    const result = link(
      [
        { index: 0, output: '{"tea": "green", "cups": 2}' },
        { index: 1, output: '{"tea":"black","cups":3}' },
      ],
      [chat({ cups: 3, tea: 'black' }, '{ "cups": 2, "tea": "green" }')],
    );
    expect(result.links.map(({ word, choice: at }) => [word, at])).toEqual([
      ['conflict', '/provider_responses/0/choices/1'],
      ['conflict', '/provider_responses/0/choices/0'],
    ]);
    expect(result.links[0]?.evidence).toContain('(equal as JSON, ');
  });

  test('reasoning written into the text, or one of several parts, is found', () => {
    expect(brief(link([{ index: 0, output: 'Four.' }], [completion('<think>2 + 2</think>\n\nFour.')]))).toEqual([
      ['certain', choice(0)],
    ]);
    const parts = {
      type: 'message',
      content: [
        { type: 'text', text: 'Let me see.' },
        { type: 'text', text: 'Four.' },
      ],
    };
    const result = link([{ index: 0, output: 'Four.' }], [parts]);
    expect(brief(result)).toEqual([['certain', '/provider_responses/0']]);
    expect(result.links[0]?.text).toBe('/provider_responses/0/content/1/text');
  });

  test('the start of a longer text is by text, and how much is missing is said', () => {
    const long = 'Once upon a time there was a fox.';
    const result = link([{ index: 0, output: long }], [completion(`${long} The`)]);
    expect(brief(result)).toEqual([['by text', choice(0)]]);
    expect(result.links[0]?.evidence).toContain('equal but for 4 characters at the end');
    expect(brief(link([{ index: 0, output: long }], [completion(`And: ${long}`)]))).toEqual([['by text', choice(0)]]);
  });

  test('a short start, or one that several choices share, is no evidence', () => {
    expect(brief(link([{ index: 0, output: 'Once upon' }], [completion('Once upon a')]))[0]?.[0]).toBe('by position');
    const long = 'Once upon a time there was';
    const both = completion(`${long} one`, `${long} two`);
    expect(brief(link([{ index: 1, output: long }], [both]))).toEqual([['by position', choice(1)]]);
    const tooShort = completion(`${long} ${'x'.repeat(40)}`);
    expect(brief(link([{ index: 0, output: long }], [tooShort]))[0]?.[0]).toBe('by position');
  });
});

test('links are one to one unless there are fewer choices, and every equal text is found', () => {
  const text = fc.constantFrom('', 'a', 'b', ' a', 'c\n');
  const sample = fc.record({ index: fc.integer({ min: 0, max: 4 }), raw: text });
  fc.assert(
    fc.property(
      fc.array(sample, { maxLength: 6 }),
      fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 3 }),
      (samples, bodies) => {
        const { links, generationOfChoice } = link(
          samples,
          bodies.map((texts) => completion(...texts)),
        );
        expect(links).toHaveLength(samples.length);
        const linked = links.map((one) => one.choice).filter((one) => one !== undefined);
        const choiceCount = bodies.flat().length;
        if (choiceCount >= samples.length) expect(new Set(linked).size).toBe(linked.length);
        const taken = generationOfChoice.filter((position) => position !== undefined);
        expect(new Set(taken).size).toBe(taken.length);
        const all = bodies.flat();
        samples.forEach(({ raw }, at) => {
          const alike = samples.filter((other) => other.raw === raw).length;
          if (raw !== '' && alike <= all.filter((other) => other === raw).length) expect(links[at]?.text).toBeDefined();
        });
      },
    ),
    { numRuns: 300 },
  );
});

describe('unknown shapes', () => {
  test('a string that equals the text is offered with its full path', () => {
    const result = link([{ index: 0, output: 'red' }], [{ deep: [{ answer: 'red' }], other: 'blue' }]);
    expect(brief(result)).toEqual([['by text', '/provider_responses/0/deep/0/answer']]);
    expect(result.links[0]?.evidence).toBe(
      'data[0].raw_output = provider_responses[0].deep[0].answer (identical, 3 characters; found in a response of unknown shape; unique)',
    );
    expect(brief(link([{ index: 0, output: 'red' }], [{ deep: [{ answer: 'green' }] }]))).toEqual([
      ['none', undefined],
    ]);
  });

  test('each string is offered once, and several equal ones are ambiguous', () => {
    const samples = [0, 1].map((index) => ({ index, output: 'red' }));
    expect(brief(link(samples, [{ first: 'red', second: 'red' }]))).toEqual([
      ['ambiguous', '/provider_responses/0/first'],
      ['ambiguous', '/provider_responses/0/second'],
    ]);
    expect(brief(link(samples, [{ first: 'red' }]))[1]).toEqual(['none', undefined]);
  });

  test('a known choice goes before a string of an unknown shape', () => {
    expect(brief(link([{ index: 0, output: 'red' }], [{ note: 'red' }, completion('red')]))).toEqual([
      ['certain', choice(0, 1)],
    ]);
  });
});

describe('what checks want to know', () => {
  test('classes of equal texts are told with all members', () => {
    const samples = [0, 1, 2].map((index) => ({ index, output: index === 2 ? 'blue' : 'red' }));
    expect(link(samples, [completion('red', 'red', 'blue')]).ambiguous).toEqual([
      { generations: [0, 1], choices: [choice(0), choice(1)], what: 'text' },
    ]);
  });

  test('a prefix says by how much it differs and where', () => {
    const long = 'a text that is long enough to be compared';
    const [at] = link([{ index: 0, output: long }], [completion(`${long}, cut`)]).links;
    expect(at?.difference).toEqual({ characters: 5, end: 'end' });
    const [from] = link([{ index: 0, output: long }], [completion(`>> ${long}`)]).links;
    expect(from?.difference).toEqual({ characters: 3, end: 'start' });
  });

  test('with fewer choices than generations a choice is shared, also where its text was found in another way', () => {
    const samples = [
      { index: 0, output: 'red', raw: ' red' },
      { index: 1, output: 'red', raw: 'red' },
    ];
    const result = link(samples, [completion(' red')]);
    expect(result.links.map(({ word, isShared }) => [word, isShared])).toEqual([
      ['certain', undefined],
      ['ambiguous', true],
    ]);
    expect(result.links[1]?.evidence).toContain(
      'several generations have this text; it is shared, because there are fewer choices than generations: data[1]',
    );
    expect(result.generationOfChoice).toEqual([0]);
    // With as many choices nothing is shared.
    expect(brief(link(samples, [completion(' red', 'blue')]))[1]?.[0]).toBe('by position');
  });

  test('where the index restarts, equal texts are paired in order', () => {
    const samples = [0, 1, 0, 1].map((index) => ({ index, output: 'red' }));
    expect(link(samples, [completion('red', 'red', 'red', 'red')]).generationOfChoice).toEqual([0, 1, 2, 3]);
  });
});
