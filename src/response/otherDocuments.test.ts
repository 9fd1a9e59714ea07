import { expect, test } from 'vitest';
import { valueCursor } from '../json/cursor.ts';
import { rootPointer } from '../json/pointer.ts';
import { otherDocument } from './otherDocuments.ts';

const named = (value: unknown) => otherDocument(valueCursor(value as never, rootPointer))?.title;

test.each([
  [{ model: 'tea-1', messages: [{ role: 'user', content: 'x' }], temperature: 1 }, 'request'],
  [
    {
      messages: [
        { role: 'user', content: 'x' },
        { role: 'assistant', content: 'y' },
      ],
    },
    'fine-tuning',
  ],
  [{ object: 'list', data: [{ object: 'embedding', embedding: [0.1], index: 0 }] }, 'embeddings'],
  [{ object: 'list', data: [{ id: 'tea-1', object: 'model' }] }, 'list of models'],
  [{ openapi: '3.1.0', info: {}, paths: {} }, 'OpenAPI'],
  [{ name: 'x', version: '1.0.0', dependencies: {} }, 'package.json'],
  [{ type: 'object', properties: { data: {} } }, 'JSON Schema'],
  [{ id: 'batch_1', object: 'batch', output_file_id: 'file-1' }, 'batch'],
])('%j is named', (value, words) => {
  expect(named(value)).toContain(words);
});

test.each([
  [{ id: 'x', object: 'chat.completion', model: 'tea-1', choices: [] }],
  [{ model: 'tea-1', prompt: 'x', response: 'y', done: true }],
  [{ a: 1 }],
  [[{ model: 'tea-1', messages: [] }]],
])('%j is none of them', (value) => {
  expect(named(value)).toBeUndefined();
});
