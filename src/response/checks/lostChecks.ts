// HL085: where a console or Python printed a sign such as `[Object]` instead of a value, which readers of those forms write as `{"lost": "[Object]"}`. Told by
// the text that was brought, so that a response that has such an object of its own is not blamed.

import type { JsonDocument } from '../../json/document.ts';
import { decodeUtf8 } from '../../json/utf8.ts';
import type { Issue } from '../model.ts';
import { placeName } from '../placeName.ts';

const start = '{"lost": "';
const longest = 400;
const pieceBytes = 4_000_000;

/** Piece by piece of the document, the places at which what stood there is lost. */
export function* lostPieces({ bytes, source }: JsonDocument): Generator<readonly number[]> {
  // What was brought as JSON has lost nothing in this way.
  if (source.bytes === bytes) return;
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    const found: number[] = [];
    const to = Math.min(bytes.length, from + pieceBytes);
    for (let at = bytes.indexOf(brace, from); at >= 0 && at < to; at = bytes.indexOf(brace, at + 1))
      if (standsAt(bytes, at)) found.push(at);
    yield found;
  }
}

const brace = start.charCodeAt(0);

function standsAt(bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < start.length; i++) if (bytes[at + i] !== start.charCodeAt(i)) return false;
  return true;
}

export function lostIssues(document: JsonDocument, places: readonly number[]): readonly Issue[] {
  return places.flatMap((byte): readonly Issue[] => {
    const sign = signAt(document, byte);
    if (sign === undefined) return [];
    const pointer = document.pointerAt(byte);
    return [
      {
        id: 'HL085',
        severity: 'warning',
        message: `\`${sign}\` was printed instead of the value of ${placeName(pointer)}, which is lost.`,
        pointer,
      },
    ];
  });
}

/** What stands at this place in the text that was brought, where it is what the document calls lost. */
function signAt({ bytes, source }: JsonDocument, byte: number): string | undefined {
  const text = decodeUtf8(bytes, byte, Math.min(bytes.length, byte + longest));
  const written = /^\{"lost": ("(?:[^"\\]|\\.)*")\}/.exec(text);
  if (written?.[1] === undefined) return undefined;
  const sign: unknown = JSON.parse(written[1]);
  const { from, to } = source.rangeOf(byte, byte + written[0].length);
  return typeof sign === 'string' && decodeUtf8(source.bytes, from, to) === sign ? sign : undefined;
}
