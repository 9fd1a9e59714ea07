// Finds the inputs, messages, tool calls and tool results of a generation by their number, so that a window of a million costs what the window holds.
// Runs in the worker; keeps places, no texts but the last long one.

import { documentCursor } from '../json/byteCursor.ts';
import type { JsonCursor } from '../json/cursor.ts';
import type { JsonDocument, NodeView } from '../json/document.ts';
import { childPointer, type Pointer, pointerOf } from '../json/pointer.ts';
import { lexeme, readString } from '../json/text.ts';
import { readFunction } from '../response/generation.ts';
import type { GenerationPart, PartCounts, PartKind } from '../response/generationParts.ts';
import type { ToolCall } from '../response/model.ts';
import type { TextWindow } from '../response/questions.ts';
import { windowOf } from './textWindow.ts';

/** Code units of a part's text, and of its name and id. */
export const textLength = 10_000;
export const nameLength = 300;
/** Items of a list that are looked at in one go. */
const step = 4096;

const keys = { inputs: 'inputs', messages: 'messages', toolResults: 'tool_results' } as const;

/** The calls of a generation: items of a list, or the only one there is. */
interface CallPlaces {
  readonly list: Pointer;
  /** Which items of the list are calls; absent for a single call at `list` itself. */
  readonly items?: Uint32Array;
}

/** The parts of samples by their number, as `Questions` ask for them. */
export interface SampleParts {
  counts(position: number): PartCounts;
  window(position: number, kind: PartKind, from: number, count: number): readonly GenerationPart[];
  /** The whole text of one part; undefined where there is no such part. */
  text(position: number, kind: PartKind, at: number): string | undefined;
  calls(position: number, from: number, count: number): readonly ToolCall[];
  toolsText(position: number): string;
}

/** Those of the items of `data`. */
export class GenerationParts implements SampleParts {
  readonly #document: JsonDocument;
  /** Of the generation that was asked about last. */
  #lastCalls: { readonly position: number; readonly places: CallPlaces | undefined } | undefined;
  #lastText: { readonly place: string; readonly text: string } | undefined;

  constructor(document: JsonDocument) {
    this.#document = document;
  }

  counts(position: number): PartCounts {
    const places = this.#callPlaces(position);
    return {
      inputs: this.#container(position, 'inputs')?.childCount ?? 0,
      messages: this.#container(position, 'messages')?.childCount ?? 0,
      toolCalls: places === undefined ? 0 : (places.items?.length ?? 1),
      toolResults: this.#container(position, 'toolResults')?.childCount ?? 0,
    };
  }

  window(position: number, kind: PartKind, from: number, count: number): readonly GenerationPart[] {
    if (kind === 'toolCalls') return this.#calls(position, from, count).map(callPart);
    return this.#members(position, kind, from, count).map((node) => this.#part(kind, node));
  }

  text(position: number, kind: PartKind, at: number): string | undefined {
    const place = `${position} ${kind} ${at}`;
    if (this.#lastText?.place === place) return this.#lastText.text;
    const text = this.#textOf(position, kind, at);
    if (text !== undefined) this.#lastText = { place, text };
    return text;
  }

  calls(position: number, from: number, count: number): readonly ToolCall[] {
    return this.#calls(position, from, count).map(({ call }) => call);
  }

  toolsText(position: number): string {
    const { toolCalls, toolResults } = this.counts(position);
    const lines: string[] = [];
    for (let from = 0; from < toolCalls; from += step) {
      for (const { name, argumentsText } of this.calls(position, from, step)) lines.push(`${name}(${argumentsText})`);
    }
    for (let from = 0; from < toolResults; from += step) {
      for (const node of this.#members(position, 'toolResults', from, step)) {
        const result = documentCursor(this.#document, node.pointer);
        lines.push(`${result?.get('name')?.text() ?? ''}: ${result?.get('result')?.text() ?? ''}`);
      }
    }
    return lines.join('\n');
  }

  #textOf(position: number, kind: PartKind, at: number): string | undefined {
    if (kind === 'toolCalls') return this.calls(position, at, 1)[0]?.argumentsText;
    const [node] = this.#members(position, kind, at, 1);
    if (node === undefined) return undefined;
    return kind === 'inputs' ? this.#nodeText(node) : (textOf(this.#content(kind, node)) ?? '');
  }

  #part(kind: Exclude<PartKind, 'toolCalls'>, node: NodeView): GenerationPart {
    if (kind === 'inputs') {
      const text = windowOf(this.#nodeText(node), 0, textLength);
      return { pointer: node.pointer, name: windowOf(String(node.key), 0, nameLength), kind: node.kind, text };
    }
    const cursor = documentCursor(this.#document, node.pointer);
    const content = this.#content(kind, node);
    return {
      pointer: node.pointer,
      ...named(cursor?.get(kind === 'messages' ? 'role' : 'name')),
      ...identified(kind === 'messages' ? undefined : cursor?.get('id')),
      ...(content && { kind: content.kind }),
      text: windowOf(textOf(content) ?? '', 0, textLength),
    };
  }

  /** What a message says, or what a tool gave back where that is a text. */
  #content(kind: 'messages' | 'toolResults', node: NodeView): JsonCursor | undefined {
    const key = kind === 'messages' ? 'content' : 'result';
    const content = documentCursor(this.#document, node.pointer)?.get(key);
    return kind === 'messages' || content?.kind === 'string' ? content : undefined;
  }

  #nodeText({ kind, from, to }: NodeView): string {
    const { bytes } = this.#document;
    return kind === 'string' ? readString(bytes, from, to) : lexeme(bytes, from, to);
  }

  #container(position: number, kind: Exclude<PartKind, 'toolCalls'>): NodeView | undefined {
    const node = this.#document.find(pointerOf('data', position, keys[kind]));
    return node?.kind === (kind === 'inputs' ? 'object' : 'array') ? node : undefined;
  }

  #members(position: number, kind: Exclude<PartKind, 'toolCalls'>, from: number, count: number): readonly NodeView[] {
    const container = this.#container(position, kind);
    return container === undefined ? [] : (this.#document.children(container.pointer, from, count) ?? []);
  }

  #calls(position: number, from: number, count: number): readonly CallAt[] {
    const places = this.#callPlaces(position);
    if (places === undefined) return [];
    const { list, items } = places;
    const cursorAt = (pointer: Pointer): JsonCursor | undefined => documentCursor(this.#document, pointer);
    if (items === undefined) return [list].slice(from, from + count).flatMap((one) => singleCall(cursorAt(one)) ?? []);
    return Array.from(items.subarray(from, from + count)).flatMap(
      (item) => listedCall(cursorAt(childPointer(list, item))) ?? [],
    );
  }

  /** The first place that holds calls, in the order in which `readGeneration` looks for them. */
  #callPlaces(position: number): CallPlaces | undefined {
    if (this.#lastCalls?.position === position) return this.#lastCalls.places;
    const at = (...path: string[]) => pointerOf('data', position, ...path);
    const lists = [at('output_message', 'tool_calls'), at('tool_calls')];
    const single = [at('output_message', 'tool_call'), at('tool_call')];
    const places =
      first(lists, (list) => this.#callsIn(list)) ??
      first(single, (list) => (singleCall(documentCursor(this.#document, list)) ? { list } : undefined));
    this.#lastCalls = { position, places };
    return places;
  }

  #callsIn(list: Pointer): CallPlaces | undefined {
    const node = this.#document.find(list);
    if (node?.kind !== 'array') return undefined;
    const items = new Uint32Array(node.childCount);
    let count = 0;
    let at = 0;
    for (const item of documentCursor(this.#document, list)?.items() ?? []) {
      if (listedCall(item) !== undefined) items[count++] = at;
      at++;
    }
    return count === 0 ? undefined : { list, items: items.subarray(0, count) };
  }
}

/** A call with the object that its name and arguments stand in, and the place of its id. */
interface CallAt {
  readonly call: ToolCall;
  readonly called: JsonCursor;
  readonly id?: JsonCursor;
}

/** The call of an item of a list. */
function listedCall(item: JsonCursor | undefined): CallAt | undefined {
  const called = item?.get('function');
  const id = item?.get('id');
  const call = item && called && readFunction(item, called, id?.text());
  return call && called && { call, called, ...(id && { id }) };
}

/** A place that holds nothing but one call. */
function singleCall(place: JsonCursor | undefined): CallAt | undefined {
  const call = place && readFunction(place, place, undefined);
  return call && place && { call, called: place };
}

function callPart({ call, called, id }: CallAt): GenerationPart {
  const kind = called.get('arguments')?.kind;
  return {
    pointer: call.pointer,
    ...named(called.get('name')),
    ...identified(id),
    ...(kind && { kind }),
    text: windowOf(call.argumentsText, 0, textLength),
  };
}

function named(name: JsonCursor | undefined): Pick<GenerationPart, 'name' | 'namePointer'> {
  const text = name?.text();
  return name === undefined || text === undefined
    ? {}
    : { name: windowOf(text, 0, nameLength), namePointer: name.pointer };
}

function identified(id: JsonCursor | undefined): { readonly id?: TextWindow } {
  const text = id?.text();
  return text === undefined ? {} : { id: windowOf(text, 0, nameLength) };
}

/** A string decoded, anything else as written; undefined for null and nothing. */
function textOf(cursor: JsonCursor | undefined): string | undefined {
  if (cursor === undefined || cursor.kind === 'null') return undefined;
  return cursor.text() ?? cursor.lexeme();
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
