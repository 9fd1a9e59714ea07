// Reads one of `data`: total, whatever is there. Knows the wire names of a generation; must not judge them.

import type { ByteRange, JsonCursor } from '../json/cursor.ts';
import type { Pointer } from '../json/pointer.ts';
import { previewString } from '../json/text.ts';
import { canonicalText } from './canonicalText.ts';
import { readFinishReason } from './finishClass.ts';
import type { FinishReason, Generation, OutputKind, ToolCall, ToolResult } from './model.ts';
import { startOf } from './text/startOf.ts';
import { TextScan } from './text/textScan.ts';

/**
 * The generation at `cursor`, item `position` of `data`. What has another type than documented is left out. Who reads one after the other gives the
 * same `scans` to each; those of the one before are gone then.
 */
export function readGeneration(cursor: JsonCursor, position: number, scans = newScans()): ReadGeneration {
  return new ReadGeneration(cursor, position, scans);
}

export interface GenerationScans {
  readonly output: TextScan;
  readonly rawOutput: TextScan;
}

/** `isSound`: the document is known to be UTF-8. */
export function newScans(isSound = false): GenerationScans {
  return { output: new TextScan(isSound), rawOutput: new TextScan(isSound) };
}

/** What a load asks of a generation beside its texts: facts of them that need no decoding. */
export interface ScannedGeneration extends Generation {
  /** Facts of the output; undefined where it is no text. */
  readonly outputScan: TextScan | undefined;
  readonly rawScan: TextScan | undefined;
  /** How many there are, without reading them. */
  readonly toolResultCount: number;
  /** The output's first `most` code points. */
  outputStart(most: number): { readonly text: string; readonly isWhole: boolean };
}

/** A generation over its cursor: what a load does not look at is not decoded. */
export class ReadGeneration implements ScannedGeneration {
  readonly position: number;
  readonly outputKind: OutputKind;
  declare readonly index?: number;
  declare readonly finishReason?: FinishReason;
  readonly #cursor: JsonCursor;
  readonly #output: JsonCursor | undefined;
  readonly #rawOutput: JsonCursor | undefined;
  #outputText: string | undefined;
  #rawText: string | undefined;
  #toolCalls: readonly ToolCall[] | undefined;
  #toolResults: readonly ToolResult[] | undefined;

  readonly #scans: GenerationScans;
  #isOutputScanned = false;
  #isRawScanned = false;

  constructor(cursor: JsonCursor, position: number, scans: GenerationScans) {
    this.#cursor = cursor;
    this.#scans = scans;
    this.position = position;
    const output = cursor.get('output');
    this.outputKind = outputKindOf(output);
    this.#output = output;
    const rawOutput = cursor.get('raw_output');
    this.#rawOutput = rawOutput?.kind === 'string' ? rawOutput : undefined;
    const index = cursor.get('index')?.number();
    if (index !== undefined && Number.isInteger(index)) this.index = index;
    const finishReason = readFinishReason('humanloop', cursor.get('finish_reason'));
    if (finishReason !== undefined) this.finishReason = finishReason;
  }

  get pointer(): Pointer {
    return this.#cursor.pointer;
  }

  get id(): string | undefined {
    return this.#cursor.get('id')?.text();
  }

  get output(): string | undefined {
    this.#outputText ??= this.outputKind === 'text' ? this.#output?.text() : undefined;
    return this.#outputText;
  }

  get otherOutput(): string | undefined {
    return this.outputKind === 'other' ? this.#output?.lexeme() : undefined;
  }

  get rawOutput(): string | undefined {
    this.#rawText ??= this.#rawOutput?.text();
    return this.#rawText;
  }

  get modelConfigId(): string | undefined {
    return this.#cursor.get('model_config_id')?.text();
  }

  get toolCalls(): readonly ToolCall[] {
    this.#toolCalls ??= readGenerationToolCalls(this.#cursor);
    return this.#toolCalls;
  }

  get toolResults(): readonly ToolResult[] {
    this.#toolResults ??= readToolResults(this.#cursor.get('tool_results'));
    return this.#toolResults;
  }

  get toolResultCount(): number {
    const list = this.#cursor.get('tool_results');
    return list?.kind === 'array' ? list.length : 0;
  }

  get refusal(): string | undefined {
    const own = this.#cursor.get('output_message')?.get('refusal')?.text() || this.#cursor.get('refusal')?.text();
    return own || undefined;
  }

  get hasInputs(): boolean {
    const inputs = this.#cursor.get('inputs');
    return inputs !== undefined && inputs.length > 0;
  }

  get hasMessages(): boolean {
    const messages = this.#cursor.get('messages');
    return messages?.kind === 'array' && messages.length > 0;
  }

  get inputsKey(): string {
    const inputs = this.#cursor.get('inputs');
    return inputs === undefined || inputs.kind === 'null' ? '' : canonicalText(inputs);
  }

  get outputScan(): TextScan | undefined {
    const output = this.outputKind === 'text' ? this.#output : undefined;
    if (output !== undefined && !this.#isOutputScanned) scanAt(output, this.#scans.output);
    this.#isOutputScanned = true;
    return output && this.#scans.output;
  }

  get rawScan(): TextScan | undefined {
    const { rawOutput } = this.#scans;
    if (this.#rawOutput !== undefined && !this.#isRawScanned && !this.#isRawAround(this.#rawOutput)) {
      scanAt(this.#rawOutput, rawOutput);
    }
    this.#isRawScanned = true;
    return this.#rawOutput && rawOutput;
  }

  /** Where the raw output is written. */
  get rawRange(): ByteRange | undefined {
    return this.#rawOutput?.range();
  }

  /** The output is written in the raw one, with white space around it, as a rule: what is known of one is known of the other then. */
  #isRawAround(raw: JsonCursor): boolean {
    const inner = this.outputScan;
    const own = raw.range();
    const output = this.#output?.range();
    if (inner === undefined || own === undefined || output === undefined) return false;
    return this.#scans.rawOutput.scanAround(own.bytes, own.from, own.to, inner, output.from, output.to);
  }

  outputStart(most: number): { readonly text: string; readonly isWhole: boolean } {
    const range = this.outputKind === 'text' ? this.#output?.range() : undefined;
    return range === undefined
      ? startOf(this.output ?? this.otherOutput ?? '', most)
      : previewString(range.bytes, range.from, range.to, most);
  }
}

function scanAt(place: JsonCursor, into: TextScan): void {
  const range = place.range();
  if (range === undefined) into.scanText(place.text() ?? '');
  else into.scanString(range.bytes, range.from, range.to);
}

function outputKindOf(output: JsonCursor | undefined): OutputKind {
  if (output === undefined) return 'missing';
  if (output.kind === 'string') return 'text';
  return output.kind === 'null' ? 'null' : 'other';
}

/** Tool calls stand in `output_message`, before that in `tool_calls`, before that one alone in `tool_call`. */
function readGenerationToolCalls(generation: JsonCursor): readonly ToolCall[] {
  const message = generation.get('output_message');
  for (const list of [message?.get('tool_calls'), generation.get('tool_calls')]) {
    const calls = readToolCalls(list);
    if (calls.length > 0) return calls;
  }
  for (const one of [message?.get('tool_call'), generation.get('tool_call')]) {
    const call = one === undefined ? undefined : readFunction(one, one, undefined);
    if (call !== undefined) return [call];
  }
  return [];
}

/** A list of tool calls as OpenAI and Humanloop write them: `{ id, type, function: { name, arguments } }`. */
export function readToolCalls(list: JsonCursor | undefined): readonly ToolCall[] {
  if (list === undefined) return [];
  const calls: ToolCall[] = [];
  for (const item of list.items()) {
    const called = item.get('function');
    const call = called === undefined ? undefined : readFunction(item, called, item.get('id')?.text());
    if (call !== undefined) calls.push(call);
  }
  return calls;
}

/** A call `{ name, arguments }` at `called`; undefined when it has neither, as in an all-empty `function_call`. */
export function readFunction(place: JsonCursor, called: JsonCursor, id: string | undefined): ToolCall | undefined {
  const name = called.get('name')?.text() ?? '';
  const args = called.get('arguments');
  const argumentsText = readArguments(args);
  if (name === '' && argumentsText === '') return undefined;
  return {
    pointer: place.pointer,
    ...(id !== undefined && { id }),
    name,
    argumentsText,
    argumentsPointer: args?.pointer ?? called.pointer,
  };
}

/** Arguments as written: the text of a string, the source text of anything else, '' for none. */
export function readArguments(args: JsonCursor | undefined): string {
  if (args === undefined || args.kind === 'null') return '';
  return args.text() ?? args.lexeme();
}

function readToolResults(list: JsonCursor | undefined): readonly ToolResult[] {
  if (list === undefined) return [];
  const results: ToolResult[] = [];
  for (const item of list.items()) {
    const id = item.get('id')?.text();
    const name = item.get('name')?.text();
    const result = item.get('result');
    const text = result?.text();
    results.push({
      pointer: item.pointer,
      ...(id !== undefined && { id }),
      ...(name !== undefined && { name }),
      ...(text !== undefined && { result: text }),
      ...(result !== undefined && { resultPointer: result.pointer }),
    });
  }
  return results;
}
