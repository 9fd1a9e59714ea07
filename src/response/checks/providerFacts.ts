// The provider responses of one response as its checks ask for them: read from columns when somebody asks. Knows no check.

import type { StatedCount } from '../choices/choiceColumns.ts';
import type { ProviderTable } from '../choices/choiceTable.ts';
import type { CountedResponses } from '../usageComparison.ts';

const nowhere: readonly number[] = [];

type Fact = Parameters<ProviderTable['hasAny']>[0];

/** Numbers `[from, to)` of a table. */
export class ProviderFacts implements CountedResponses {
  readonly table: ProviderTable;
  readonly from: number;
  readonly to: number;

  constructor(table: ProviderTable, from = 0, to = table.length) {
    this.table = table;
    this.from = from;
    this.to = Math.max(from, to);
  }

  get length(): number {
    return this.to - this.from;
  }

  /** Positions in `provider_responses`, in order. */
  *positions(): Generator<number> {
    for (let position = this.from; position < this.to; position++) yield position;
  }

  /** Those that may have this; none where no response of the document has it. */
  with(fact: Fact): Iterable<number> {
    return this.table.hasAny(fact) ? this.positions() : nowhere;
  }

  /** Whether any is of this format. */
  hasFormat(format: string): boolean {
    for (let position = this.from; position < this.to; position++)
      if (this.table.format(position) === format) return true;
    return false;
  }

  isAnyBlocked(): boolean {
    for (const position of this.with('blocked')) if (this.table.isBlocked(position)) return true;
    return false;
  }

  count(at: number, column: StatedCount): number {
    return this.table.count(this.from + at, column);
  }

  hasCount(column: StatedCount): boolean {
    return this.table.hasCount(column);
  }

  isLeftOver(at: number): boolean {
    return this.table.isLeftOver(this.from + at);
  }
}
