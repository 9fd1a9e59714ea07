// What is legal or accepted in a text but worth knowing: the first ones with their places, and how many in all.
// Knows places; must not know how to find them.

import type { Pointer } from './pointer.ts';

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

/** Counts findings and keeps the first ones. One budget is shared by all lists of a document. */
export class FindingCollector<T extends Finding> implements FindingList<T> {
  total = 0;
  readonly first: T[] = [];
  private readonly budget: PointerBudget;

  constructor(budget: PointerBudget) {
    this.budget = budget;
  }

  /** Counts one; whether it is to be kept as well. */
  count(): boolean {
    this.total++;
    return this.first.length < keptFindings && this.budget.left > 0;
  }

  /** Keeps a finding and returns its position in `first`. */
  keep(finding: T): number {
    this.budget.left -= finding.pointer.length;
    return this.first.push(finding) - 1;
  }
}

export interface PointerBudget {
  left: number;
}

export function newPointerBudget(): PointerBudget {
  return { left: pointerBudget };
}
