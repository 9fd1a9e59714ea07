// Every family of token lists and every trap in them, with invented texts. Bodies of shapes that were never recorded are
// built from the providers' schemas, and their names say so.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valueCursor } from '../../json/cursor.ts';
import { pointerOf } from '../../json/pointer.ts';
import type { JsonValue } from '../../json/value.ts';
import { readProvider } from '../provider/read.ts';
import { readTokens, type TokenContext } from './readTokens.ts';
import type { ChoiceTokens, Token } from './token.ts';

const place = pointerOf('provider_responses', 0);

function read(body: JsonValue, context: TokenContext = { prompts: [] }): ChoiceTokens {
  const [choice] = readProvider(valueCursor(body, place)).reading.choices;
  const tokens = choice && readTokens(choice, context);
  if (tokens === undefined) throw new Error('No tokens');
  return tokens;
}

type Row = readonly [text: string, logprob: JsonValue, top?: JsonValue];

function completion(text: string, rows: readonly Row[], offsets?: readonly number[]): JsonValue {
  const logprobs = {
    tokens: rows.map(([token]) => token),
    token_logprobs: rows.map(([, logprob]) => logprob),
    top_logprobs: rows.some(([, , top]) => top !== undefined) ? rows.map(([, , top]) => top ?? null) : null,
    ...(offsets && { text_offset: offsets }),
  };
  return { object: 'text_completion', choices: [{ text, index: 0, logprobs, finish_reason: 'stop' }] };
}

function chat(content: string | null, tokens: readonly JsonValue[]): JsonValue {
  return { choices: [{ index: 0, message: { role: 'assistant', content }, logprobs: { content: tokens } }] };
}

const item = (token: string, logprob: JsonValue = -0.5, bytes?: JsonValue, top: JsonValue = []): JsonValue => ({
  token,
  logprob,
  top_logprobs: top,
  ...(bytes !== undefined && { bytes }),
});

const utf8 = (text: string): number[] => Array.from(new TextEncoder().encode(text));
const spans = ({ tokens }: ChoiceTokens): readonly string[] =>
  tokens.map(({ start, end, group }) => `${start ?? '-'}..${end ?? '-'}${group === undefined ? '' : ` g${group}`}`);
const flagged = ({ tokens }: ChoiceTokens, flag: 'isPrompt' | 'isAfterStop' | 'isSpecial'): readonly string[] =>
  tokens.filter((token) => token[flag]).map(({ text }) => text);

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

  test('values that only say "not among the top", or nothing, are left out of the mean', () => {
    const tokens = read(
      completion('abcdefg', [
        ['a', -1],
        ['b', -9999],
        ['c', null],
        ['d', '-Infinity'],
        ['e', 'NaN'],
        ['f', -100],
        ['g', -2],
      ]),
    );
    expect(tokens.tokens.map(({ state }) => state)).toEqual([
      'ok',
      'belowTop',
      'unknown',
      'negInf',
      'nan',
      'belowTop',
      'ok',
    ]);
    expect(tokens.tokens.map(({ lexeme }) => lexeme)).toEqual([
      '-1',
      '-9999',
      'null',
      '-Infinity',
      'NaN',
      '-100',
      '-2',
    ]);
    expect(tokens.facts).toMatchObject({ count: 7, generated: 7, usable: 2, unusable: 5, mean: -1.5 });
    expect(read(completion('a', [['a', Number.NEGATIVE_INFINITY]])).tokens[0]?.state).toBe('negInf');
  });

  test('tiny, negative zero and slightly positive values are values', () => {
    const tokens = read(
      completion('abc', [
        ['a', -8.4157e-6],
        ['b', -0],
        ['c', 1e-9],
      ]),
    );
    expect(tokens.tokens.map(({ lexeme, state }) => [lexeme, state])).toEqual([
      ['-0.0000084157', 'ok'],
      ['-0', 'ok'],
      ['1e-9', 'ok'],
    ]);
  });

  test('lists of different lengths are named', () => {
    const body = completion('ab', [
      ['a', -1],
      ['b', -1],
    ]) as { choices: { logprobs: object }[] };
    const [choice] = body.choices;
    const logprobs = { ...choice?.logprobs, token_logprobs: [-1] };
    const tokens = read({ object: 'text_completion', choices: [{ ...choice, logprobs }] } as unknown as JsonValue);
    expect(tokens.unequalLists.map(({ name, length }) => [name, length])).toEqual([
      ['tokens', 2],
      ['token_logprobs', 1],
    ]);
    expect(tokens.tokens[1]).toMatchObject({ state: 'unknown', lexeme: '' });
  });

  test('tokens that do not spell the text are said so, with the first difference', () => {
    const rows: readonly Row[] = [
      ['The ', -1],
      ['quick ', -1],
      ['brown ', -1],
      ['fox jumps ', -1],
      ['over', -1],
    ];
    const tokens = read(completion('The quick green fox jumps over', rows));
    expect(tokens.coverage).toEqual({ relation: 'mismatch', from: 0, to: 30, at: 10 });
    expect(spans(tokens)).toEqual(['0..4', '4..10', '-..-', '16..26', '26..30']);
    expect(read(completion('something else', [['no', -1]])).coverage).toEqual({
      relation: 'mismatch',
      from: 0,
      to: 0,
      at: 0,
    });
  });

  test('stream chunks are one list, with positions and all (OpenAI completions chunks)', () => {
    const chunk = (text: string, offset: number): JsonValue => ({
      object: 'text_completion',
      choices: [
        {
          text,
          index: 0,
          logprobs: { tokens: [text], token_logprobs: [-1], top_logprobs: [{}], text_offset: [offset] },
        },
      ],
    });
    const tokens = read([chunk('one', 4), chunk(' two', 7)]);
    expect(tokens).toMatchObject({ offsets: 'fit', coverage: { relation: 'equal', to: 7 }, facts: { count: 2 } });
    expect(tokens.tokens[1]?.pointer).toBe('/provider_responses/0/1/choices/0/logprobs/tokens/0');
  });

  test('tokens before the text are those of a prompt', () => {
    const tokens = read(
      completion('fox', [
        ['The ', -1],
        ['fox', -2],
      ]),
    );
    expect(tokens.coverage).toEqual({ relation: 'textIsSuffix', from: 0, to: 3 });
    expect(flagged(tokens, 'isPrompt')).toEqual(['The ']);
    expect(tokens.facts.mean).toBe(-2);
  });
});

describe('chat', () => {
  test('bytes are taken as stated; partial ones form a group', () => {
    const emoji = utf8('🙂');
    const tokens = read(
      chat('Hi 🙂!', [
        item('Hi', -0.1, utf8('Hi')),
        item(' \\xf0\\x9f', -0.2, [0x20, ...emoji.slice(0, 2)]),
        item('\\x99', -0.3, emoji.slice(2, 3)),
        item('\\x82', -0.4, emoji.slice(3)),
        item('!', -0.5, utf8('!')),
      ]),
    );
    expect(tokens.coverage.relation).toBe('equal');
    expect(spans(tokens)).toEqual(['0..2', '2..4 g1', '3..4 g1', '3..4 g1', '4..5']);
  });

  test('bytes of the replacement character are lost ones, found by what stands around them (vLLM, Ollama)', () => {
    const lost = item('\ufffd', -0.3, [239, 191, 189]);
    const tokens = read(chat('a é b', [item('a '), lost, lost, item(' b')]));
    expect(tokens.coverage.relation).toBe('equal');
    expect(spans(tokens)).toEqual(['0..2', '2..3 g1', '2..3 g1', '3..5']);
    // At the end there is nothing after them.
    expect(spans(read(chat('a é', [item('a '), lost, lost])))).toEqual(['0..2', '2..3 g1', '2..3 g1']);
    // A text that has the character itself is spelled by it.
    expect(read(chat('a \ufffd b', [item('a '), lost, item(' b')])).coverage.relation).toBe('equal');
    // No more is taken than so many bytes can be.
    expect(read(chat('a quite long b', [item('a '), lost, item(' b')])).coverage.relation).toBe('mismatch');
  });

  test('of alternatives with equal texts the nearest is the chosen one, and all are kept', () => {
    const top = [item('\n\n', -0.5), item('\n\n', -3), item('x', -4)];
    const [token] = read(chat('\n\n', [item('\n\n', -3, undefined, top)])).tokens as readonly Token[];
    expect(token?.alternatives.map(({ isChosen }) => isChosen)).toEqual([false, true, false]);
    expect(token?.chosenRank).toBe(2);
  });

  test('control tokens and reasoning around the text are not held against it', () => {
    const tokens = read(
      chat('<reasoning>Think about it.</reasoning>The answer is 4.', [
        ...['<|channel|>', 'analysis', '<|message|>', 'Think', ' about', ' it', '.', '<|end|>', '<|start|>'].map(
          (text) => item(text),
        ),
        ...['assistant', '<|channel|>', 'final', '<|message|>', 'The', ' answer', ' is', ' 4', '.', '<|return|>'].map(
          (text) => item(text),
        ),
      ]),
    );
    expect(tokens.coverage).toEqual({ relation: 'covers', from: 11, to: 54 });
    expect(flagged(tokens, 'isSpecial')).toEqual([
      '<|channel|>',
      'analysis',
      '<|message|>',
      '<|end|>',
      '<|start|>',
      'assistant',
      '<|channel|>',
      'final',
      '<|message|>',
      '<|return|>',
    ]);
    expect(tokens.facts.generated).toBe(9);
  });

  test('an empty list, null and a missing one are no tokens', () => {
    for (const logprobs of [null, { content: null, refusal: null }, { content: [] }, {}, 'x', 3]) {
      const body = { choices: [{ message: { content: 'a' }, logprobs }] };
      const [choice] = readProvider(valueCursor(body, place)).reading.choices;
      expect(choice?.listedTokens).toBeUndefined();
      expect(choice && readTokens(choice, { prompts: [] })).toBeUndefined();
    }
  });

  test('a refusal has its own list', () => {
    const body = {
      choices: [
        { message: { content: null, refusal: 'No.' }, logprobs: { content: null, refusal: [item('No'), item('.')] } },
      ],
    };
    expect(read(body)).toMatchObject({ coverage: { relation: 'equal' }, facts: { count: 2 } });
  });

  test('without a text there is nothing to differ from', () => {
    expect(read(chat(null, [item('{'), item('}')])).coverage).toEqual({ relation: 'covers', from: 0, to: 0 });
  });

  test('stream chunks are one list', () => {
    const chunk = (content: string): JsonValue => ({
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta: { content }, logprobs: { content: [item(content)] } }],
    });
    expect(read([chunk('Hel'), chunk('lo')])).toMatchObject({
      coverage: { relation: 'equal', to: 5 },
      facts: { count: 2 },
    });
  });

  test('the prompt of vLLM is listed apart (hand-made from its schema)', () => {
    const body = {
      ...(chat('b', [item('b')]) as object),
      prompt_logprobs: [null, { '17': { logprob: -2.5, rank: 3, decoded_token: 'a' } }],
    };
    expect(read(body as JsonValue).promptTokens.map(({ text, logprob }) => [text, logprob])).toEqual([
      ['', null],
      ['a', -2.5],
    ]);
  });
});

describe('other families', () => {
  test('Responses: the items of every part of the text', () => {
    const part = (text: string): JsonValue => ({ type: 'output_text', text, logprobs: [item(text)] });
    const body = {
      object: 'response',
      output: [
        { type: 'message', content: [part('one ')] },
        { type: 'message', content: [part('two')] },
      ],
    };
    expect(read(body)).toMatchObject({ coverage: { relation: 'equal', to: 7 }, facts: { count: 2 } });
  });

  test('Responses: the pieces of a stream that breaks off', () => {
    const event = (delta: string): JsonValue => ({
      type: 'response.output_text.delta',
      delta,
      logprobs: [item(delta)],
    });
    expect(read([{ type: 'response.created' }, event('a'), event('b')])).toMatchObject({
      facts: { count: 2, relation: 'equal' },
    });
  });

  test('Gemini: chosen and top candidates', () => {
    const candidate = (token: string, logProbability: number): JsonValue => ({ token, tokenId: 7, logProbability });
    const body = {
      candidates: [
        {
          content: { parts: [{ text: '4!' }] },
          // Its own average counts thinking too and is no check on these.
          avgLogprobs: -9,
          logprobsResult: {
            chosenCandidates: [candidate('4', -0.5), candidate('!', -1)],
            topCandidates: [{ candidates: [candidate('4', -0.5), candidate('5', -2)] }],
          },
        },
      ],
    };
    const tokens = read(body);
    expect(tokens.tokens[0]).toMatchObject({ id: 7, chosenRank: 1, alternatives: [{ text: '4' }, { text: '5' }] });
    expect(tokens.facts.mean).toBe(-0.75);
    expect(tokens.unequalLists.map(({ length }) => length)).toEqual([2, 1]);
  });

  test('AI21: the model’s own value counts, both are there, ranges are exact where spellings are not', () => {
    const token = (text: string, start: number, end: number, raw: number): JsonValue => ({
      generatedToken: { token: text, logprob: 0, raw_logprob: raw },
      topTokens: null,
      textRange: { start, end },
    });
    const body = {
      prompt: { tokens: [token('▁Hi', 0, 2, -3)] },
      completions: [
        {
          data: {
            text: '\nA neural net is',
            tokens: [
              token('<|newline|>', 0, 1, -1),
              token('▁A▁neural', 1, 9, -2),
              token('▁net', 9, 13, -3),
              token('▁is', 13, 16, -4),
              token('<|endoftext|>', 16, 16, -0.5),
            ],
          },
        },
      ],
    };
    const tokens = read(body);
    expect(tokens.coverage).toEqual({ relation: 'equal', from: 0, to: 16 });
    expect(spans(tokens)).toEqual(['0..1', '1..9', '9..13', '13..16', '-..-']);
    expect(tokens.tokens[1]).toMatchObject({ logprob: -2, sampled: { logprob: 0, lexeme: '0' } });
    expect(flagged(tokens, 'isSpecial')).toEqual(['<|endoftext|>']);
    expect(tokens.facts).toMatchObject({ generated: 4, mean: -2.5 });
    expect(tokens.promptTokens).toHaveLength(1);
  });

  test('Aleph Alpha: one object per token, an empty one for the first of an echo', () => {
    const body = {
      completions: [
        {
          log_probs: [{}, { ' world': -6.125, ' you': -7 }],
          completion: ' Hello world',
          completion_tokens: [' Hello', ' world'],
        },
      ],
    };
    const tokens = read(body, { prompts: [], promptCount: 2 });
    expect(tokens.tokens.map(({ text, logprob, state }) => [text, logprob, state])).toEqual([
      [' Hello', null, 'unknown'],
      [' world', -6.125, 'ok'],
    ]);
    expect(tokens.tokens[1]?.alternatives).toHaveLength(2);
    expect(tokens.facts.generated).toBe(0);
  });

  test('Text Generation Inference: special tokens, a text that begins with the prompt, and the prompt apart', () => {
    const token = (text: string, special = false): JsonValue => ({ id: 1, text, logprob: -1, special });
    const body = (generated: string): JsonValue => ({
      generated_text: generated,
      details: {
        tokens: [token(' an'), token(' error'), token('</s>', true)],
        prefill: [{ id: 3, text: 'It', logprob: null }],
      },
    });
    const alone = read(body(' an error'));
    expect(alone.coverage.relation).toBe('equal');
    expect(flagged(alone, 'isSpecial')).toEqual(['</s>']);
    expect(alone.promptTokens[0]).toMatchObject({ text: 'It', state: 'unknown', isPrompt: true });
    expect(read(body('It was an error')).coverage).toEqual({ relation: 'covers', from: 6, to: 15 });
  });

  test('Cohere generate: the first token has no likelihood (hand-made from its schema)', () => {
    const body = {
      generations: [
        { text: 'a b', likelihood: -1, token_likelihoods: [{ token: 'a' }, { token: ' b', likelihood: -2 }] },
      ],
    };
    expect(read(body).facts).toMatchObject({ count: 2, usable: 1, unusable: 0, mean: -2 });
  });

  test('Cohere chat v2: chunks of several tokens (hand-made from its schema)', () => {
    const body = {
      finish_reason: 'COMPLETE',
      message: { content: [{ type: 'text', text: 'one two' }] },
      logprobs: [
        { text: 'one', token_ids: [1], logprobs: [-1] },
        { text: ' two', token_ids: [2, 3], logprobs: [-2, -3] },
      ],
    };
    const tokens = read(body);
    expect(tokens.tokens.map(({ text, id, logprob }) => [text, id, logprob])).toEqual([
      ['one', 1, -1],
      [' two', 2, -2],
      ['', 3, -3],
    ]);
    expect(tokens.coverage.relation).toBe('equal');
  });

  test('llama.cpp: logarithms, or probabilities in two spellings (hand-made from its documentation)', () => {
    const body = (list: readonly JsonValue[]): JsonValue => ({
      content: 'a',
      stop_type: 'eos',
      completion_probabilities: list,
    });
    expect(read(body([{ ...(item('a', -0.5) as object), id: 4 }])).tokens[0]).toMatchObject({ id: 4, logprob: -0.5 });
    const sampled = read(
      body([
        {
          token: 'a',
          prob: 0.5,
          top_probs: [
            { token: 'a', prob: 0.5 },
            { token: 'b', prob: 0 },
          ],
        },
      ]),
    );
    expect(sampled.tokens[0]).toMatchObject({ logprob: Math.log(0.5), lexeme: '0.5', chosenRank: 1 });
    expect(sampled.tokens[0]?.alternatives[1]).toMatchObject({ logprob: null, state: 'negInf' });
    const old = read(
      body([
        {
          content: 'a',
          probs: [
            { tok_str: 'b', prob: 0.75 },
            { tok_str: 'a', prob: 0.25 },
          ],
        },
      ]),
    );
    expect(old.tokens[0]).toMatchObject({ logprob: Math.log(0.25), chosenRank: 2 });
  });

  test('Ollama: a list at the top', () => {
    const body = { done: true, message: { content: 'Hi' }, logprobs: [{ token: 'Hi', logprob: -1, bytes: [72, 105] }] };
    expect(read(body).facts).toMatchObject({ count: 1, relation: 'equal' });
  });
});

test('any text that is cut into tokens at any byte is spelled by them', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ' ', 'é', '“', '🙂', '\n', '\\'), minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(text, fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 40, maxLength: 40 }), (whole, sizes) => {
      const bytes = utf8(whole);
      const items: JsonValue[] = [];
      for (let at = 0, i = 0; at < bytes.length; at += sizes[i++ % sizes.length] ?? 1) {
        const part = bytes.slice(at, at + (sizes[i % sizes.length] ?? 1));
        items.push(item(new TextDecoder().decode(Uint8Array.from(part)), -1, part));
      }
      const tokens = read(chat(whole, items));
      expect(tokens.coverage).toEqual({ relation: 'equal', from: 0, to: Array.from(whole).length });
      expect(tokens.tokens.every(({ start, end }) => start !== undefined && end !== undefined && start < end)).toBe(
        true,
      );
    }),
    { numRuns: 100 },
  );
});
