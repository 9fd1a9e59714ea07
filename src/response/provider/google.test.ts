// The shapes of Google with invented texts; those that no recorded body is known of are made from their schemas.

import { describe, expect, test } from 'vitest';
import { brief, counts, read } from '../../../e2e/fixtures/testReading.ts';

const gemini = {
  candidates: [
    {
      content: { parts: [{ text: 'Hm.', thought: true }, { text: 'Four' }, { text: '.' }] },
      finishReason: 'STOP',
      logprobsResult: { chosenCandidates: [{ token: 'Four' }] },
    },
  ],
  usageMetadata: { promptTokenCount: 3, candidatesTokenCount: 2, totalTokenCount: 9, thoughtsTokenCount: 4 },
  modelVersion: 'gemini',
  responseId: 'r',
  createTime: '2025-12-19T23:45:36Z',
};

describe('Google', () => {
  test('PaLM has candidates with an output or a content', () => {
    expect(brief(read({ candidates: [{ output: 'a' }, { output: 'b' }] })).map(([text]) => text)).toEqual(['a', 'b']);
    expect(read({ candidates: [{ author: '1', content: 'a' }] }).format).toBe('palm');
  });

  test('Gemini joins parts, keeps thoughts apart and states thinking tokens', () => {
    const found = read(gemini);
    expect([found.format, ...brief(found)]).toEqual(['gemini', ['Four.', 'STOP', 'stop']]);
    expect(counts(found)).toEqual(['3', '2', '9']);
    expect(found.reading).toMatchObject({
      id: 'r',
      created: { unit: 'iso' },
      usage: { reasoning: { value: 4 } },
      choices: [{ reasoning: { text: 'Hm.' }, listedTokens: { count: 1 } }],
    });
  });

  test('Gemini ends a call with STOP, writes reasons as integers, and has other parts', () => {
    const parts = [{ functionCall: { name: 'f', args: { a: 1 } } }, { inlineData: {} }];
    const found = read({ candidates: [{ content: { parts }, finishReason: 1 }] });
    expect(brief(found)).toEqual([[null, '1', 'tool_call']]);
    expect(found.reading.notes).toEqual(['1 content part is not part of the text (inlineData).']);
    expect(found.reading.choices[0]?.toolCalls).toMatchObject([{ name: 'f', argumentsText: '{"a":1}' }]);
  });

  test('Gemini dumped by an SDK has keys in snake_case', () => {
    const found = read({
      candidates: [{ content: { parts: [{ text: 'a' }] }, finish_reason: 'MAX_TOKENS' }],
      usage_metadata: { prompt_token_count: 1, candidates_token_count: 2, total_token_count: 3 },
    });
    expect([...brief(found), counts(found)]).toEqual([
      ['a', 'MAX_TOKENS', 'length'],
      ['1', '2', '3'],
    ]);
  });

  test('Gemini without candidates says that the prompt was blocked', () => {
    const found = read({ promptFeedback: { blockReason: 'SAFETY' } });
    expect([found.format, found.reading.choices, found.reading.notes]).toEqual([
      'gemini',
      [],
      ['The prompt was blocked (SAFETY).'],
    ]);
  });

  test('predictions of Vertex AI are texts or lists of candidates, not embeddings', () => {
    const found = read({ predictions: [{ content: 'a', safetyAttributes: { blocked: true } }], deployedModelId: '1' });
    expect([found.format, ...brief(found)]).toEqual(['vertex-predict', ['a', 'blocked', 'filter']]);
    expect(brief(read({ predictions: [{ candidates: [{ content: 'b' }] }] }))).toEqual([['b', undefined, undefined]]);
    expect(read({ predictions: [{ embeddings: {} }] }).format).toBe('unknown');
  });
});
