// What the table of a loaded document lists: a filter over many rows would index each of them otherwise.

import { expect, test } from 'vitest';
import { completion, response } from '../../e2e/fixtures/foundIssues.ts';
import type { JsonDocument } from '../json/document.ts';
import { pointerOf } from '../json/pointer.ts';
import { loadResponse } from './loadResponse.ts';

test('the members of each generation are in the table of its document', async () => {
  const texts = ['Green tea', 'Black tea'];
  const documents: JsonDocument[] = [];
  await loadResponse({ text: JSON.stringify(response(texts, [completion(texts)])) }, false, {
    tell: () => {},
    onDocument: (document) => documents.push(document),
    pause: async () => {},
    rest: async () => {},
  });
  const document = documents.at(-1);
  for (const position of [0, 1])
    for (const key of ['output', 'finish_reason', 'id'])
      expect(document?.row(pointerOf('data', position, key))?.table, `${position} ${key}`).toBe(document?.table);
});
