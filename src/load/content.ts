// The bytes of a source as the browser can keep them, read parts of them and read them again. Knows no form of input.

import { encodeText } from '../intake/recognise.ts';
import type { Source } from './protocol.ts';
import { sendPieces } from './textPieces.ts';

/** What was brought, byte by byte; a text as UTF-8. */
export function contentOf(source: Source): Blob {
  return 'file' in source ? source.file : new Blob([encodeText(source.text)]);
}

/** As `contentOf` of a long text, piece by piece, so that the page is not held up. */
export function contentInPieces(text: string): Promise<Blob> {
  const parts: Blob[] = [];
  return new Promise((resolve) => {
    sendPieces(
      text,
      (piece, isLast) => {
        parts.push(new Blob([encodeText(piece)]));
        if (isLast) resolve(new Blob(parts));
      },
      () => true,
    );
  });
}
