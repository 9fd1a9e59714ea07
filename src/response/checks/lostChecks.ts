// HL085: where a console or Python printed a sign such as `[Object]` instead of a value, which readers of those forms write as `{"lost": "[Object]"}`. Told by
// the text that was brought, so that a response that has such an object of its own is not blamed. And where PowerShell (ConvertTo-Json, two levels unless told
// otherwise) wrote an object as a text, `"@{role=assistant; content=Hi}"`.

import type { JsonDocument } from '../../json/document.ts';
import { pointerKeys } from '../../json/pointer.ts';
import { decodeUtf8 } from '../../json/utf8.ts';
import type { Issue } from '../model.ts';
import { placeName } from '../placeName.ts';

const start = '{"lost": "';
const longest = 400;
const pieceBytes = 4_000_000;

/** Piece by piece of the document, the places at which what stood there is lost. */
export function* lostPieces({ bytes, source }: JsonDocument): Generator<readonly number[]> {
  // What was brought as JSON has no signs of a console.
  const isMade = source.bytes !== bytes;
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    const to = Math.min(bytes.length, from + pieceBytes);
    const signs = isMade ? placesOf(bytes, from, to, start, 0) : [];
    yield [...signs, ...placesOf(bytes, from, to, shellStart, shellStart.indexOf('@'))];
  }
}

const shellStart = '"@{';

/** Where a text of ASCII begins, whose byte at `rare` lies in `[from, to)`: that byte is looked for. */
function placesOf(bytes: Uint8Array, from: number, to: number, text: string, rare: number): number[] {
  const found: number[] = [];
  // A view that ends at `to` keeps the native search from running on.
  const piece = bytes.subarray(from, to);
  const wanted = text.charCodeAt(rare);
  for (let at = piece.indexOf(wanted); at >= 0; at = piece.indexOf(wanted, at + 1))
    if (standsAt(bytes, from + at - rare, text)) found.push(from + at - rare);
  return found;
}

function standsAt(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

export function lostIssues(document: JsonDocument, places: readonly number[]): readonly Issue[] {
  return places.flatMap((byte): readonly Issue[] => {
    const sign = document.bytes[byte] === quote ? shellSignAt(document, byte) : signAt(document, byte);
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

const quote = shellStart.charCodeAt(0);
/** Keys below which providers and the platform write an object or a list, never a text that begins in this way. */
const objectKeys =
  /^(?:message|delta|usage|usageMetadata|usage_metadata|inputs|logprobs|tool_calls|function|metadata)$/;
/** Below these there may be a text as well: then only what an object of theirs begins with. */
const mixedKeys = /^(?:content|parts)$/;
const mixedStart = /^"@\{(?:role|parts|type|text|content)=/;

/** The beginning of a text that PowerShell wrote for an object. */
function shellSignAt(document: JsonDocument, byte: number): string | undefined {
  const { bytes } = document;
  const text = decodeUtf8(bytes, byte, Math.min(bytes.length, byte + longest));
  const sign = /^"(@\{\w[\w.-]*=)/.exec(text)?.[1];
  if (sign === undefined) return undefined;
  const pointer = document.pointerAt(byte);
  const key = pointerKeys(pointer).findLast((token) => !/^\d+$/.test(token)) ?? '';
  if (!objectKeys.test(key) && !(mixedKeys.test(key) && mixedStart.test(text))) return undefined;
  const node = document.find(pointer);
  // A key may begin so too.
  return node?.from === byte && bytes[node.to - 2] === closing ? `${sign}…}` : undefined;
}

const closing = '}'.charCodeAt(0);
