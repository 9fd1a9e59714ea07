// How a list of tokens is written whose items are objects: what their keys are called. Knows no provider; their readers say it.

import { stringEnd, type ViewedBytes } from '../../json/byteReader.ts';

/** What a member of an item says; each at most once, so that a set of them is a number. */
export const itemRole = { other: 0, text: 1, value: 2, bytes: 4, alternatives: 8, special: 16, unclear: -1 } as const;

export interface ItemKeys {
  readonly text?: string;
  /** Spellings of the key of the log probability, of which an item has one. */
  readonly value?: readonly string[];
  readonly bytes?: string;
  /** Spellings of the key of a list of alternatives, which are items too. */
  readonly alternatives?: readonly string[];
  /** `true` there makes a control token. */
  readonly special?: string;
}

/** A key as it is written, quotes included, and the four bytes at some places of it. */
interface WrittenKey {
  readonly role: number;
  readonly length: number;
  readonly words: Int32Array;
  readonly places: Uint8Array;
}

const encoder = new TextEncoder();
/** Members of an item whose keys are expected where the last item had them. */
const mostExpected = 8;

export class ItemShape {
  /** Where the key ends that was read last. */
  keyEnd = 0;
  readonly #keys: readonly WrittenKey[];
  readonly #expected: (WrittenKey | undefined)[] = Array.from({ length: mostExpected }, () => undefined);

  constructor({ text, value = [], bytes, alternatives = [], special }: ItemKeys) {
    const named = (role: number, ...names: readonly (string | undefined)[]): readonly WrittenKey[] =>
      names.flatMap((name) => (name === undefined ? [] : [writtenKey(name, role)]));
    this.#keys = [
      ...named(itemRole.text, text),
      ...named(itemRole.value, ...value),
      ...named(itemRole.bytes, bytes),
      ...named(itemRole.alternatives, ...alternatives),
      ...named(itemRole.special, special),
    ];
  }

  /**
   * What the key at `at` says, of member `nth` of its item; `unclear` where it is no key or written with escapes. Items are written alike, so
   * that the key of the last item is tried first.
   */
  readKey(text: ViewedBytes, at: number, to: number, nth: number): number {
    const expected = nth < mostExpected ? this.#expected[nth] : undefined;
    if (expected !== undefined && isWritten(text.view, at, to, expected)) {
      this.keyEnd = at + expected.length;
      return expected.role;
    }
    const { bytes } = text;
    const end = stringEnd(bytes, at, to);
    this.keyEnd = end;
    if (end < 0) return itemRole.unclear;
    for (const key of this.#keys) {
      if (key.length !== end - at || !isWritten(text.view, at, to, key)) continue;
      if (nth < mostExpected) this.#expected[nth] = key;
      return key.role;
    }
    for (let place = at; place < end; place++) if (bytes[place] === 0x5c) return itemRole.unclear;
    return itemRole.other;
  }
}

function writtenKey(name: string, role: number): WrittenKey {
  const bytes = encoder.encode(`"${name}"`);
  const { length } = bytes;
  const view = new DataView(bytes.buffer);
  // The last four overlap those before.
  const places = Uint8Array.from({ length: Math.ceil(length / 4) }, (_, at) => Math.min(4 * at, length - 4));
  return { role, length, places, words: Int32Array.from(places, (place) => view.getInt32(place)) };
}

/** Whether the key stands at `at`; a name has two letters and more. */
function isWritten(view: DataView, at: number, to: number, { length, words, places }: WrittenKey): boolean {
  if (at + length > to) return false;
  for (let i = 0; i < words.length; i++) {
    if (view.getInt32(at + (places[i] as number)) !== words[i]) return false;
  }
  return true;
}
