// The bytes of a source as the browser can keep them, read parts of them and read them again. Knows no form of input.

import { encodeText } from '../intake/recognise.ts';
import type { Source } from './protocol.ts';

/** What was brought, byte by byte; a text as UTF-8. */
export function contentOf(source: Source): Blob {
  return 'file' in source ? source.file : new Blob([encodeText(source.text)]);
}
