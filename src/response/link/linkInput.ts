// What linking needs of generations and of choices, in columns: hashes of texts and of tool calls, indexes, classes of ends. No texts.

import { moved } from '../../json/letGo.ts';
import type { Pointer } from '../../json/pointer.ts';
import type { ProviderTable } from '../choices/choiceTable.ts';
import type { ReadGeneration } from '../generation.ts';
import type { FinishClass, ToolCall } from '../model.ts';
import { finishClasses } from '../samples/sampleColumns.ts';
import type { TextScan } from '../text/textScan.ts';
import { TextLanes } from './lanes.ts';
import type { LinkLeaves } from './leaves.ts';

/** What is read of a generation. */
export type LinkableGeneration = Pick<
  ReadGeneration,
  'index' | 'finishReason' | 'rawScan' | 'outputScan' | 'otherOutput' | 'toolCalls'
>;

/** The generations in the order of `data`; one at place `n` of `data` is row n. */
export class LinkGenerations {
  readonly rawOutput = new TextLanes();
  /** An object or a list as it is written. */
  readonly output = new TextLanes();
  readonly calls = new CallLanes();
  #indexes = new Float64Array(64).fill(Number.NaN);
  #finish = new Int8Array(64).fill(-1);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Of which response among several the next rows are. */
  set salt(salt: number) {
    this.rawOutput.salt = salt;
    this.output.salt = salt;
    this.calls.salt = salt;
  }

  /** Begins the next row; gives its number. */
  start(): number {
    if (this.#count === this.#finish.length) {
      const indexes = new Float64Array(this.#count * 2).fill(Number.NaN);
      const finish = new Int8Array(this.#count * 2).fill(-1);
      this.#indexes = moved(this.#indexes, indexes);
      this.#finish = moved(this.#finish, finish);
    }
    return this.#count++;
  }

  /** Of the row that was begun last. */
  setIndex(index: number): void {
    this.#indexes[this.#count - 1] = index;
  }

  setFinish(finish: FinishClass): void {
    this.#finish[this.#count - 1] = finishClasses.indexOf(finish);
  }

  add(generation: LinkableGeneration): void {
    const { index, finishReason, rawScan, outputScan, toolCalls } = generation;
    const row = this.start();
    if (index !== undefined) this.setIndex(index);
    if (finishReason) this.setFinish(finishReason.class);
    if (rawScan) this.rawOutput.setScan(row, rawScan);
    if (outputScan) this.output.setScan(row, outputScan);
    // In JSON mode some write the object itself.
    const other = outputScan ? undefined : generation.otherOutput;
    if (other && /^[{[]/.test(other)) this.output.set(row, other);
    this.calls.add(row, toolCalls);
  }

  /** NaN for none. */
  index(row: number): number {
    return this.#indexes[row] ?? Number.NaN;
  }

  /** Place in `finishClasses`; −1 for none. */
  finish(row: number): number {
    return this.#finish[row] ?? -1;
  }

  hasText(row: number): boolean {
    return this.rawOutput.has(row) || this.output.has(row);
  }
}

/** The choices by their number in the document (`choices/choiceTable.ts`, which has the rest of what is known of them). */
export class LinkChoices {
  readonly text = new TextLanes();
  /** The text without outer white space (Python's). */
  readonly stripped = new TextLanes();
  readonly calls = new CallLanes();

  /** Of which response among several the next choices are. */
  set salt(salt: number) {
    this.text.salt = salt;
    this.stripped.salt = salt;
    this.calls.salt = salt;
  }

  /** `scan` is of the text; absent where there is none. */
  add(number: number, scan: TextScan | undefined, toolCalls: readonly ToolCall[]): void {
    if (scan) {
      this.text.setScan(number, scan);
      this.stripped.setStripped(number, scan);
    }
    this.calls.add(number, toolCalls);
  }
}

/** Tool calls as hashes. */
class CallLanes {
  /** All ids, when there are calls and each has one. */
  readonly ids = new TextLanes();
  /** Names and arguments, when there are calls. */
  readonly texts = new TextLanes();

  set salt(salt: number) {
    this.ids.salt = salt;
    this.texts.salt = salt;
  }

  add(row: number, calls: readonly ToolCall[]): void {
    if (calls.length === 0) return;
    if (calls.every(({ id }) => id !== undefined && id !== ''))
      this.ids.set(row, JSON.stringify(calls.map(({ id }) => id)));
    const said = calls.map(({ name, argumentsText }) => [name, canonicalText(argumentsText) ?? argumentsText]);
    this.texts.set(row, JSON.stringify(said));
  }
}

/** JSON without regard to white space and key order; undefined where it is none, or nests too deep. */
export function canonicalText(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    );
  } catch {
    return undefined;
  }
}

/** Where the texts of what is left come from. */
export interface TextSource {
  /** The decoded string at a pointer, the source text of an object or a list; undefined where there is neither. */
  load(pointer: Pointer): string | undefined;
  /** Prompts that a provider may have repeated before its answer. */
  readonly prompts: readonly string[];
}

/** One response among several: `[from, to)` of the generations, of the choices and of the provider responses. */
export interface LinkPart {
  readonly rows: readonly [from: number, to: number];
  readonly choices: readonly [from: number, to: number];
  readonly providers: readonly [from: number, to: number];
  /** As `TextSource` has them. */
  readonly prompts: readonly string[];
}

/** All of them, or the one that everything is. */
export function partsOf(input: Pick<LinkInput, 'generations' | 'table' | 'parts' | 'prompts'>): readonly LinkPart[] {
  const { generations, table, prompts, parts } = input;
  return (
    parts ?? [{ rows: [0, generations.count], choices: [0, table.choiceCount], providers: [0, table.length], prompts }]
  );
}

export interface LinkInput extends TextSource {
  readonly generations: LinkGenerations;
  readonly choices: LinkChoices;
  /** The same choices. Those of error bodies are not to be given. */
  readonly table: ProviderTable;
  readonly leaves: LinkLeaves;
  /** Of several responses in one document: what belongs together, in order, without gaps. Each is linked by itself. */
  readonly parts?: readonly LinkPart[];
  /** Every place that the text of a choice is joined from, in order. */
  textPlaces(choice: number): readonly Pointer[];
}
