// The search over a whole document, in the worker that owns it: piece by piece, each a question of its own, so that others are answered in
// between; and what a hit means. Never runs a person's pattern: that may never end.

import type { JsonDocument, NodeView } from '../json/document.ts';
import { placeAt } from '../json/lines.ts';
import { type FoundPiece, findText, type TextSought } from '../json/search/findText.ts';
import { partEnd } from '../json/search/parts.ts';
import { lexeme, readString } from '../json/text.ts';
import { excerptAround } from '../response/matches.ts';
import type { DocumentPart, FoundPlace } from '../response/questions.ts';

/** A piece takes some twenty milliseconds. */
const pieceBytes = 16_000_000;
const pieceHits = 10_000;
/** Handed to another worker by way of the page. */
const partBytes = 1_000_000;
/** Of a longer text the place of a hit is not worked out. */
const longestText = 64_000_000;

export function findPiece(bytes: Uint8Array, sought: TextSought, from: number): FoundPiece {
  return findText(bytes, sought, from, pieceBytes, pieceHits);
}

export function documentPart(bytes: Uint8Array, from: number): DocumentPart {
  const to = partEnd(bytes, from, partBytes);
  return { bytes: bytes.slice(from, to), ...(to < bytes.length && { next: to }) };
}

export function foundPlace(document: JsonDocument, from: number, to: number): FoundPlace {
  const { bytes, source } = document;
  const pointer = document.pointerAt(from);
  const written = source.rangeOf(from, to);
  const place = {
    pointer,
    ...written,
    start: placeAt(source.bytes, source.lines, written.from),
    end: placeAt(source.bytes, source.lines, written.to),
  };
  const node = document.find(pointer);
  if (node === undefined) return { ...place, part: 'between' };
  if (from >= node.keyFrom && from < node.keyTo) {
    return { ...place, part: 'key', ...inText(bytes, node.keyFrom, node.keyTo, true, from, to) };
  }
  if (isContainer(node) || from < node.from || from >= node.to) return { ...place, part: 'between' };
  return { ...place, part: 'value', ...inText(bytes, node.from, node.to, node.kind === 'string', from, to) };
}

function isContainer({ kind }: NodeView): boolean {
  return kind === 'object' || kind === 'array';
}

/** Where bytes `[from, to)` stand in the text `[textFrom, textTo)`, of a string with its quotes; what lies beyond the text is left out. */
function inText(
  bytes: Uint8Array,
  textFrom: number,
  textTo: number,
  isString: boolean,
  from: number,
  to: number,
): Pick<FoundPlace, 'range' | 'excerpt'> {
  if (textTo - textFrom > longestText) return {};
  const [first, last] = isString ? [textFrom + 1, Math.max(textFrom + 1, textTo - 1)] : [textFrom, textTo];
  const [start, end] = [Math.max(from, first), Math.min(to, last)];
  // With a byte more at both ends, as a string has its quotes.
  const read = (a: number, b: number) => (isString ? readString(bytes, a - 1, b + 1) : lexeme(bytes, a, b));
  const text = read(first, last);
  const before = read(first, start).length;
  const range = { from: before, to: before + (end > start ? read(start, end).length : 0) };
  return { range, excerpt: excerptAround({ text, from: 0 }, [range], range) };
}
