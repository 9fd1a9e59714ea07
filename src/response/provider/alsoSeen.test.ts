// Oddities of servers that share a shape, hand-made from the format notes with invented texts.

import { describe, expect, test } from 'vitest';
import { brief, counts, read } from '../../../e2e/fixtures/testReading.ts';
import type { JsonValue } from '../../json/value.ts';
import { readTokens } from '../tokens/readTokens.ts';

const chat = (message: JsonValue, more: { readonly [key: string]: JsonValue } = {}) =>
  read({ choices: [{ index: 0, message, finish_reason: 'stop' }], ...more });

describe('a chat', () => {
  const call = { id: 'call_1', function: { name: 'pour', arguments: '{}' } };

  test('without any content that calls tools is those calls (Mistral)', () => {
    const [choice] = chat({ role: 'assistant', tool_calls: [call] }).reading.choices;
    expect(choice).toMatchObject({ text: null, textKind: 'toolOnly', toolCalls: [{ name: 'pour' }] });
  });

  test('whose content is an object has the text that is written (JSON mode)', () => {
    const [choice] = chat({ content: { tea: 'green', cups: 2 } }).reading.choices;
    expect(choice).toMatchObject({
      text: '{"tea":"green","cups":2}',
      textKind: 'content',
      textPointers: ['/provider_responses/0/choices/0/message/content'],
    });
  });

  test('has its reasoning apart wherever it stands', () => {
    const reasoningOf = (message: object) =>
      chat({ content: 'Green', ...message } as JsonValue).reading.choices[0]?.reasoning?.text;
    expect(reasoningOf({ reasoning_content: null, reasoning: 'Warm.' })).toBe('Warm.');
    expect(reasoningOf({ thinking: 'Warm.' })).toBe('Warm.');
    expect(reasoningOf({ reasoning: null, reasoning_details: [{ text: 'Wa' }, { summary: 'rm.' }] })).toBe('Warm.');
    expect(reasoningOf({ reasoning: 'Warm.', reasoning_details: [{ text: 'Warm.' }] })).toBe('Warm.');
  });

  test('says which tools the provider ran itself (Groq), and cites without harm', () => {
    const { reading } = chat(
      { content: 'Green', executed_tools: [{ type: 'search' }], annotations: [{ type: 'url_citation' }] },
      { citations: ['https://tea.example'] },
    );
    expect(reading.notes).toEqual(['1 content part is not part of the text (executed_tools).']);
  });

  test('counts reasoning that stands outside the completion apart (xAI)', () => {
    const usage = {
      prompt_tokens: 3,
      completion_tokens: 4,
      total_tokens: 12,
      completion_tokens_details: { reasoning_tokens: 5 },
    };
    const found = chat({ content: 'Green' }, { usage });
    expect([counts(found), found.reading.usage?.reasoning?.value]).toEqual([['3', '4', '12'], 5]);
  });

  test('is found below the keys of a gateway', () => {
    const body = { choices: [{ message: { content: 'Green' } }] };
    for (const key of ['result', 'response', 'output']) expect(brief(read({ [key]: body }))[0]?.[0]).toBe('Green');
    expect(read({ response: { status_code: 200, body } }).format).toBe('openai-chat');
  });
});

describe('a completion', () => {
  const tokensOf = (logprobs: JsonValue, text = 'Green tea') => {
    const [choice] = read({ choices: [{ text, index: 0, logprobs }] }).reading.choices;
    return choice && readTokens(choice, { prompts: [] });
  };

  test('with tokens that have no values at all repeats no prompt (goose.ai)', () => {
    const found = tokensOf({ tokens: ['Green', ' tea'] });
    expect(found).toMatchObject({ isEcho: false, coverage: { relation: 'equal' }, facts: { generated: 2, usable: 0 } });
    expect(found?.tokens.every(({ isPrompt }) => !isPrompt)).toBe(true);
  });

  test('may have positions that go on where those of the first choice began (mindie)', () => {
    const logprobs = { tokens: ['Green', ' tea'], token_logprobs: [-1, -1], text_offset: [39, 44] };
    expect(tokensOf(logprobs)?.offsets).toBe('fit');
  });
});

test('several texts of one call stand in a list (Hugging Face)', () => {
  const found = read([{ generated_text: 'Green' }, { generated_text: 'Black' }]);
  expect([found.format, ...brief(found).map(([text]) => text)]).toEqual(['tgi', 'Green', 'Black']);
});

test('a body alone in a list is read', () => {
  expect(brief(read([{ choices: [{ text: 'Green', finish_reason: 'stop' }] }]))).toEqual([['Green', 'stop', 'stop']]);
});
