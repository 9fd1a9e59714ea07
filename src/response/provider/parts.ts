// Small pieces that readers of several formats share. Knows the normalised model; must not know any one format.

import type { JsonCursor } from '../../json/cursor.ts';
import type { Pointer } from '../../json/pointer.ts';
import { listPhrase, plural } from '../../words/numbers.ts';
import { readArguments } from '../generation.ts';
import type { Count, FinishReason, ToolCall, Usage } from '../model.ts';
import type { TokenList } from '../tokens/rawToken.ts';
import { Merged } from './merged.ts';
import type { PlacedText, ProviderChoice, ProviderReading, TextKind } from './reading.ts';

/** A text that is not empty, with its place. */
export function readPlaced(cursor: JsonCursor | undefined): PlacedText | undefined {
  const text = cursor?.text();
  return cursor === undefined || text === undefined || text === '' ? undefined : { text, pointer: cursor.pointer };
}

/** Several texts as one. */
export interface JoinedText {
  readonly text: string;
  readonly pointers: readonly Pointer[];
}

/** The texts in order as one text; undefined when there is none. */
export function joinTexts(places: Iterable<JsonCursor | undefined>): JoinedText | undefined {
  const pointers: Pointer[] = [];
  let joined = '';
  for (const place of places) {
    const text = place?.text();
    if (place === undefined || text === undefined) continue;
    joined += text;
    const pieces = place instanceof Merged ? place.pieces : [];
    if (pieces.length === 0) pointers.push(place.pointer);
    else for (const piece of pieces) pointers.push(piece.pointer);
  }
  return pointers.length === 0 ? undefined : { text: joined, pointers };
}

/** A value that is no text as the text that it is written as. */
export function sourceText(place: JsonCursor): JoinedText {
  return { text: place.lexeme(), pointers: [place.pointer] };
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
  const { index, text, reasoning, toolCalls = [], finishReason, tokens, usage } = parts;
  return {
    pointer: place.pointer,
    position,
    ...(index !== undefined && { index }),
    text: text?.text ?? null,
    textPointers: text?.pointers ?? [],
    textKind: textKindOf(parts),
    ...(reasoning && reasoning.text !== '' && { reasoning }),
    toolCalls,
    ...(finishReason && { finishReason }),
    ...(tokens && { listedTokens: { count: tokens.count, pointer: tokens.pointer }, tokens }),
    ...(usage && { usage }),
  };
}

function textKindOf({ text, toolCalls, hasPlace = true, isRefusal }: ChoiceParts): TextKind {
  if (isRefusal) return 'refusal';
  if (text !== undefined && text.text !== '') return 'content';
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

/** Id, model and the rest of a reading without the absent ones. */
export function readingOf(
  parts: { readonly [Key in keyof ProviderReading]?: ProviderReading[Key] | undefined },
): ProviderReading {
  const { choices = [], notes = [], id, model, created, usage, error, blocked, billed, vendor } = parts;
  return {
    choices,
    notes,
    ...(id !== undefined && id !== '' && { id }),
    ...(model && { model }),
    ...(created && { created }),
    ...(usage && { usage }),
    ...(error && { error }),
    ...(blocked && { blocked }),
    ...(billed && { billed }),
    ...(vendor !== undefined && { vendor }),
  };
}

/** A sentence about parts that are no text, by type: `2 content parts are not shown as text (image, document).` */
export function noteOtherParts(types: readonly string[]): readonly string[] {
  if (types.length === 0) return [];
  const kinds = listPhrase([...new Set(types)]);
  const verb = types.length === 1 ? 'is' : 'are';
  return [`${plural(types.length, 'content part')} ${verb} not part of the text (${kinds}).`];
}
