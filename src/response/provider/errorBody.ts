// A provider that answered with an error instead of choices.

import type { JsonCursor } from '../../json/cursor.ts';
import { isSet, readingOf } from './parts.ts';
import type { ProviderReader } from './reading.ts';

const answers = ['choices', 'candidates', 'content', 'output', 'completions', 'generations', 'status'];

export const errorBody: ProviderReader = {
  format: 'error',
  label: 'Error',
  recognises(body) {
    const error = body.get('error');
    const isError = error?.kind === 'object' || (error?.text() ?? '') !== '' || body.get('type')?.text() === 'error';
    return isError && !answers.some((key) => isSet(body.get(key)));
  },
  read(body) {
    const error = body.get('error') ?? body;
    const code = error.get('code') ?? error.get('type') ?? error.get('status');
    const inner = error.get('innererror')?.get('code')?.text();
    const codeText = code && codeOf(code);
    return readingOf({
      error: {
        message: error.text() ?? error.get('message')?.text() ?? body.get('message')?.text() ?? 'No message is given.',
        ...(codeText !== undefined && { code: codeText }),
        pointer: error.pointer,
      },
      notes: inner === undefined ? [] : [`Inner error: ${inner}.`],
    });
  },
};

function codeOf(code: JsonCursor): string | undefined {
  return code.kind === 'number' ? code.lexeme() : code.text();
}
