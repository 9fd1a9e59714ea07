// Tokens of completions: places, values, spans, and how spellings of bytes are read.

import { describe, expect, test } from 'vitest';
import { completion, flagged, type Row, read, spans } from '../../../e2e/fixtures/testTokens.ts';

describe('completions', () => {
  test('have a place, a value, alternatives and a span for every token', () => {
    const tokens = read(
      completion(
        ' red fox',
        [
          [' red', -0.25, { ' red': -0.25, ' blue': -1.5 }],
          [' fox', -1, { ' dog': -0.5, ' cat': -2 }],
        ],
        [39, 43],
      ),
    );
    expect(tokens).toMatchObject({
      choice: '/provider_responses/0/choices/0',
      pointer: '/provider_responses/0/choices/0/logprobs/tokens',
      coverage: { relation: 'equal', from: 0, to: 8 },
      offsets: 'fit',
      isEcho: false,
      unequalLists: [],
      facts: { count: 2, generated: 2, usable: 2, unusable: 0, mean: -0.625, relation: 'equal' },
    });
    expect(tokens.tokens[0]).toEqual({
      pointer: '/provider_responses/0/choices/0/logprobs/tokens/0',
      text: ' red',
      logprob: -0.25,
      state: 'ok',
      lexeme: '-0.25',
      isSpecial: false,
      isAfterStop: false,
      isPrompt: false,
      start: 0,
      end: 4,
      chosenRank: 1,
      alternatives: [
        {
          pointer: '/provider_responses/0/choices/0/logprobs/top_logprobs/0/ red',
          text: ' red',
          logprob: -0.25,
          state: 'ok',
          lexeme: '-0.25',
          isChosen: true,
        },
        {
          pointer: '/provider_responses/0/choices/0/logprobs/top_logprobs/0/ blue',
          text: ' blue',
          logprob: -1.5,
          state: 'ok',
          lexeme: '-1.5',
          isChosen: false,
        },
      ],
    });
    // A chosen token that is not among its alternatives has no rank, and that is normal.
    expect(tokens.tokens[1]?.chosenRank).toBeUndefined();
  });

  test('an echo has no value for its first token, as null or as the 0 of Azure', () => {
    const rows: readonly Row[] = [
      ['We', null, null],
      [' study', -7, { ' are': -2 }],
      [' it', -1, { ' it': -1 }],
    ];
    const nothing = read(completion('We study it', rows, [0, 2, 8]), { prompts: [], promptCount: 3 });
    expect(nothing.isEcho).toBe(true);
    expect(flagged(nothing, 'isPrompt')).toEqual(['We', ' study', ' it']);
    expect(nothing.facts).toEqual({ count: 3, generated: 0, usable: 0, unusable: 0, relation: 'equal' });

    const azure = read(completion('We study it', [['We', 0, null], ...rows.slice(1)], [0, 2, 8]), { prompts: ['We'] });
    expect(azure.tokens[0]).toMatchObject({ logprob: null, state: 'unknown', lexeme: '0', isPrompt: true });
    expect(azure.facts).toMatchObject({ generated: 2, usable: 2, mean: -4 });
    // Without an echo a 0 is a certain token, and so it is when it has alternatives.
    expect(read(completion('We', [['We', 0, { We: 0 }]], [0])).tokens[0]?.logprob).toBe(0);
    expect(read(completion('We study it', [['We', 0, null], ...rows.slice(1)], [9, 11, 17])).isEcho).toBe(false);
  });

  test('how much of an echo is the prompt stays unknown where nothing says it', () => {
    const { facts } = read(
      completion('We study', [
        ['We', null],
        [' study', -7],
      ]),
    );
    expect(facts).toEqual({ count: 2, usable: 1, unusable: 0, mean: -7, relation: 'equal' });
  });

  test('positions may start anywhere, and are found again where they do not fit', () => {
    const rows: readonly Row[] = [
      ['a', -1],
      ['b', -1],
      ['c', -1],
    ];
    const offsets = (...list: readonly number[]): string => read(completion('abc', rows, list)).offsets;
    expect([offsets(0, 1, 2), offsets(39, 40, 41)]).toEqual(['fit', 'fit']);
    expect(offsets(0, 3, 6)).toBe('unfit');
    expect(offsets(2, 1, 3)).toBe('not monotone');
    expect(read(completion('abc', rows)).offsets).toBe('none');
  });

  test('positions count code points, not UTF-16 units', () => {
    const rows: readonly Row[] = [
      ['🙂🙂', -1],
      [' so', -1],
    ];
    const tokens = read(completion('🙂🙂 so', rows, [5, 7]));
    expect(tokens.offsets).toBe('fit');
    expect(spans(tokens)).toEqual(['0..2', '2..5']);
  });

  test('tokens after the stop sequence are hidden from the text and from the mean', () => {
    const tokens = read(
      completion(
        ' dog',
        [
          [' dog', -1],
          ['.', -3],
          ['\n', -5],
          ['The', -9],
        ],
        [39, 43, 43, 43],
      ),
    );
    expect(tokens.coverage).toEqual({ relation: 'textIsPrefix', from: 0, to: 4 });
    expect(flagged(tokens, 'isAfterStop')).toEqual(['.', '\n', 'The']);
    expect(tokens.offsets).toBe('fit');
    expect(tokens.facts).toMatchObject({ count: 4, generated: 1, usable: 1, mean: -1 });
    // The stop may cut a token in two.
    const cut = read(
      completion(' do', [
        [' dog', -1],
        ['.', -3],
      ]),
    );
    expect(cut.coverage.relation).toBe('textIsPrefix');
    expect(spans(cut)).toEqual(['0..3', '-..-']);
    // All of it may be cut.
    expect(read(completion('', [['.', -1]])).coverage.relation).toBe('textIsPrefix');
  });

  test('byte tokens are decoded together, in every spelling', () => {
    const rows = (a: string, b: string): readonly Row[] => [
      ['It', -1],
      [a, -1],
      [b, -1],
      ['s', -1],
    ];
    const expected = ['0..2', '2..3 g1', '2..3 g1', '3..4'];
    for (const [a, b] of [
      ['bytes:\\xe2\\x80', 'bytes:\\x99'],
      ['\\xe2\\x80', '\\x99'],
      ['\ufffd', '\ufffd'],
    ] as const) {
      const tokens = read(completion('It’s', rows(a, b)));
      expect([a, tokens.coverage.relation]).toEqual([a, 'equal']);
      expect(spans(tokens)).toEqual(expected);
    }
    const pieces = read(
      completion('It’s', [
        ['It', -1],
        ['<0xE2>', -1],
        ['<0x80>', -1],
        ['<0x99>', -1],
        ['s', -1],
      ]),
    );
    expect(spans(pieces)).toEqual(['0..2', '2..3 g1', '2..3 g1', '2..3 g1', '3..4']);
    expect(pieces.tokens[1]?.bytes).toEqual([0xe2]);
    // With a space after the colon the token begins with one.
    const spaced = read(
      completion('a “b', [
        ['a', -1],
        ['bytes: \\xe2\\x80', -1],
        ['bytes:\\x9c', -1],
        ['b', -1],
      ]),
    );
    expect(spans(spaced)).toEqual(['0..1', '1..3 g1', '2..3 g1', '3..4']);
    expect(spaced.tokens[1]?.bytes).toEqual([0x20, 0xe2, 0x80]);
  });

  test('a text that holds such a spelling itself is taken as it is', () => {
    const tokens = read(
      completion('write \\xe2 or bytes:\\x99', [
        ['write ', -1],
        ['\\xe2', -1],
        [' or ', -1],
        ['bytes:\\x99', -1],
      ]),
    );
    expect(tokens.coverage.relation).toBe('equal');
    expect(spans(tokens)).toEqual(['0..6', '6..10', '10..14', '14..24']);
  });
});
