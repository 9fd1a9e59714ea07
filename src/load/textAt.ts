// The text of a place in a document. Runs in the worker.

import type { JsonDocument } from '../json/document.ts';
import type { Pointer } from '../json/pointer.ts';
import { readString } from '../json/text.ts';
import { decodeUtf8 } from '../json/utf8.ts';

/** As `stringAt`; of an object or a list its source text. */
export function textAt(document: JsonDocument, pointer: Pointer): string | undefined {
  const node = document.find(pointer);
  if (node?.kind !== 'object' && node?.kind !== 'array') return stringAt(document, pointer);
  return decodeUtf8(document.bytes, node.from, node.to);
}

/** Decoded; undefined where there is no string. */
export function stringAt(document: JsonDocument, pointer: Pointer): string | undefined {
  const node = document.find(pointer);
  return node?.kind === 'string' ? readString(document.bytes, node.from, node.to) : undefined;
}
