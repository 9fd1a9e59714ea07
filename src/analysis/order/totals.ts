// What rows add up to, read from their columns. Pure.

import { outputKinds, tokenSources } from '../../response/samples/sampleColumns.ts';
import type { SampleTable } from '../../response/samples/sampleTable.ts';
import type { LeftOutReason, TokenFigures } from '../../response/tokens/token.ts';
import type { SampleTotals } from './orderRequest.ts';

const stepLength = 10_000;
const estimated = tokenSources.indexOf('estimated');
const absentKinds: readonly number[] = [outputKinds.indexOf('missing'), outputKinds.indexOf('null')];

/** Over the rows that `isIn` says, or all `count`; in steps. A row that has not been read has nothing. */
export function* totalsOf(
  rows: SampleTable,
  count: number,
  isIn: Uint8Array | undefined,
): Generator<void, SampleTotals> {
  const gathered = new Gathered(rows);
  for (let position = 0; position < count; position++) {
    if (isIn === undefined || isIn[position] === 1) gathered.add(position);
    if (position % stepLength === stepLength - 1) yield;
  }
  return gathered.totals();
}

class Gathered {
  readonly #rows: SampleTable;
  readonly #sizes = new Map<number, number>();
  readonly #ends = new Map<string | undefined, { count: number; isStop: boolean }>();
  readonly #pooled: PooledColumns;
  #count = 0;
  #checked = 0;
  #grouped = 0;
  #tried = 0;
  #linked = 0;
  #tokens = 0;
  #withTokens = 0;
  #estimates = 0;
  #characters = 0;
  #withCharacters = 0;

  constructor(rows: SampleTable) {
    this.#rows = rows;
    this.#pooled = new PooledColumns(rows);
  }

  add(position: number): void {
    const rows = this.#rows;
    this.#count++;
    const isChecked = rows.isChecked(position);
    if (isChecked) this.#checked++;
    this.#addGroup(position, isChecked);
    const word = rows.finish(position);
    const end = this.#ends.get(word) ?? { count: 0, isStop: false };
    end.count++;
    end.isStop ||= rows.finishClass(position) === 0;
    if (end.count === 1) this.#ends.set(word, end);
    const tokens = rows.tokenCount(position);
    if (!Number.isNaN(tokens)) {
      this.#tokens += tokens;
      this.#withTokens++;
      if (rows.tokenSource(position) === estimated) this.#estimates++;
    }
    const characters = rows.characters(position);
    if (!Number.isNaN(characters)) {
      this.#characters += characters;
      this.#withCharacters++;
    }
    if (rows.linkWord(position) >= 0) this.#tried++;
    if (rows.hasChoice(position)) this.#linked++;
    this.#pooled.add(position);
  }

  #addGroup(position: number, isChecked: boolean): void {
    const rows = this.#rows;
    const group = rows.group(position);
    if (group >= 0) {
      this.#grouped++;
      if (!rows.isBroken(position)) this.#sizes.set(group, (this.#sizes.get(group) ?? 0) + 1);
    } else if (isChecked && rows.toolCallCount(position) === 0 && absentKinds.includes(rows.outputKind(position))) {
      // It gave no answer.
      this.#grouped++;
    }
  }

  totals(): SampleTotals {
    const count = this.#count;
    const isChecked = this.#checked === count;
    const groups = count > 0 && this.#grouped === count ? sizesOf(this.#sizes) : undefined;
    const logprobs = isChecked ? this.#pooled.figures() : undefined;
    return {
      count,
      ...(groups && { groups }),
      ...(count > 0 &&
        isChecked && {
          finish: Array.from(this.#ends, ([word, end]) => ({ ...(word !== undefined && { word }), ...end })),
        }),
      ...(isChecked && this.#withTokens > 0 && { tokens: this.#tokens }),
      areTokensEstimated: this.#estimates > 0,
      withTokens: this.#withTokens,
      ...(this.#withCharacters > 0 &&
        (isChecked || this.#withCharacters === count) && { characters: this.#characters }),
      withCharacters: this.#withCharacters,
      ...(logprobs && { logprobs }),
      ...(count > 0 && this.#tried === count && { linked: this.#linked }),
    };
  }
}

function sizesOf(sizes: ReadonlyMap<number, number>): NonNullable<SampleTotals['groups']> {
  const counts = new Map<number, number>();
  for (const size of sizes.values()) counts.set(size, (counts.get(size) ?? 0) + 1);
  return Array.from(counts, ([size, count]) => ({ size, count })).sort((one, other) => other.size - one.size);
}

const leftOutColumns = {
  prompt: 'leftPrompt',
  afterStop: 'leftAfterStop',
  special: 'leftSpecial',
  unusable: 'leftUnusable',
} as const satisfies Record<LeftOutReason, string>;

/** Each token counts once, however the lists are cut; no window reaches over the end of a list. Figures are absent where no token is usable. */
class PooledColumns {
  readonly #rows: SampleTable;
  readonly #leftOut = new Map<LeftOutReason, number>();
  #lists = 0;
  #count = 0;
  #usable = 0;
  #total = 0;
  #below = 0;
  #lowest = Number.NaN;
  #lowestAt = -1;
  #window = Number.NaN;
  #windowAt = -1;
  #isPromptAmong = false;

  constructor(rows: SampleTable) {
    this.#rows = rows;
  }

  add(position: number): void {
    const rows = this.#rows;
    const listed = rows.figure('listed', position);
    if (Number.isNaN(listed)) return;
    this.#lists++;
    this.#count += listed;
    this.#isPromptAmong ||= rows.isPromptAmong(position);
    for (const reason of Object.keys(leftOutColumns) as LeftOutReason[]) {
      const left = rows.figure(leftOutColumns[reason], position);
      if (left > 0) this.#leftOut.set(reason, (this.#leftOut.get(reason) ?? 0) + left);
    }
    const mean = rows.figure('mean', position);
    if (Number.isNaN(mean)) return;
    const usable = rows.figure('usable', position);
    const total = rows.figure('total', position);
    this.#usable += usable;
    this.#total += Number.isNaN(total) ? mean * usable : total;
    this.#below += rows.figure('below', position) || 0;
    const lowest = rows.figure('lowest', position);
    if (!(Number.isNaN(lowest) || this.#lowest <= lowest)) [this.#lowest, this.#lowestAt] = [lowest, position];
    const window = rows.figure('windowMean', position);
    if (!(Number.isNaN(window) || this.#window <= window)) [this.#window, this.#windowAt] = [window, position];
  }

  /** Undefined where there is no list. */
  figures(): TokenFigures | undefined {
    if (this.#lists === 0) return undefined;
    const [usable, total] = [this.#usable, this.#total];
    const lowest = this.#rows.at(this.#lowestAt)?.logprobs?.lowest;
    const window = this.#rows.at(this.#windowAt)?.logprobs?.window;
    return {
      count: this.#count,
      usable,
      ...(this.#leftOut.size > 0 && { leftOut: Object.fromEntries(this.#leftOut) }),
      ...(this.#isPromptAmong && { isPromptAmong: true }),
      ...(usable > 0 && { mean: total / usable, total, below: this.#below }),
      ...(lowest && { lowest }),
      ...(window && { window }),
    };
  }
}
