// What one pointer means in every pane: the generation it belongs to or is linked to, the choice, the counterpart on the other side.
// Pure; works on rows that are already loaded and answers undefined for what is not known yet.

import { type Pointer, pointerOf } from '../json/pointer.ts';
import type { SampleTable } from '../response/samples/sampleTable.ts';
import type { OpenDocument } from './documents.ts';

/** Position in `data` of the generation that the pointer lies in: `/data/3/output` → 3. */
export function owningPosition(pointer: Pointer): number | undefined {
  const position = /^\/data\/(0|[1-9]\d*)(?:\/|$)/.exec(pointer)?.[1];
  return position === undefined ? undefined : Number(position);
}

/** Position of the generation that owns the pointer, or is linked to the choice that owns it. */
export function generationAt(document: OpenDocument, pointer: Pointer): number | undefined {
  const position = owningPosition(pointer);
  if (position !== undefined)
    return position < document.generationCount && !document.rows.isChoice(position) ? position : undefined;
  const { providers, rows } = document;
  // Until its provider responses are told, the rows of a document without `data` are what is known of it.
  if (document.isBare && providers.length === 0) return firstAt(rows, pointer);
  const generation = providers.generation(providers.choiceAround(pointer));
  return generation < 0 ? undefined : generation;
}

const mostLookedAt = 4096;

/** The first row with exactly this place, of those that are on screen at first. */
function firstAt(rows: SampleTable, pointer: Pointer): number | undefined {
  const count = Math.min(rows.length, mostLookedAt);
  for (let position = 0; position < count; position++) if (rows.pointer(position) === pointer) return position;
  return undefined;
}

/** Position of the provider response that the pointer lies in. */
export function providerAt(document: OpenDocument, pointer: Pointer): number | undefined {
  const position = /^\/provider_responses\/(0|[1-9]\d*)(?:\/|$)/.exec(pointer)?.[1];
  return position !== undefined && Number(position) < document.providerCount ? Number(position) : undefined;
}

/** Where the tree stands for a selection: the pointer itself, or the linked choice of a generation's own text. */
export function treePointer(document: OpenDocument, pointer: Pointer): Pointer {
  const position = owningPosition(pointer);
  if (position === undefined) return pointer;
  return document.rows.choice(position) ?? pointer;
}

/** The linked place on the other side: for a generation its choice (for its texts the choice's text), for a choice its generation. */
export function counterpart(document: OpenDocument, pointer: Pointer): Pointer | undefined {
  const position = owningPosition(pointer);
  if (position !== undefined) {
    const link = document.rows.at(position)?.link;
    const isText =
      pointer === pointerOf('data', position, 'output') || pointer === pointerOf('data', position, 'raw_output');
    return isText ? (link?.text ?? link?.choice) : link?.choice;
  }
  const { providers } = document;
  const choice = providers.choiceAround(pointer);
  const generation = providers.generation(choice);
  // A choice that is a sample itself has no other side.
  if (generation < 0 || document.rows.isChoice(generation)) return undefined;
  const isText = pointer === providers.textPlaces(choice).first[0];
  return isText ? pointerOf('data', generation, 'raw_output') : pointerOf('data', generation);
}
