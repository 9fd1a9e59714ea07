// Small pieces that readers of several formats share. Knows the normalised model; must not know any one format.

import type { JsonCursor } from '../../json/cursor.ts';
import type { Pointer } from '../../json/pointer.ts';
import { listPhrase, plural } from '../../words/numbers.ts';
import { readArguments } from '../generation.ts';
import type { Count, FinishReason, ToolCall, Usage } from '../model.ts';
import type { TextScan } from '../text/textScan.ts';
import type { TokenList } from '../tokens/rawToken.ts';
import { Merged } from './merged.ts';
import type { PlacedText, ProviderChoice, ProviderReading, TextKind } from './reading.ts';

/** A text that is not empty, with its place. */
export function readPlaced(cursor: JsonCursor | undefined): PlacedText | undefined {
  const text = cursor?.text();
  return cursor === undefined || text === undefined || text === '' ? undefined : { text, pointer: cursor.pointer };
}

/** Several texts as one, decoded when somebody looks. */
export class JoinedText {
  readonly #places: readonly JsonCursor[];
  #text: string | undefined;

  /** Strings. */
  constructor(places: readonly JsonCursor[]) {
    this.#places = places;
  }

  get text(): string {
    this.#text ??= this.#places.map((place) => place.text() ?? '').join('');
    return this.#text;
  }

  get isEmpty(): boolean {
    return this.#places.every((place) => {
      const range = place.range();
      return range === undefined ? place.text() === '' : range.to - range.from === 2;
    });
  }

  /** Every place that it is joined from, in order. */
  get pointers(): readonly Pointer[] {
    return this.#places.flatMap((place) => {
      const pieces = place instanceof Merged ? place.pieces : [];
      return pieces.length === 0 ? [place.pointer] : pieces.map(({ pointer }) => pointer);
    });
  }

  scan(into: TextScan): void {
    const [place] = this.#places;
    const range = this.#places.length === 1 ? place?.range() : undefined;
    if (range === undefined) into.scanText(this.text);
    else into.scanString(range.bytes, range.from, range.to);
  }
}

/** A value that is no text as the text that it is written as. */
class SourceText extends JoinedText {
  readonly #place: JsonCursor;

  constructor(place: JsonCursor) {
    super([]);
    this.#place = place;
  }

  override get text(): string {
    return this.#place.lexeme();
  }

  override get isEmpty(): boolean {
    return false;
  }

  override get pointers(): readonly Pointer[] {
    return [this.#place.pointer];
  }

  override scan(into: TextScan): void {
    into.scanText(this.text);
  }
}

/** The texts in order as one text; undefined when there is none. */
export function joinTexts(places: Iterable<JsonCursor | undefined>): JoinedText | undefined {
  const strings: JsonCursor[] = [];
  for (const place of places) if (place?.kind === 'string') strings.push(place);
  return strings.length === 0 ? undefined : new JoinedText(strings);
}

/** A value that is no text as the text that it is written as. */
export function sourceText(place: JsonCursor): JoinedText {
  return new SourceText(place);
}

/** What a reader found of a choice; absent parts are left out or undefined. */
export interface ChoiceParts {
  readonly index?: number | undefined;
  readonly text: JoinedText | undefined;
  /** The choice has a place for a text, even if nothing is there. Default true. */
  readonly hasPlace?: boolean;
  readonly isRefusal?: boolean;
  readonly reasoning?: JoinedText | undefined;
  readonly toolCalls?: readonly ToolCall[];
  readonly finishReason?: FinishReason | undefined;
  /** The list of tokens with log probabilities. */
  readonly tokens?: TokenList | undefined;
  readonly usage?: Usage | undefined;
}

/** The choice at `place`, which is number `position` in its provider response. */
export function choiceOf(place: JsonCursor, position: number, parts: ChoiceParts): ProviderChoice {
  return new Choice(place, position, parts);
}

/** Texts and pointers are made when somebody looks: a load looks at few of them. */
class Choice implements ProviderChoice {
  readonly position: number;
  readonly textKind: TextKind;
  readonly toolCalls: readonly ToolCall[];
  declare readonly index?: number;
  declare readonly reasoning?: JoinedText;
  declare readonly finishReason?: FinishReason;
  declare readonly tokens?: TokenList;
  declare readonly usage?: Usage;
  readonly #place: JsonCursor;
  readonly #text: JoinedText | undefined;
  readonly #parts: ChoiceParts;

  constructor(place: JsonCursor, position: number, parts: ChoiceParts) {
    const { index, text, reasoning, toolCalls = [], finishReason, tokens, usage } = parts;
    this.#place = place;
    this.#text = text;
    this.#parts = parts;
    this.position = position;
    this.textKind = textKindOf(parts);
    this.toolCalls = toolCalls;
    if (index !== undefined) this.index = index;
    if (reasoning !== undefined && !reasoning.isEmpty) this.reasoning = reasoning;
    if (finishReason !== undefined) this.finishReason = finishReason;
    if (tokens !== undefined) this.tokens = tokens;
    if (usage !== undefined) this.usage = usage;
  }

  get pointer(): Pointer {
    return this.#place.pointer;
  }

  get text(): string | null {
    return this.#text?.text ?? null;
  }

  get textPointers(): readonly Pointer[] {
    return this.#text?.pointers ?? [];
  }

  get listedTokens(): { readonly count: number; readonly pointer: Pointer } | undefined {
    return this.tokens && { count: this.tokens.count, pointer: this.tokens.pointer };
  }

  withFinishReason(finishReason: FinishReason | undefined): ProviderChoice {
    return finishReason === undefined ? this : new Choice(this.#place, this.position, { ...this.#parts, finishReason });
  }

  scanText(into: TextScan): boolean {
    this.#text?.scan(into);
    return this.#text !== undefined;
  }
}

function textKindOf({ text, toolCalls, hasPlace = true, isRefusal }: ChoiceParts): TextKind {
  if (isRefusal) return 'refusal';
  if (text !== undefined && !text.isEmpty) return 'content';
  if (toolCalls !== undefined && toolCalls.length > 0) return 'toolOnly';
  return hasPlace ? 'empty' : 'missing';
}

/** The first of several spellings of a key that is there. */
export function anyOf(cursor: JsonCursor | undefined, ...keys: readonly string[]): JsonCursor | undefined {
  for (const key of keys) {
    const found = cursor?.get(key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Several counts as one; its lexeme shows what was added. Undefined when there is none. */
export function sumCounts(counts: readonly (Count | undefined)[]): Count | undefined {
  const known = counts.filter((count) => count !== undefined);
  const [first] = known;
  if (first === undefined) return undefined;
  return {
    value: known.reduce((total, { value }) => total + value, 0),
    lexeme: known.map(({ lexeme }) => lexeme).join(' + '),
    pointer: first.pointer,
  };
}

/** The number of items of a list as a count; undefined for an empty or missing list. */
export function countItems(list: JsonCursor | undefined): Count | undefined {
  if (list === undefined || list.length === 0) return undefined;
  return { value: list.length, lexeme: String(list.length), pointer: list.pointer };
}

/** A tool call whose arguments are an object or a text. */
export function toolCallOf(
  place: JsonCursor,
  name: JsonCursor | undefined,
  args: JsonCursor | undefined,
  id?: JsonCursor | undefined,
): ToolCall {
  const idText = id?.text();
  return {
    pointer: place.pointer,
    ...(idText !== undefined && { id: idText }),
    name: name?.text() ?? '',
    argumentsText: readArguments(args),
    argumentsPointer: args?.pointer ?? place.pointer,
  };
}

/** The integer at a cursor. */
export function readInteger(cursor: JsonCursor | undefined): number | undefined {
  const number = cursor?.number();
  return number !== undefined && Number.isInteger(number) ? number : undefined;
}

/** Whether a member is there and not null. */
export function isSet(cursor: JsonCursor | undefined): cursor is JsonCursor {
  return cursor !== undefined && cursor.kind !== 'null';
}

/** The first item of an array. */
export function firstItem(list: JsonCursor | undefined): JsonCursor | undefined {
  for (const item of list?.items() ?? []) return item;
  return undefined;
}

type ReadingParts = { readonly [Key in keyof ProviderReading]?: ProviderReading[Key] | undefined };

/** Id, model and the rest of a reading without the absent ones. */
export function readingOf(parts: ReadingParts): ProviderReading {
  const reading: { -readonly [Key in keyof ProviderReading]: ProviderReading[Key] } = {
    choices: parts.choices ?? [],
    notes: parts.notes ?? [],
  };
  if (parts.id !== undefined && parts.id !== '') reading.id = parts.id;
  if (parts.model !== undefined) reading.model = parts.model;
  if (parts.created !== undefined) reading.created = parts.created;
  if (parts.usage !== undefined) reading.usage = parts.usage;
  if (parts.error !== undefined) reading.error = parts.error;
  if (parts.blocked !== undefined) reading.blocked = parts.blocked;
  if (parts.billed !== undefined) reading.billed = parts.billed;
  if (parts.vendor !== undefined) reading.vendor = parts.vendor;
  return reading;
}

/** A sentence about parts that are no text, by type: `2 content parts are not shown as text (image, document).` */
export function noteOtherParts(types: readonly string[]): readonly string[] {
  if (types.length === 0) return [];
  const kinds = listPhrase([...new Set(types)]);
  const verb = types.length === 1 ? 'is' : 'are';
  return [`${plural(types.length, 'content part')} ${verb} not part of the text (${kinds}).`];
}

/** A value by itself, or those of a list: people print one of a body's choices or all of them. */
export function oneOrAll(value: JsonCursor): readonly JsonCursor[] {
  return value.kind === 'array' ? Array.from(value.items()) : [value];
}

/** Whether the value is such a one, or a list of nothing else. */
export function isOneOrAll(value: JsonCursor, is: (one: JsonCursor) => boolean): boolean {
  if (value.kind !== 'array') return is(value);
  let count = 0;
  for (const item of value.items()) {
    if (!is(item)) return false;
    count++;
  }
  return count > 0;
}
