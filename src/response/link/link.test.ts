// Which choice is which generation, where texts say it: equal ones, changed ones, and one to one of any texts.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brief, choice, completion, link } from '../../../e2e/fixtures/testLinks.ts';

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

  test('an output by itself that says all of a choice, its outer white space too, is identical to it', () => {
    const samples = [' red', 'red'].map((output, index) => ({ index, output, raw: null }));
    const result = link(samples, [completion(' red', 'red')]);
    expect(brief(result)).toEqual([
      ['certain', choice(0)],
      ['certain', choice(1)],
    ]);
    expect(result.links[0]?.evidence).toBe(
      'data[0].output = provider_responses[0].choices[0].text (identical, 4 characters; index 0 = 0; unique)',
    );
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
