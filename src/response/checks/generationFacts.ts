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

/** By place in `data`; they are added in that order. Of several responses those of one, which begin at a place of their own. */
export class GenerationFacts {
  count = 0;
  /** Place of the first. */
  readonly first: number;
  /** The first generation of each model config, in the order in which they come. */
  readonly models = new Map<string, number>();
  /** The first place of each key that no schema lists. */
  readonly extraKeys = new Map<string, Pointer>();
  readonly repeatedIds: (Repeated & { readonly id: string })[] = [];
  readonly repeatedIndexes: Repeated[] = [];
  #index: Float64Array<ArrayBuffer>;
  /** Number of the set of inputs + 1, and 0 where there is no index to be looked at within it. */
  #inputs: Uint32Array<ArrayBuffer>;
  /** Place in `#reasons` + 1. */
  #finish: Uint32Array<ArrayBuffer>;
  #toolCalls: Uint32Array<ArrayBuffer>;
  #bits: Uint8Array<ArrayBuffer>;
  readonly #reasons: { readonly raw: string; readonly code: number }[] = [];
  readonly #reasonOf = new Map<string, number>();
  readonly #inputsOf = new Map<string, number>();
  readonly #ids = new TextPoolWriter();
  /** By number of an id. */
  readonly #firstOfId: number[] = [];
  readonly #indexes = new HashIndex();

  /** `first`: its place in `data`; `size`: about as many as there will be. */
  constructor(first = 0, size = 1024) {
    this.first = first;
    this.#index = new Float64Array(size);
    this.#inputs = new Uint32Array(size);
    this.#finish = new Uint32Array(size);
    this.#toolCalls = new Uint32Array(size);
    this.#bits = new Uint8Array(size);
  }

  /** Behind the last place. */
  get end(): number {
    return this.first + this.count;
  }

  add(facts: GenerationFact): void {
    const at = this.count++;
    const position = this.first + at;
    if (at === this.#index.length) this.#grow();
    const { id, index, modelConfigId, finishReason } = facts;
    this.#index[at] = index ?? Number.NaN;
    this.#inputs[at] = index === undefined ? 0 : this.#addIndex(position, index, facts.inputsKey);
    this.#finish[at] = finishReason === undefined ? 0 : this.#reasonNumber(finishReason) + 1;
    this.#toolCalls[at] = facts.toolCallCount;
    this.#bits[at] = (facts.hasText ? hasTextBit : 0) | (facts.isEmptyStop ? isEmptyStopBit : 0);
    if (id !== undefined) this.#addId(position, id);
    if (modelConfigId !== undefined && !this.models.has(modelConfigId)) this.models.set(modelConfigId, position);
    for (const { name, pointer } of facts.extraKeys) {
      if (!this.extraKeys.has(name)) this.extraKeys.set(name, pointer);
    }
  }

  /** NaN for none. */
  index(position: number): number {
    return this.#index[position - this.first] ?? Number.NaN;
  }

  toolCallCount(position: number): number {
    return this.#toolCalls[position - this.first] ?? 0;
  }

  hasText(position: number): boolean {
    return ((this.#bits[position - this.first] ?? 0) & hasTextBit) !== 0;
  }

  isEmptyStop(position: number): boolean {
    return ((this.#bits[position - this.first] ?? 0) & isEmptyStopBit) !== 0;
  }

  /** Place in `finishClasses`; −1 where it does not say how it ended. */
  finishCode(position: number): number {
    return this.#reasons[(this.#finish[position - this.first] ?? 0) - 1]?.code ?? -1;
  }

  finishClass(position: number): FinishClass | undefined {
    return finishClasses[this.finishCode(position)];
  }

  finishReason(position: number): FinishReason | undefined {
    const { raw, code } = this.#reasons[(this.#finish[position - this.first] ?? 0) - 1] ?? {};
    const known = finishClasses[code ?? -1];
    if (raw === undefined || known === undefined) return undefined;
    return { raw, class: known, pointer: pointerOf('data', position, 'finish_reason') };
  }

  /** The generations that have an index, by inputs, each group in the order of `data`. */
  *indexGroups(): Generator<Uint32Array> {
    const groupCount = this.#inputsOf.size;
    const starts = new Uint32Array(groupCount + 2);
    for (let position = 0; position < this.count; position++) {
      const group = this.#inputs[position] as number;
      starts[group + 1] = (starts[group + 1] as number) + 1;
    }
    for (let group = 0; group <= groupCount; group++)
      starts[group + 1] = (starts[group + 1] as number) + (starts[group] as number);
    const order = new Uint32Array(this.count);
    const next = starts.slice();
    for (let position = 0; position < this.count; position++) {
      const group = this.#inputs[position] as number;
      order[next[group] as number] = this.first + position;
      next[group] = (next[group] as number) + 1;
    }
    for (let group = 1; group <= groupCount; group++) yield order.subarray(starts[group], starts[group + 1]);
  }

  #addId(position: number, id: string): void {
    const number = this.#ids.numberOf(id);
    const first = this.#firstOfId[number];
    if (first === undefined) this.#firstOfId[number] = position;
    else this.repeatedIds.push({ first, other: position, id });
  }

  /** Gives the number of its set of inputs + 1. */
  #addIndex(position: number, index: number, inputsKey: string): number {
    const known = this.#inputsOf.get(inputsKey);
    const inputs = known ?? this.#inputsOf.size + 1;
    if (known === undefined) this.#inputsOf.set(inputsKey, inputs);
    // −0 is 0.
    double[0] = index + 0;
    const hash = spread(mixed(mixed(inputs, words[0] ?? 0), words[1] ?? 0));
    const first = this.#indexes.numberOf(hash, position, (other) => {
      return this.#index[other - this.first] === index && this.#inputs[other - this.first] === inputs;
    });
    if (first !== position) this.repeatedIndexes.push({ first, other: position });
    return inputs;
  }

  #reasonNumber({ raw, class: own }: FinishReason): number {
    const key = `${own} ${raw}`;
    const known = this.#reasonOf.get(key);
    if (known !== undefined) return known;
    this.#reasonOf.set(key, this.#reasons.length);
    return this.#reasons.push({ raw, code: finishClasses.indexOf(own) }) - 1;
  }

  #grow(): void {
    const size = 2 * this.count;
    const larger = <Cells extends Uint8Array | Uint32Array | Float64Array>(cells: Cells, fresh: Cells): Cells => {
      fresh.set(cells);
      return fresh;
    };
    this.#index = larger(this.#index, new Float64Array(size));
    this.#inputs = larger(this.#inputs, new Uint32Array(size));
    this.#finish = larger(this.#finish, new Uint32Array(size));
    this.#toolCalls = larger(this.#toolCalls, new Uint32Array(size));
    this.#bits = larger(this.#bits, new Uint8Array(size));
  }
}
