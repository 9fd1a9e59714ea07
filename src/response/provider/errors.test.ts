// Errors in the shapes in which providers and the servers before them write them, with invented texts.

import { describe, expect, test } from 'vitest';
import { read } from '../../../e2e/fixtures/testReading.ts';
import type { JsonValue } from '../../json/value.ts';

describe('error bodies', () => {
  test('of OpenAI, Anthropic and servers with a plain text', () => {
    const azure = read({ error: { message: 'Filtered.', code: 'content_filter', innererror: { code: 'Policy' } } });
    expect(azure).toMatchObject({ format: 'error', reading: { choices: [], notes: ['Inner error: Policy.'] } });
    expect(azure.reading.error).toEqual({
      message: 'Filtered.',
      code: 'content_filter',
      pointer: '/provider_responses/0/error',
    });
    const anthropic = read({ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } });
    expect(anthropic.reading.error).toMatchObject({ message: 'Overloaded', code: 'overloaded_error' });
    expect(read({ error: 'model not found' }).reading.error?.message).toBe('model not found');
  });

  test('are not answers that have an error beside them', () => {
    expect(read({ error: null, choices: [{ text: 'a' }] }).format).toBe('openai-completion');
    expect(read({ error: { message: 'late' }, choices: [{ text: 'a' }] }).format).toBe('openai-completion');
  });
});

describe('an error', () => {
  const cases: readonly (readonly [
    name: string,
    body: JsonValue,
    message: string,
    code: string | undefined,
    place: string,
  ])[] = [
    [
      'as a text with a code beside it (xAI)',
      { code: 'bad-request', error: 'No such tea' },
      'No such tea',
      'bad-request',
      '/error',
    ],
    ['with a number for a code', { error: { code: 429, message: 'Too many' } }, 'Too many', '429', '/error'],
    [
      'with a code of null and a type',
      { error: { code: null, type: 'quota', message: 'Too many' } },
      'Too many',
      'quota',
      '/error',
    ],
    [
      'beside an empty list of choices',
      { error: { message: 'Too many' }, choices: [] },
      'Too many',
      undefined,
      '/error',
    ],
    [
      'with a status beside it',
      { timestamp: 'x', status: 500, error: 'Internal Server Error' },
      'Internal Server Error',
      '500',
      '/error',
    ],
    [
      'with a type beside it (TGI)',
      { error: 'Too long', error_type: 'validation' },
      'Too long',
      'validation',
      '/error',
    ],
    ['in a list (Gemini)', [{ error: { code: 400, message: 'Bad', status: 'INVALID' } }], 'Bad', '400', '/0/error'],
    [
      'in a list of errors (watsonx)',
      { errors: [{ code: 'a', message: 'One' }, { message: 'Two' }], trace: 't' },
      'One; Two',
      'a',
      '/errors',
    ],
    [
      'that says that it is one (vLLM)',
      { object: 'error', message: 'Bad', type: 'BadRequest', param: null, code: 400 },
      'Bad',
      '400',
      '',
    ],
    [
      'with details inside its message (Mistral)',
      { object: 'error', message: { detail: [{ loc: ['body', 'n'], msg: 'Too many', type: 'max' }] }, type: 'invalid' },
      'body.n: Too many',
      'invalid',
      '',
    ],
    [
      'named by its key (Bedrock)',
      { throttlingException: { message: 'Slower' } },
      'Slower',
      undefined,
      '/throttlingException',
    ],
    ['of a message alone (Bedrock)', { message: 'Denied' }, 'Denied', undefined, '/message'],
    ['of a message and an id (Cohere)', { id: 'x', message: 'Denied' }, 'Denied', undefined, '/message'],
    [
      'of a message with its type',
      { __type: 'ThrottlingException', message: 'Slower' },
      'Slower',
      'ThrottlingException',
      '/message',
    ],
    ['of a Message', { Message: 'Denied' }, 'Denied', undefined, '/Message'],
    ['of a detail (Mistral)', { detail: 'Not found' }, 'Not found', undefined, '/detail'],
    [
      'of a detail with a title and a status',
      { title: 'Unauthenticated', detail: 'No token', status: 401 },
      'No token',
      '401',
      '/detail',
    ],
    ['of an object for a detail', { detail: { error: 'Busy' } }, 'Busy', undefined, '/detail'],
    [
      'of a list of details (FastAPI)',
      { detail: [{ loc: ['body', 'messages', 0], msg: 'Field required', type: 'missing' }, { msg: 'Too long' }] },
      'body.messages.0: Field required; Too long',
      'missing',
      '/detail',
    ],
    [
      'in the body of what a gateway returned',
      { statusCode: 400, body: '{"error": {"message": "Bad"}}' },
      'Bad',
      undefined,
      '/body',
    ],
  ];

  test.each(cases)('%s is read as one', (_name, body, message, code, where) => {
    const { format, reading } = read(body);
    expect([format, reading.choices]).toEqual(['error', []]);
    expect(reading.error).toEqual({
      message,
      ...(code !== undefined && { code }),
      pointer: `/provider_responses/0${where}`,
    });
  });

  test('beside an answer is kept with it', () => {
    const choice = { message: { content: 'Green' }, finish_reason: 'error', error: { code: 502, message: 'Broke' } };
    expect(read({ choices: [choice] })).toMatchObject({
      format: 'openai-chat',
      reading: { error: { message: 'Broke', code: '502' }, choices: [{ text: 'Green' }] },
    });
    const failed = {
      object: 'response',
      status: 'failed',
      output: [],
      error: { code: 'server_error', message: 'Broke' },
    };
    expect(read(failed)).toMatchObject({ format: 'openai-responses', reading: { error: { message: 'Broke' } } });
  });

  test.each<JsonValue>([
    { message: { text: 'Hello' } },
    { message: 'Hello', history: ['Hi'] },
    { error: null, answer: 'Hello' },
    { error: '', answer: 'Hello' },
    { errors: [], answer: 'Hello' },
  ])('is not what %o is', (body) => {
    expect(read(body).format).toBe('unknown');
  });

  test('is not what a text is that an answer writes in JSON', () => {
    expect(read('{"message": "Hello"}').format).toBe('plain-text');
  });
});
