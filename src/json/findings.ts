// What is legal or accepted in a text but worth knowing: the first ones with their places, and how many in all.
// Takes byte ranges and the stack of open containers; must not know how the text is read.

import type { ContainerStack } from './containerStack.ts';
import type { KeyRegister } from './keyRegister.ts';
import { kindCode } from './nodeTable.ts';
import { roundedByDouble } from './number.ts';
import { type Pointer, pointerFromKeys } from './pointer.ts';
import { lexeme, readString } from './text.ts';

/** Bytes `[from, to)`, and the value they belong to (for something inside a key: the object that has the key). */
export interface Finding {
  readonly from: number;
  readonly to: number;
  readonly pointer: Pointer;
}

/** A key that occurs more than once in the object at `pointer`; the range is its last occurrence, which counts. */
export interface DuplicateKey extends Finding {
  readonly key: string;
  readonly occurrences: number;
}

/** A number that JavaScript cannot hold as written; `rounded` is what it would make of it. */
export interface InexactNumber extends Finding {
  readonly lexeme: string;
  readonly rounded: string;
}

/** One of the words that Python writes and JSON does not know. */
export interface NonJsonLiteral extends Finding {
  readonly lexeme: 'NaN' | 'Infinity' | '-Infinity';
}

/** `total` counts all, `first` holds the first 1,000 of them (fewer where their pointers are enormous). */
export interface FindingList<T extends Finding> {
  readonly total: number;
  readonly first: readonly T[];
}

/** Everything the strict pass reports about a text beside its first error. */
export interface StrictFindings {
  readonly duplicateKeys: FindingList<DuplicateKey>;
  readonly nonJsonLiterals: FindingList<NonJsonLiteral>;
  readonly inexactNumbers: FindingList<InexactNumber>;
  /** Bytes that are no UTF-8, in strings; neighbouring ones are one finding. */
  readonly invalidUtf8: FindingList<Finding>;
  /** `\uD800` to `\uDFFF` without their other half. */
  readonly loneSurrogates: FindingList<Finding>;
}

const keptFindings = 1000;

/** Characters of pointers that all findings of one document may hold together: a pointer can be megabytes long. */
const pointerBudget = 8_000_000;

interface GrowingList<T extends Finding> extends FindingList<T> {
  total: number;
  readonly first: T[];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function newList<T extends Finding>(): GrowingList<T> {
  return { total: 0, first: [] };
}

/** Collects the findings of one pass. `level` below is the place on the stack: its size for a value that is read now. */
export class FindingRecorder {
  readonly findings = {
    duplicateKeys: newList<DuplicateKey>(),
    nonJsonLiterals: newList<NonJsonLiteral>(),
    inexactNumbers: newList<InexactNumber>(),
    invalidUtf8: newList<Finding>(),
    loneSurrogates: newList<Finding>(),
  } satisfies StrictFindings;
  readonly #bytes: Uint8Array;
  readonly #stack: ContainerStack;
  #budget = pointerBudget;
  #invalidTo = -1;

  constructor(bytes: Uint8Array, stack: ContainerStack) {
    this.#bytes = bytes;
    this.#stack = stack;
  }

  /** One of the words of Python, at this range. */
  literal(word: NonJsonLiteral['lexeme'], from: number, to: number): void {
    this.#record(this.findings.nonJsonLiterals, this.#stack.size, (pointer) => ({ from, to, pointer, lexeme: word }));
  }

  /** A number that may be inexact: reports it when it is. */
  number(from: number, to: number): void {
    const written = lexeme(this.#bytes, from, to);
    const rounded = roundedByDouble(written);
    if (rounded === undefined) return;
    this.#record(this.findings.inexactNumbers, this.#stack.size, (pointer) => ({
      from,
      to,
      pointer,
      lexeme: written,
      rounded,
    }));
  }

  /** Bytes that are no UTF-8; they join the finding right before them. */
  invalidUtf8(from: number, to: number, level: number): void {
    const list = this.findings.invalidUtf8;
    if (from !== this.#invalidTo) {
      this.#record(list, level, (pointer) => ({ from, to, pointer }));
    } else {
      const last = list.first.at(-1);
      if (last?.to === from) list.first[list.first.length - 1] = { ...last, to };
    }
    this.#invalidTo = to;
  }

  loneSurrogate(from: number, level: number): void {
    this.#record(this.findings.loneSurrogates, level, (pointer) => ({ from, to: from + 6, pointer }));
  }

  /** A further occurrence of a key, which the register has as `entry`. */
  duplicateKey(keys: KeyRegister, entry: number, from: number, to: number): void {
    const list = this.findings.duplicateKeys;
    const occurrences = keys.occurrences[entry] as number;
    if (occurrences === 2) {
      const isKept = this.#record(list, this.#stack.size - 1, (pointer) => {
        return { from, to, pointer, key: readString(this.#bytes, from, to), occurrences };
      });
      if (isKept) keys.kept[entry] = list.first.length - 1;
      return;
    }
    // Changed in place: one key may occur a million times.
    const kept: Writable<DuplicateKey> | undefined = list.first[keys.kept[entry] as number];
    if (kept === undefined) return;
    kept.from = from;
    kept.to = to;
    kept.occurrences = occurrences;
  }

  /** Counts a finding, and keeps it while there is room; the pointer is made only then. */
  #record<T extends Finding>(list: GrowingList<T>, level: number, make: (pointer: Pointer) => T): boolean {
    list.total++;
    if (list.first.length >= keptFindings || this.#budget <= 0) return false;
    const pointer = this.#pointerOf(level);
    this.#budget -= pointer.length;
    list.first.push(make(pointer));
    return true;
  }

  /** The pointer of the container at a level of the stack, or of the value that is read now. */
  #pointerOf(level: number): Pointer {
    const { kinds, counts, keyFroms, keyTos } = this.#stack;
    const path: (string | number)[] = [];
    for (let i = 0; i < level; i++) {
      const isObject = kinds[i] === kindCode.object;
      path.push(isObject ? readString(this.#bytes, keyFroms[i] as number, keyTos[i] as number) : (counts[i] as number));
    }
    return pointerFromKeys(path);
  }
}
