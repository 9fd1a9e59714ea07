// The issues of a document as everything that shows them reads them: columns without objects, an issue as an object when somebody looks at it.
// A view shows only some groups and has the same numbers. Immutable; knows no worker and no screen.

import type { Pointer } from '../../json/pointer.ts';
import type { Issue, Severity } from '../model.ts';
import type { SeverityCounts } from '../rows.ts';
import { joinPlace, placeWidth, splitPlace } from '../samples/placeCells.ts';
import { firstIndex } from './firstIndex.ts';
import {
  type IssueColumns,
  type IssueGroup,
  isInGeneration,
  noIssueColumns,
  placeCell,
  placeHole,
  sharedText,
} from './issueColumns.ts';
import { Stretches } from './stretches.ts';
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
  readonly stretches: Stretches;
  readonly #foundBefore: FoundBefore | undefined;
  readonly #kept = new Map<number, Issue>();

  constructor(columns: IssueColumns, groups = columns.groups, foundBefore?: FoundBefore) {
    const counts = { error: 0, warning: 0, info: 0 };
    for (const { severity, count } of groups) counts[severity] += count;
    this.columns = columns;
    this.stretches = new Stretches(columns, lengthOf(columns.groups));
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
    const detail = texts[2 * this.stretches.single(n) + 1];
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
    return placeCell(this.columns, this.stretches, n, at);
  }

  check(n: number): string | undefined {
    return this.groupOf(n)?.check;
  }

  severity(n: number): Severity | undefined {
    return this.groupOf(n)?.severity;
  }

  /** The generation that its place lies in; -1 for none. */
  position(n: number): number {
    const single = this.stretches.single(n);
    return single < 0 ? this.stretches.position(n) : (this.columns.positions[single] ?? -1);
  }

  pointer(n: number): Pointer {
    const single = this.stretches.single(n);
    if (single >= 0) return this.#place(this.columns.places, single);
    return this.#place(
      Uint32Array.from({ length: placeWidth }, (_, at) => this.cell(n, at)),
      0,
    );
  }

  related(n: number): readonly Pointer[] {
    const { relatedEnds, related } = this.columns;
    const single = this.stretches.single(n);
    const from = relatedEnds[single - 1] ?? 0;
    return Array.from({ length: Math.max(0, (relatedEnds[single] ?? 0) - from) }, (_, at) =>
      this.#place(related, from + at),
    );
  }

  hasRelated(n: number): boolean {
    const { relatedEnds } = this.columns;
    const single = this.stretches.single(n);
    return (relatedEnds[single] ?? 0) > (relatedEnds[single - 1] ?? 0);
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
    const { byPosition, positions } = this.columns;
    const positionAt = (at: number) => positions[byPosition[at] ?? 0] ?? -1;
    const from = firstIndex(byPosition.length, (at) => positionAt(at) >= position);
    const to = firstIndex(byPosition.length, (at) => positionAt(at) > position);
    const singles = byPosition.subarray(from, to);
    if (this.stretches.isNone) return singles;
    const numbers = singles.map((single) => this.stretches.numberOf(single));
    const ofRuns = this.stretches.numbersIn(position);
    return ofRuns.length === 0 ? numbers : Uint32Array.from([...numbers, ...ofRuns]).sort();
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
    const { pool } = this.columns;
    const cells = new Uint32Array(placeWidth);
    const word = splitPlace(pointer, cells, 1);
    const probe = probeOf(word);
    let same = -1;
    const isIn = isInGeneration(word);
    // Those of runs lie in generations.
    for (const one of isIn ? this.numbersIn(cells[1] ?? 0) : this.columns.positions.keys()) {
      const n = isIn ? one : this.stretches.numberOf(one);
      if (this.cell(n, 1) !== cells[1] || this.cell(n, 2) !== cells[2] || this.cell(n, 3) !== cells[3]) continue;
      const number = this.cell(n, 0);
      if (number !== same && !isText(pool, number, probe)) continue;
      same = number;
      if (this.groupOf(n) !== undefined) return n;
    }
    return -1;
  }

  #message(n: number): string {
    const { texts, shared, pool } = this.columns;
    const single = this.stretches.single(n);
    const number = (single < 0 ? shared[this.stretches.sharedAt(n) + 3] : texts[2 * single]) ?? 0;
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

function lengthOf(groups: readonly IssueGroup[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}
