// The issues of a document as everything that shows them reads them: columns without objects, an issue as an object when somebody looks at it.
// A view shows only some groups and has the same numbers. Immutable; knows no worker and no screen.

import type { Pointer } from '../../json/pointer.ts';
import type { Issue, Severity } from '../model.ts';
import type { SeverityCounts } from '../rows.ts';
import { joinPlace, placeWidth, splitPlace } from '../samples/placeCells.ts';
import {
  type IssueColumns,
  type IssueGroup,
  isInGeneration,
  noIssueColumns,
  placeHole,
  sharedText,
} from './issueColumns.ts';
import { isText, probeOf, textOf } from './textPool.ts';

/** Issues that are kept as objects. */
const mostKept = 500;

/** Which issues have been overtaken by what a person did since. */
export type FoundBefore = (table: IssueTable, n: number, group: IssueGroup) => boolean;

export class IssueTable {
  /** Those that are shown, of all groups together. */
  readonly length: number;
  readonly counts: SeverityCounts;
  /** In reading order, each with one issue at least. */
  readonly groups: readonly IssueGroup[];
  readonly columns: IssueColumns;
  readonly #foundBefore: FoundBefore | undefined;
  readonly #kept = new Map<number, Issue>();

  constructor(columns: IssueColumns, groups = columns.groups, foundBefore?: FoundBefore) {
    const counts = { error: 0, warning: 0, info: 0 };
    for (const { severity, count } of groups) counts[severity] += count;
    this.columns = columns;
    this.groups = groups;
    this.counts = counts;
    this.length = counts.error + counts.warning + counts.info;
    this.#foundBefore = foundBefore;
  }

  /** Those of some groups only; itself where that is all. */
  only(isShown: (group: IssueGroup) => boolean): IssueTable {
    const groups = this.groups.filter(isShown);
    return groups.length === this.groups.length ? this : new IssueTable(this.columns, groups, this.#foundBefore);
  }

  /** With `isFoundBefore` on those that it says. */
  withFoundBefore(foundBefore: FoundBefore): IssueTable {
    return new IssueTable(this.columns, this.groups, foundBefore);
  }

  /** The issue with this number in reading order; undefined where it is not shown. */
  at(n: number): Issue | undefined {
    const kept = this.#kept.get(n);
    if (kept !== undefined) return kept;
    const group = this.groupOf(n);
    if (group === undefined) return undefined;
    const { texts, pool } = this.columns;
    const detail = texts[2 * n + 1];
    const related = this.related(n);
    const issue: Issue = {
      id: group.check,
      severity: group.severity,
      message: this.#message(n),
      pointer: this.pointer(n),
      ...(related.length > 0 && { related }),
      ...(detail && { detail: textOf(pool, detail - 1) }),
      ...(this.isFoundBefore(n) && { isFoundBefore: true }),
    };
    if (this.#kept.size >= mostKept) this.#kept.clear();
    this.#kept.set(n, issue);
    return issue;
  }

  /** The group that a number belongs to; undefined where it is not shown. */
  groupOf(n: number): IssueGroup | undefined {
    // A group per check: there are few.
    return this.groups.find(({ from, count }) => n >= from && n < from + count);
  }

  /** The word of a place for 0 (by its number), then its positions: as `placeCells.ts` has them. */
  cell(n: number, at: number): number {
    return this.columns.places[n * placeWidth + at] ?? 0;
  }

  check(n: number): string | undefined {
    return this.groupOf(n)?.check;
  }

  severity(n: number): Severity | undefined {
    return this.groupOf(n)?.severity;
  }

  /** The generation that its place lies in; -1 for none. */
  position(n: number): number {
    return this.columns.positions[n] ?? -1;
  }

  pointer(n: number): Pointer {
    return this.#place(this.columns.places, n);
  }

  related(n: number): readonly Pointer[] {
    const { relatedEnds, related } = this.columns;
    const from = relatedEnds[n - 1] ?? 0;
    return Array.from({ length: (relatedEnds[n] ?? 0) - from }, (_, at) => this.#place(related, from + at));
  }

  hasRelated(n: number): boolean {
    const { relatedEnds } = this.columns;
    return relatedEnds[n] !== undefined && relatedEnds[n] > (relatedEnds[n - 1] ?? 0);
  }

  isFoundBefore(n: number): boolean {
    const group = this.#foundBefore && this.groupOf(n);
    return group !== undefined && this.#foundBefore?.(this, n, group) === true;
  }

  /** Whether any of these, all of one group, is. */
  isAnyFoundBefore(group: IssueGroup, numbers: Iterable<number> = numbersOf(group)): boolean {
    if (this.#foundBefore === undefined) return false;
    for (const n of numbers) if (this.#foundBefore(this, n, group)) return true;
    return false;
  }

  /** Numbers of the issues of all groups that lie in a generation, ascending; of those that lie in none for -1. */
  numbersIn(position: number): Uint32Array {
    const { byPosition } = this.columns;
    const from = firstIndex(byPosition.length, (at) => this.position(byPosition[at] ?? 0) >= position);
    const to = firstIndex(byPosition.length, (at) => this.position(byPosition[at] ?? 0) > position);
    return byPosition.subarray(from, to);
  }

  /** Those of one group. */
  numbersOf({ from, count }: IssueGroup, position: number): Uint32Array {
    const numbers = this.numbersIn(position);
    const first = firstIndex(numbers.length, (at) => (numbers[at] ?? 0) >= from);
    return numbers.subarray(
      first,
      firstIndex(numbers.length, (at) => (numbers[at] ?? 0) >= from + count),
    );
  }

  /** The first shown issue with exactly this place; -1 for none. */
  find(pointer: Pointer): number {
    const { places, pool } = this.columns;
    const cells = new Uint32Array(placeWidth);
    const word = splitPlace(pointer, cells, 1);
    const probe = probeOf(word);
    let same = -1;
    const numbers = isInGeneration(word) ? this.numbersIn(cells[1] ?? 0) : this.columns.positions.keys();
    for (const n of numbers) {
      const at = n * placeWidth;
      if (places[at + 1] !== cells[1] || places[at + 2] !== cells[2] || places[at + 3] !== cells[3]) continue;
      const number = places[at] ?? 0;
      if (number !== same && !isText(pool, number, probe)) continue;
      same = number;
      if (this.groupOf(n) !== undefined) return n;
    }
    return -1;
  }

  #message(n: number): string {
    const { texts, pool } = this.columns;
    const number = texts[2 * n] ?? 0;
    if (number < sharedText) return textOf(pool, number);
    return textOf(pool, number - sharedText).replace(placeHole, String(this.cell(n, 1)));
  }

  #place(cells: Uint32Array, at: number): Pointer {
    return joinPlace(textOf(this.columns.pool, cells[at * placeWidth] ?? 0), cells, at * placeWidth + 1);
  }
}

export const noIssues = new IssueTable(noIssueColumns);

function* numbersOf({ from, count }: IssueGroup): Generator<number> {
  for (let n = from; n < from + count; n++) yield n;
}

/** The first index below `count` that a test holds for, where it holds for all after it; `count` for none. */
function firstIndex(count: number, isAfter: (at: number) => boolean): number {
  let from = 0;
  let to = count;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (isAfter(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
