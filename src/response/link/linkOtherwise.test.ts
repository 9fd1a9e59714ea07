// Which choice is which generation where texts do not say it: by place and parts, by likeness, in unknown shapes; and what checks want to know.

import { describe, expect, test } from 'vitest';
import { brief, chat, choice, completion, link, type Members } from '../../../e2e/fixtures/testLinks.ts';
import type { JsonValue } from '../../json/value.ts';

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
