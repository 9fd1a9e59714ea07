// Puts runs and the single issues between them into reading order, group by group. Knows numbers only.

import type { IssueRun } from './issueRuns.ts';
import { NumberList } from './numberList.ts';
import { type StretchColumns, sharedWidth } from './stretches.ts';

/** A run within a group. */
interface GroupRun {
  /** Single issues before it, those of groups before included. */
  readonly before: number;
  /** Where its first issue stands in `shared`, and how many a generation has. */
  readonly shared: number;
  readonly each: number;
  readonly from: number;
  readonly count: number;
}

export class StretchWriter {
  readonly #ofGroup = new Map<number, GroupRun[]>();
  readonly #shared = new NumberList();
  /** By what the generations of a run share: where it stands in `shared`, by group. */
  readonly #known = new Map<IssueRun['numbers'], ReadonlyMap<number, Pick<GroupRun, 'shared' | 'each'>>>();

  /** `next`: by group, the single issue that would follow. */
  add({ numbers, from, count }: IssueRun, next: Uint32Array): void {
    let known = this.#known.get(numbers);
    if (known === undefined) {
      known = this.#write(numbers);
      this.#known.set(numbers, known);
    }
    for (const [group, own] of known) {
      const runs = this.#ofGroup.get(group) ?? [];
      runs.push({ before: next[group] ?? 0, ...own, from, count });
      this.#ofGroup.set(group, runs);
    }
  }

  /** `groups` in reading order: the number of each, and the single issue that follows its last; gives their ranges, and how many issues there are, beside the columns. */
  finish(groups: readonly { readonly number: number; readonly end: number }[]): StretchColumns & {
    readonly ranges: readonly { readonly from: number; readonly count: number }[];
    readonly length: number;
  } {
    const cells = new NumberList();
    let n = 0;
    let single = 0;
    const add = (count: number, shared: number, each: number, start: number): void => {
      if (count === 0) return;
      for (const cell of [n, single, shared, each, start]) cells.push(cell);
      n += count;
      if (each === 0) single += count;
    };
    const ranges = groups.map(({ number, end }) => {
      const from = n;
      for (const { before, shared, each, from: start, count } of this.#ofGroup.get(number) ?? []) {
        add(before - single, 0, 0, 0);
        add(count * each, shared, each, start);
      }
      add(end - single, 0, 0, 0);
      return { from, count: n - from };
    });
    const stretches = this.#ofGroup.size > 0 ? cells.cells() : new Uint32Array(0);
    return { stretches, shared: this.#shared.cells(), ranges, length: n };
  }

  #write(numbers: IssueRun['numbers']): ReadonlyMap<number, Pick<GroupRun, 'shared' | 'each'>> {
    const known = new Map<number, Pick<GroupRun, 'shared' | 'each'>>();
    for (const group of new Set(numbers.map((one) => one.group))) {
      const own = numbers.filter((one) => one.group === group);
      known.set(group, { shared: this.#shared.length / sharedWidth, each: own.length });
      for (const { word, rest, text } of own)
        for (const cell of [word, rest[0] ?? 0, rest[1] ?? 0, text]) this.#shared.push(cell);
    }
    return known;
  }
}
