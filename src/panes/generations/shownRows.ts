// The rows of the table as they stand: how many, which, and one at a time as somebody looks at it. Positions are places in `data`, places are those in the
// table. Pure; nothing here makes a row that is not asked for.

import type { Captured } from '../../analysis/capture.ts';
import type { CapturedColumn } from '../../analysis/order/orderRequest.ts';
import type { BesideRow } from '../../analysis/takeaway/rowsRequest.ts';
import { pointerOf } from '../../json/pointer.ts';
import type { Annotations } from '../../response/annotations.ts';
import type { FoundRows, TextMatches } from '../../response/matches.ts';
import type { GenerationRow } from '../../response/rows.ts';

/** A row with what a person noted beside it. */
export interface ShownRow extends GenerationRow, BesideRow {
  /** Where the filter of the table stands in the output. */
  readonly matches?: TextMatches;
}

/** The rows of a document, one at a time. */
export interface RowSource {
  at(position: number): GenerationRow | undefined;
}

/** What stands beside the rows. */
export interface BesideRows {
  readonly found?: FoundRows | undefined;
  /** By position, as far as it is known what a row shows of the filter. */
  readonly matches?: ReadonlyMap<number, TextMatches> | undefined;
  readonly annotations?: Annotations | undefined;
  /** By pattern; undefined until known. */
  readonly captured?: readonly (CapturedColumn | undefined)[] | undefined;
  /** By number. */
  readonly responseNames?: readonly string[];
  readonly promptText?: (prompt: number) => string;
  /** Where rows stand in groups. */
  readonly groupOf?: (row: Pick<GenerationRow, 'response' | 'prompt'>) => number;
}

export class ShownRows {
  readonly count: number;
  readonly #source: RowSource;
  /** Absent for all in the order of the document. */
  readonly #positions: Uint32Array | undefined;
  readonly #broken: ReadonlySet<number>;
  readonly #beside: BesideRows;
  readonly #made = new Map<number, ShownRow>();
  #placeOf: { readonly position: number; readonly place: number } | undefined;
  #has: Uint8Array | undefined;
  #matchesBefore: Float64Array | undefined;

  /** `broken`: positions of generations that the text breaks off in. */
  constructor(
    source: RowSource,
    count: number,
    positions: Uint32Array | undefined,
    broken: readonly number[],
    beside: BesideRows,
  ) {
    this.#source = source;
    this.count = positions?.length ?? count;
    this.#positions = positions;
    this.#broken = new Set(broken);
    this.#beside = beside;
  }

  positionAt(place: number): number | undefined {
    if (place < 0 || place >= this.count) return undefined;
    return this.#positions === undefined ? place : this.#positions[place];
  }

  /** As they are shown. */
  *positions(): Generator<number> {
    for (let place = 0; place < this.count; place++) yield this.positionAt(place) ?? -1;
  }

  /** -1 where it is not shown. */
  placeOf(position: number | undefined): number {
    if (position === undefined) return -1;
    if (this.#placeOf?.position !== position) this.#placeOf = { position, place: this.#find(position) };
    return this.#placeOf.place;
  }

  /** The row with what stands beside it; the same object as often as it is asked for. One that has not arrived yet stands there empty. */
  rowAt(place: number): ShownRow | undefined {
    const position = this.positionAt(place);
    if (position === undefined) return undefined;
    const known = this.#made.get(position);
    if (known !== undefined) return known;
    const row = this.#with(this.#source.at(position) ?? emptyRow(position));
    this.#made.set(position, row);
    return row;
  }

  /** Whether another group begins with the row at a place. */
  startsGroup(place: number): boolean {
    const { groupOf } = this.#beside;
    const [row, before] = [this.rowAt(place), this.rowAt(place - 1)];
    return groupOf !== undefined && row !== undefined && before !== undefined && groupOf(row) !== groupOf(before);
  }

  /** What stands beside a row and not in it; `response` and `prompt` are the numbers of its own. Undefined for nothing. */
  besideOf(position: number, { response, prompt }: Pick<GenerationRow, 'response' | 'prompt'>): BesideRow | undefined {
    const { annotations, captured, responseNames, promptText } = this.#beside;
    const annotation = annotations?.[position];
    const found =
      captured === undefined || captured.length === 0 ? undefined : captured.map((one) => capturedAt(one, position));
    const responseName = response === undefined ? undefined : responseNames?.[response];
    const asked = prompt === undefined ? undefined : promptText?.(prompt);
    if (!annotation && !found && responseName === undefined && asked === undefined) return undefined;
    return {
      ...(annotation && { annotation }),
      ...(found && { captured: found }),
      ...(responseName !== undefined && { responseName }),
      ...(asked !== undefined && { promptText: asked }),
    };
  }

  /** Positions of the rows that can be compared, as they are shown. */
  choosable(): Uint32Array {
    const all = this.#positions ?? Uint32Array.from({ length: this.count }, (_, place) => place);
    return this.#broken.size === 0 ? all : all.filter((position) => !this.#broken.has(position));
  }

  /** Whether all, some or none of the rows that can be compared are chosen. */
  chosenState(chosen: readonly number[]): 'all' | 'some' | 'none' {
    const count = chosen.reduce((sum, position) => sum + Number(this.#isChoosable(position)), 0);
    if (count === 0) return 'none';
    const choosable = this.#broken.size === 0 ? this.count : this.choosable().length;
    return count === choosable ? 'all' : 'some';
  }

  /** How often the filter stands in the output; undefined where only the id or the finish reason holds it, or nothing is filtered. */
  matchCountOf(position: number): number | undefined {
    const { found } = this.#beside;
    const at = found === undefined ? -1 : placeIn(found.positions, position);
    return found?.counts[at] || undefined;
  }

  /** Matches in the rows before a place, in all of them for `count`. */
  matchesBefore(place: number): number {
    this.#matchesBefore ??= this.#addMatches();
    return this.#matchesBefore[place] ?? 0;
  }

  #find(position: number): number {
    if (this.#positions !== undefined) return this.#positions.indexOf(position);
    return position < this.count ? position : -1;
  }

  #isChoosable(position: number): boolean {
    if (this.#broken.has(position)) return false;
    if (this.#positions === undefined) return position < this.count;
    if (this.#has === undefined) {
      const has = new Uint8Array(this.#positions.reduce((most, one) => Math.max(most, one), -1) + 1);
      for (const one of this.#positions) has[one] = 1;
      this.#has = has;
    }
    return this.#has[position] === 1;
  }

  #addMatches(): Float64Array {
    const before = new Float64Array(this.count + 1);
    for (let place = 0; place < this.count; place++)
      before[place + 1] = (before[place] ?? 0) + (this.matchCountOf(this.positionAt(place) ?? -1) ?? 0);
    return before;
  }

  #with(row: GenerationRow): ShownRow {
    const match = this.#beside.matches?.get(row.position);
    const beside = this.besideOf(row.position, row);
    if (match === undefined && beside === undefined) return row;
    return { ...row, ...(match && { matches: match }), ...beside };
  }
}

function capturedAt(column: CapturedColumn | undefined, position: number): Captured | undefined {
  const count = column?.counts[position] ?? -1;
  if (column === undefined || count < 0) return undefined;
  const value = column.values[column.valueAt[position] ?? -1];
  return { count, ...(value !== undefined && { value }) };
}

/** -1 for none. */
function placeIn(rising: Uint32Array, value: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return rising[low] === value ? low : -1;
}

function emptyRow(position: number): GenerationRow {
  return {
    pointer: pointerOf('data', position),
    position,
    label: String(position),
    preview: '',
    isPreviewWhole: false,
    outputKind: 'missing',
    toolCallCount: 0,
    toolResultCount: 0,
    hasInputs: false,
    hasMessages: false,
    issues: { error: 0, warning: 0, info: 0 },
    isChecked: false,
    isBroken: false,
  };
}
