// The keys at the root of a response beside its two lists, by their number: documented ones first, also absent ones, then all others in the order of
// the text. A window of a million costs what the window holds. Runs in the worker.

import { documentCursor } from '../json/byteCursor.ts';
import type { JsonDocument, NodeView } from '../json/document.ts';
import { type Pointer, pointerOf, rootPointer } from '../json/pointer.ts';
import { decodeUtf8 } from '../json/utf8.ts';
import { isChatResponse } from '../response/isChat.ts';
import type { FieldRow, ToldFields } from '../response/rows.ts';
import { chatRootSchema, documentedRootKeys } from '../response/schema.ts';
import { startOf } from '../response/text/startOf.ts';

const listKeys: readonly string[] = ['data', 'provider_responses'];
/** Code points of a value's source text, and code units of a key. */
const previewLength = 200;
const keyLength = 300;
/** So many are told when the document opens. */
const toldAtOnce = 100;

export class ResponseFields {
  readonly #document: JsonDocument;
  readonly #documented: readonly string[];
  readonly #known: ReadonlySet<string>;
  /** Places among the members of the root that are not among the others, in order. */
  readonly #elsewhere: readonly number[];
  readonly count: number;

  constructor(document: JsonDocument) {
    const root = documentCursor(document, rootPointer);
    const isChat = root !== undefined && isChatResponse(root);
    this.#document = document;
    this.#documented = isChat ? [...documentedRootKeys, 'tool_choice'] : documentedRootKeys;
    this.#known = new Set<string>([...this.#documented, ...Object.keys(chatRootSchema.entries), ...listKeys]);
    const memberCount = document.find(rootPointer)?.childCount ?? 0;
    this.#elsewhere = [...listKeys, ...this.#documented]
      .flatMap((key) => document.find(pointerOf(key)) ?? [])
      .map((node) => this.#placeOf(node, memberCount))
      .sort((one, other) => one - other);
    this.count = this.#documented.length + memberCount - this.#elsewhere.length;
  }

  told(): ToldFields {
    return { fields: this.window(0, toldAtOnce), fieldCount: this.count };
  }

  window(from: number, count: number): readonly FieldRow[] {
    const documented = this.#documented.slice(from, from + count).map((key) => this.#documentedRow(key));
    const rest = count - documented.length;
    if (rest <= 0) return documented;
    const first = this.#memberOf(Math.max(0, from - this.#documented.length));
    const left = new Set(this.#elsewhere);
    const members = this.#document.children(rootPointer, first, rest + left.size) ?? [];
    const others = members.filter((_, at) => !left.has(first + at)).slice(0, rest);
    return [...documented, ...others.map((node) => this.#row(String(node.key), node.pointer, node))];
  }

  #documentedRow(key: string): FieldRow {
    const pointer = pointerOf(key);
    const node = this.#document.find(pointer);
    if (node !== undefined) return this.#row(key, pointer, node);
    return { key, pointer, presence: 'absent', isDocumented: true, preview: '', isPreviewWhole: true, childCount: 0 };
  }

  #row(key: string, pointer: Pointer, node: NodeView): FieldRow {
    const { bytes } = this.#document;
    // A code point has four bytes at most.
    const end = Math.min(node.to, node.from + 4 * (previewLength + 1));
    const preview = startOf(decodeUtf8(bytes, node.from, end), previewLength);
    return {
      key: key.slice(0, keyLength),
      ...(key.length > keyLength && { keyLength: key.length }),
      pointer,
      presence: presenceOf(node),
      isDocumented: this.#known.has(key),
      kind: node.kind,
      preview: preview.text,
      isPreviewWhole: preview.isWhole && end === node.to,
      childCount: node.childCount,
    };
  }

  /** The place among the members of the root of one of the others, by its number. */
  #memberOf(other: number): number {
    let place = other;
    for (const elsewhere of this.#elsewhere) if (elsewhere <= place) place++;
    return place;
  }

  /** The place of a member of the root: members stand in the order of the text. */
  #placeOf(node: NodeView, memberCount: number): number {
    let low = 0;
    let high = memberCount - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      const [member] = this.#document.children(rootPointer, middle, 1) ?? [];
      if (member !== undefined && member.from <= node.from) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function presenceOf({ kind, childCount, from, to }: NodeView): FieldRow['presence'] {
  switch (kind) {
    case 'null':
      return 'null';
    case 'object':
    case 'array':
      return childCount === 0 ? 'empty' : 'set';
    case 'string':
      return to - from <= 2 ? 'empty' : 'set';
    default:
      return 'set';
  }
}
