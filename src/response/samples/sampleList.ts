// Some samples of a table in an order of their own: single cells without objects, a row as an object when somebody looks at it. What is said in place
// of the answers, as where reasonings are compared, lies over it. Immutable; knows no screen.

import type { FinishClass, OutputKind } from '../model.ts';
import type { GenerationRow } from '../rows.ts';
import type { FigureName } from './figureNames.ts';
import { finishClasses, outputKinds } from './sampleColumns.ts';
import type { SampleTable } from './sampleTable.ts';

/** What stands in place of the answers. */
export interface SaidInstead {
  /** Number of the group of equal ones. */
  group(place: number): number;
  rowOf(row: GenerationRow, place: number): GenerationRow;
}

export class SampleList {
  /** Places in `data`, by place in the list. */
  readonly positions: readonly number[];
  readonly #table: SampleTable;
  readonly #instead: SaidInstead | undefined;
  /** Of each its place in what stands in place of the answers. */
  readonly #places: readonly number[] | undefined;
  readonly #made = new Map<number, GenerationRow>();

  /** Positions beyond the table do not get in. */
  constructor(table: SampleTable, positions: readonly number[], instead?: SaidInstead, places?: readonly number[]) {
    const isWithin = (position: number): boolean => position >= 0 && position < table.length;
    this.positions = positions.every(isWithin) ? positions : positions.filter(isWithin);
    this.#table = table;
    this.#instead = instead;
    this.#places = places;
  }

  get length(): number {
    return this.positions.length;
  }

  /** The row as an object; undefined where there is none. */
  at(place: number): GenerationRow | undefined {
    const position = this.positions[place];
    const row = position === undefined ? undefined : this.#table.at(position);
    if (row === undefined || this.#instead === undefined) return row;
    const made = this.#made.get(place) ?? this.#instead.rowOf(row, this.#saidAt(place));
    this.#made.set(place, made);
    return made;
  }

  /** The first ones as objects. */
  first(most: number): readonly GenerationRow[] {
    return Array.from({ length: Math.min(most, this.length) }, (_, place) => this.at(place) ?? []).flat();
  }

  /** Those at these places, in this order. */
  pick(places: readonly number[]): SampleList {
    const own = places.filter((place) => this.positions[place] !== undefined);
    return new SampleList(
      this.#table,
      own.map((place) => this.positions[place] ?? -1),
      this.#instead,
      this.#instead && own.map((place) => this.#saidAt(place)),
    );
  }

  /** The same samples in the same order, of the same table. */
  equals(other: SampleList): boolean {
    return (
      this.#table === other.#table &&
      this.#instead === other.#instead &&
      this.length === other.length &&
      this.positions.every((position, place) => position === other.positions[place])
    );
  }

  /** Its place in `data`; that in the list where there is none. */
  position(place: number): number {
    return this.positions[place] ?? place;
  }

  /** Places in the list, in document order. */
  inDocumentOrder(): readonly number[] {
    return [...this.positions.keys()].sort((one, other) => this.position(one) - this.position(other));
  }

  /** The name; '' where there is none. */
  label(place: number): string {
    const position = this.positions[place];
    return position === undefined ? '' : this.#table.label(position);
  }

  outputKind(place: number): OutputKind | undefined {
    return this.#instead === undefined ? outputKinds[this.#table.outputKind(this.#position(place))] : 'text';
  }

  toolCallCount(place: number): number {
    return this.#instead === undefined ? this.#table.toolCallCount(this.#position(place)) : 0;
  }

  /** Number of the group of equal answers; -1 for none. */
  group(place: number): number {
    return this.#instead === undefined
      ? this.#table.group(this.#position(place))
      : this.#instead.group(this.#saidAt(place));
  }

  /** No output at all, or null, and nothing beside it. */
  hasNoAnswer(place: number): boolean {
    const kind = this.outputKind(place);
    const isAbsent = kind === 'missing' || kind === 'null';
    return (
      isAbsent &&
      this.toolCallCount(place) === 0 &&
      this.group(place) < 0 &&
      this.#table.isChecked(this.#position(place))
    );
  }

  /** Of the answer: NaN for none, and for what stands in place of it. */
  figure(name: FigureName, place: number): number {
    return this.#instead === undefined ? this.#table.figure(name, this.#position(place)) : Number.NaN;
  }

  tokenCount(place: number): number {
    return this.#instead === undefined ? this.#table.tokenCount(this.#position(place)) : Number.NaN;
  }

  finishClass(place: number): FinishClass | undefined {
    return finishClasses[this.#table.finishClass(this.#position(place))];
  }

  /** The finish reason as written. */
  finishRaw(place: number): string | undefined {
    return this.#table.finishRaw(this.#position(place));
  }

  #position(place: number): number {
    return this.positions[place] ?? -1;
  }

  #saidAt(place: number): number {
    return this.#places === undefined ? place : (this.#places[place] ?? -1);
  }
}
