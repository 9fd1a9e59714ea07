// Small pieces that readers of several formats share. Knows the normalised model; must not know any one format.

import type { JsonCursor } from '../../json/cursor.ts';
import type { Pointer } from '../../json/pointer.ts';
import { countPhrase, listPhrase } from '../placeName.ts';
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
    pointers.push(place.pointer);
  }
  return pointers.length === 0 ? undefined : { text: joined, pointers };
}

/** Text and kind of a choice. `hasPlace`: the choice has a place for a text, even if nothing is there. */
export function choiceText(
  joined: JoinedText | undefined,
  { hasPlace, hasToolCalls, isRefusal = false }: { hasPlace: boolean; hasToolCalls: boolean; isRefusal?: boolean },
): Pick<ProviderChoice, 'text' | 'textPointers' | 'textKind'> {
  const text = joined?.text ?? null;
  return { text, textPointers: joined?.pointers ?? [], textKind: kindOf(text) };

  function kindOf(found: string | null): TextKind {
    if (isRefusal) return 'refusal';
    if (found !== null && found !== '') return 'content';
    if (hasToolCalls) return 'toolOnly';
    return hasPlace ? 'empty' : 'missing';
  }
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
  const { choices = [], notes = [], id, model, created, usage, error, vendor } = parts;
  return {
    choices,
    notes,
    ...(id !== undefined && id !== '' && { id }),
    ...(model && { model }),
    ...(created && { created }),
    ...(usage && { usage }),
    ...(error && { error }),
    ...(vendor !== undefined && { vendor }),
  };
}

/** A sentence about parts that are no text, by type: `2 content parts are not shown as text (image, document).` */
export function noteOtherParts(types: readonly string[]): readonly string[] {
  if (types.length === 0) return [];
  const kinds = listPhrase([...new Set(types)]);
  const verb = types.length === 1 ? 'is' : 'are';
  return [`${countPhrase(types.length, 'content part')} ${verb} not part of the text (${kinds}).`];
}
