// Steps over a bracket and all that is in it without reading it. Knows strings and brackets, no grammar.

import * as is from './characters.ts';
import { LiteralError } from './draft.ts';

/** The byte behind the string that begins with the quote at `at`; the end of the text where it is not closed. */
export function stringEnd(bytes: Uint8Array, at: number): number {
  const mark = bytes[at];
  for (let end = at + 1; end < bytes.length; end++) {
    if (bytes[end] === is.backslash) end++;
    else if (bytes[end] === mark) return end + 1;
  }
  return bytes.length;
}

/** The byte at which what begins at `at` gives way to a comma or a closing bracket around it. */
export function itemEnd(bytes: Uint8Array, at: number): number {
  let depth = 0;
  for (let end = at; end < bytes.length; ) {
    const byte = bytes[end];
    if (byte === is.apostrophe || byte === is.quote) {
      end = stringEnd(bytes, end);
      continue;
    }
    if (byte === is.openParen || byte === is.openBracket || byte === is.openBrace) depth++;
    else if (byte === is.closeParen || byte === is.closeBracket || byte === is.closeBrace) {
      if (depth === 0) return end;
      depth--;
    } else if (byte === is.comma && depth === 0) return end;
    end++;
  }
  throw new LiteralError(bytes.length, 'The text ends here', true);
}
