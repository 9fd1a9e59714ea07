// How a list of tokens is written whose items are objects: what their keys are called. Knows no provider; their readers say it.

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

interface KeyBytes {
  readonly bytes: Uint8Array;
  readonly role: number;
}

const encoder = new TextEncoder();

export class ItemShape {
  readonly #keys: readonly KeyBytes[];

  constructor({ text, value = [], bytes, alternatives = [], special }: ItemKeys) {
    const named = (role: number, ...names: readonly (string | undefined)[]): readonly KeyBytes[] =>
      names.flatMap((name) => (name === undefined ? [] : [{ bytes: encoder.encode(`"${name}"`), role }]));
    this.#keys = [
      ...named(itemRole.text, text),
      ...named(itemRole.value, ...value),
      ...named(itemRole.bytes, bytes),
      ...named(itemRole.alternatives, ...alternatives),
      ...named(itemRole.special, special),
    ];
  }

  /** What the key says that is written from `from` to `to`, with its quotes; `unclear` where it is written with escapes. */
  roleOf(bytes: Uint8Array, from: number, to: number): number {
    const keys = this.#keys;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as KeyBytes;
      if (isWritten(bytes, from, to, key.bytes)) return key.role;
    }
    for (let at = from; at < to; at++) if (bytes[at] === 0x5c) return itemRole.unclear;
    return itemRole.other;
  }
}

function isWritten(bytes: Uint8Array, from: number, to: number, key: Uint8Array): boolean {
  if (to - from !== key.length) return false;
  for (let at = 1; at < key.length; at++) if (bytes[from + at] !== key[at]) return false;
  return true;
}
