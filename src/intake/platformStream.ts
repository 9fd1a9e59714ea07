// The platform's own stream, in which each event is a response of its own that holds the next piece of some generations: joins the pieces.
// Knows which keys hold text that grows; what a generation means is the reader's business.

import { documentCursor } from '../json/byteCursor.ts';
import type { JsonCursor } from '../json/cursor.ts';
import { createDocument } from '../json/document.ts';
import { indexLines } from '../json/lines.ts';
import { rootPointer } from '../json/pointer.ts';
import { skim } from '../json/skim.ts';

const growing = ['output', 'raw_output'];

/**
 * One response of all pieces as UTF-8: texts joined, of any other key the last value that is not null, as it was written. Pieces belong together
 * when their `id` and `index` are the same. All `provider_responses` of the pieces are one provider response, a list. Undefined when a piece holds no list
 * `data`.
 */
export function platformStream(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> | undefined {
  const roots: JsonCursor[] = [];
  for (const piece of pieces) {
    const root = cursorOf(piece);
    const data = root?.get('data');
    if (root === undefined || data?.kind !== 'array' || !isPiece(data)) return undefined;
    roots.push(root);
  }
  const generations = new Map<string, JsonCursor[]>();
  const provided: string[] = [];
  for (const root of roots) {
    for (const item of root.get('data')?.items() ?? []) {
      const key = `${item.get('index')?.lexeme()} ${item.get('id')?.lexeme()}`;
      const known = generations.get(key);
      if (known) known.push(item);
      else generations.set(key, [item]);
    }
    for (const item of root.get('provider_responses')?.items() ?? []) provided.push(item.lexeme());
  }
  const data = [...generations.values()].map(merged);
  const members = [
    ...membersOf(roots, ['data', 'provider_responses']),
    `"data": [\n${data.join(',\n')}\n]`,
    `"provider_responses": [${provided.length > 1 ? `[\n${provided.join(',\n')}\n]` : provided.join('')}]`,
  ];
  return new TextEncoder().encode(`{${members.join(', ')}}\n`);
}

function isPiece(data: JsonCursor): boolean {
  for (const item of data.items()) if (item.get('output') === undefined) return false;
  return true;
}

function cursorOf(bytes: Uint8Array): JsonCursor | undefined {
  return documentCursor(createDocument(bytes, skim(bytes, { depth: 4 }), indexLines(bytes)), rootPointer);
}

function merged(pieces: readonly JsonCursor[]): string {
  const texts = growing.flatMap((key) => {
    const found = pieces.flatMap((piece) => {
      const text = piece.get(key);
      return text?.kind === 'string' ? [text.lexeme().slice(1, -1)] : [];
    });
    return found.length === 0 ? [] : [`${JSON.stringify(key)}: "${found.join('')}"`];
  });
  return `{${[...membersOf(pieces, texts.length === 0 ? [] : growing), ...texts].join(', ')}}`;
}

/** `"key": value` of every key of the pieces but some, with the last value that is not null. */
function membersOf(pieces: readonly JsonCursor[], without: readonly string[]): readonly string[] {
  const last = new Map<string, JsonCursor>();
  for (const piece of pieces) {
    for (const [key, value] of piece.entries()) {
      if (!without.includes(key) && (value.kind !== 'null' || !last.has(key))) last.set(key, value);
    }
  }
  return [...last].map(([key, value]) => `${JSON.stringify(key)}: ${value.lexeme()}`);
}
