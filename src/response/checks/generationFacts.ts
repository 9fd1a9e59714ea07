// What is kept of the generations until the whole response is checked: numbers in columns, no object and no text of each. Knows no check.

import { type Pointer, pointerOf } from '../../json/pointer.ts';
import { HashIndex, mixed, spread } from '../issues/hashIndex.ts';
import { TextPoolWriter } from '../issues/textPool.ts';
import type { FinishClass, FinishReason } from '../model.ts';
import { finishClasses } from '../samples/sampleColumns.ts';
import type { ExtraKey } from '../violations.ts';

/** What is told of one generation. */
export interface GenerationFact {
  readonly id: string | undefined;
  readonly index: number | undefined;
  readonly modelConfigId: string | undefined;
  readonly finishReason: FinishReason | undefined;
  readonly toolCallCount: number;
  /** `output` or `raw_output` is not empty. */
  readonly hasText: boolean;
  /** Equal for generations of equal inputs. */
  readonly inputsKey: string;
  /** No output, no raw output, no tool call, and the finish class is `stop`. */
  readonly isEmptyStop: boolean;
  readonly extraKeys: readonly ExtraKey[];
}

/** Two generations that share something: the first that has it, and another one. */
export interface Repeated {
  readonly first: number;
  readonly other: number;
}

const hasTextBit = 1;
const isEmptyStopBit = 2;

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);

/** What the generations of all responses of a document have in common, by place in `data`: columns, ids, inputs, reasons. */
export class FactColumns {
  /** NaN where there is none. */
  index = new Float64Array(fewestRows);
  /** Number of the set of inputs + 1, and 0 where there is no index to be looked at within it. */
  inputs = new Uint32Array(fewestRows);
  /** Place in `reasons` + 1. */
  finish = new Uint32Array(fewestRows);
  toolCalls = new Uint32Array(fewestRows);
  bits = new Uint8Array(fewestRows);
  readonly reasons: { readonly raw: string; readonly code: number }[] = [];
  readonly reasonOf = new Map<string, number>();
  readonly inputsOf = new Map<string, number>();
  readonly ids = new TextPoolWriter();
  /** By number of an id, in the response that was read last of those that have it. */
  readonly firstOfId: number[] = [];
  readonly indexes = new HashIndex();

  /** Makes room for a place. */
  reach(position: number): void {
    if (position < this.index.length) return;
    let size = 2 * this.index.length;
    while (size <= position) size *= 2;
    const larger = <Cells extends Uint8Array | Uint32Array | Float64Array>(cells: Cells, fresh: Cells): Cells => {
      fresh.set(cells);
      return fresh;
    };
    this.index = larger(this.index, new Float64Array(size));
    this.inputs = larger(this.inputs, new Uint32Array(size));
    this.finish = larger(this.finish, new Uint32Array(size));
    this.toolCalls = larger(this.toolCalls, new Uint32Array(size));
    this.bits = larger(this.bits, new Uint8Array(size));
  }
}

const fewestRows = 64;
const none: readonly never[] = [];

/** By place in `data`; they are added in that order. Of several responses those of one, which begin at a place of their own, one response after the other. */
export class GenerationFacts {
  count = 0;
  /** Place of the first. */
  readonly first: number;
  readonly #columns: FactColumns;
  /** Of most responses there is one model config, and nothing is repeated or beyond the schema. */
  #model: string | undefined;
  #firstModel = 0;
  #models: Map<string, number> | undefined;
  #extraKeys: Map<string, Pointer> | undefined;
  #repeatedIds: (Repeated & { readonly id: string })[] | undefined;
  #repeatedIndexes: Repeated[] | undefined;

  /** `first`: its place in `data`; `columns`: shared by the responses of a document. */
  constructor(first = 0, columns = new FactColumns()) {
    this.first = first;
    this.#columns = columns;
  }

  /** Behind the last place. */
  get end(): number {
    return this.first + this.count;
  }

  /** The first generation of each model config, in the order in which they come, where there are several. */
  get models(): ReadonlyMap<string, number> | undefined {
    return this.#models;
  }

  /** The first place of each key that no schema lists. */
  get extraKeys(): Iterable<readonly [name: string, place: Pointer]> {
    return this.#extraKeys ?? none;
  }

  get repeatedIds(): readonly (Repeated & { readonly id: string })[] {
    return this.#repeatedIds ?? none;
  }

  get repeatedIndexes(): readonly Repeated[] {
    return this.#repeatedIndexes ?? none;
  }

  add(facts: GenerationFact): void {
    const position = this.first + this.count++;
    const columns = this.#columns;
    columns.reach(position);
    const { id, index, modelConfigId, finishReason } = facts;
    columns.index[position] = index ?? Number.NaN;
    columns.inputs[position] = index === undefined ? 0 : this.#addIndex(position, index, facts.inputsKey);
    columns.finish[position] = finishReason === undefined ? 0 : this.#reasonNumber(finishReason) + 1;
    columns.toolCalls[position] = facts.toolCallCount;
    columns.bits[position] = (facts.hasText ? hasTextBit : 0) | (facts.isEmptyStop ? isEmptyStopBit : 0);
    if (id !== undefined) this.#addId(position, id);
    if (modelConfigId !== undefined) this.#addModel(position, modelConfigId);
    for (const { name, pointer } of facts.extraKeys) {
      this.#extraKeys ??= new Map();
      if (!this.#extraKeys.has(name)) this.#extraKeys.set(name, pointer);
    }
  }

  /** NaN for none. */
  index(position: number): number {
    return this.#columns.index[position] ?? Number.NaN;
  }

  toolCallCount(position: number): number {
    return this.#columns.toolCalls[position] ?? 0;
  }

  hasText(position: number): boolean {
    return ((this.#columns.bits[position] ?? 0) & hasTextBit) !== 0;
  }

  isEmptyStop(position: number): boolean {
    return ((this.#columns.bits[position] ?? 0) & isEmptyStopBit) !== 0;
  }

  /** Place in `finishClasses`; −1 where it does not say how it ended. */
  finishCode(position: number): number {
    return this.#columns.reasons[(this.#columns.finish[position] ?? 0) - 1]?.code ?? -1;
  }

  finishClass(position: number): FinishClass | undefined {
    return finishClasses[this.finishCode(position)];
  }

  finishReason(position: number): FinishReason | undefined {
    const { raw, code } = this.#columns.reasons[(this.#columns.finish[position] ?? 0) - 1] ?? {};
    const known = finishClasses[code ?? -1];
    if (raw === undefined || known === undefined) return undefined;
    return { raw, class: known, pointer: pointerOf('data', position, 'finish_reason') };
  }

  /** The generations that have an index, by inputs, each group in the order of `data`. */
  *indexGroups(): Generator<Uint32Array> {
    const { inputs } = this.#columns;
    if (this.count === 1) {
      if (inputs[this.first] !== 0) yield Uint32Array.of(this.first);
      return;
    }
    // Sets of inputs are numbered through the document.
    const groups = new Map<number, number>();
    const sizes: number[] = [];
    const groupOf = (position: number): number => {
      const set = inputs[position] as number;
      return set === 0 ? -1 : (groups.get(set) ?? -1);
    };
    for (let position = this.first; position < this.end; position++) {
      const set = inputs[position] as number;
      if (set === 0) continue;
      const group = groups.get(set) ?? sizes.length;
      groups.set(set, group);
      sizes[group] = (sizes[group] ?? 0) + 1;
    }
    const starts = new Uint32Array(sizes.length + 1);
    sizes.forEach((size, group) => {
      starts[group + 1] = (starts[group] as number) + size;
    });
    const order = new Uint32Array(starts[sizes.length] as number);
    const next = starts.slice();
    for (let position = this.first; position < this.end; position++) {
      const group = groupOf(position);
      if (group < 0) continue;
      order[next[group] as number] = position;
      next[group] = (next[group] as number) + 1;
    }
    for (let group = 0; group < sizes.length; group++) yield order.subarray(starts[group], starts[group + 1]);
  }

  #addId(position: number, id: string): void {
    const { ids, firstOfId } = this.#columns;
    const number = ids.numberOf(id);
    const first = firstOfId[number];
    if (first === undefined || first < this.first) {
      firstOfId[number] = position;
      return;
    }
    this.#repeatedIds ??= [];
    this.#repeatedIds.push({ first, other: position, id });
  }

  #addModel(position: number, id: string): void {
    if (this.#model === undefined) {
      this.#model = id;
      this.#firstModel = position;
    } else if (id !== this.#model) {
      this.#models ??= new Map([[this.#model, this.#firstModel]]);
      if (!this.#models.has(id)) this.#models.set(id, position);
    }
  }

  /** Gives the number of its set of inputs + 1. */
  #addIndex(position: number, index: number, inputsKey: string): number {
    const { inputsOf, indexes, index: indexAt, inputs: inputsAt } = this.#columns;
    const known = inputsOf.get(inputsKey);
    const inputs = known ?? inputsOf.size + 1;
    if (known === undefined) inputsOf.set(inputsKey, inputs);
    // −0 is 0.
    double[0] = index + 0;
    const start = mixed(this.first, inputs);
    const hash = spread(mixed(mixed(start, words[0] ?? 0), words[1] ?? 0));
    const first = indexes.numberOf(hash, position, (other) => {
      return other >= this.first && indexAt[other] === index && inputsAt[other] === inputs;
    });
    if (first !== position) {
      this.#repeatedIndexes ??= [];
      this.#repeatedIndexes.push({ first, other: position });
    }
    return inputs;
  }

  #reasonNumber({ raw, class: own }: FinishReason): number {
    const { reasonOf, reasons } = this.#columns;
    const key = `${own} ${raw}`;
    const known = reasonOf.get(key);
    if (known !== undefined) return known;
    reasonOf.set(key, reasons.length);
    return reasons.push({ raw, code: finishClasses.indexOf(own) }) - 1;
  }
}
