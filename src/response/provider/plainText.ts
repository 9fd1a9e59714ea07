// A provider response that is nothing but its text, or a list of texts.

import type { JsonCursor } from '../../json/cursor.ts';
import { choiceOf, joinTexts, readingOf } from './parts.ts';
import type { ProviderReader } from './reading.ts';

export const plainText: ProviderReader = {
  format: 'plain-text',
  label: 'Plain text',
  recognises(body) {
    return textsOf(body).length > 0;
  },
  read(body) {
    return readingOf({
      choices: textsOf(body).map((text, position) => choiceOf(text, position, { text: joinTexts([text]) })),
    });
  },
};

/** The text, or the items of a list of nothing but texts. */
function textsOf(body: JsonCursor): readonly JsonCursor[] {
  if (body.kind === 'string') return [body];
  const items = Array.from(body.items());
  return items.every(({ kind }) => kind === 'string') ? items : [];
}
