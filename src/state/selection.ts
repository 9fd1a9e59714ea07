// What one pointer means in every pane: the generation it belongs to or is linked to, the choice, the counterpart on the other side.
// Pure; works on rows that are already loaded and answers undefined for what is not known yet.

import { type Pointer, pointerOf } from '../json/pointer.ts';
import type { ChoiceRow, ProviderRow } from '../response/rows.ts';
import type { OpenDocument } from './documents.ts';

const choicesByProviders = new WeakMap<readonly ProviderRow[], ReadonlyMap<Pointer, ChoiceRow>>();

function choicesByPointer(providers: readonly ProviderRow[]): ReadonlyMap<Pointer, ChoiceRow> {
  let choices = choicesByProviders.get(providers);
  if (!choices) {
    choices = new Map(providers.flatMap((provider) => provider.choices.map((choice) => [choice.pointer, choice])));
    choicesByProviders.set(providers, choices);
  }
  return choices;
}

/** Position in `data` of the generation that the pointer lies in: `/data/3/output` → 3. */
export function owningPosition(pointer: Pointer): number | undefined {
  const position = /^\/data\/(0|[1-9]\d*)(?:\/|$)/.exec(pointer)?.[1];
  return position === undefined ? undefined : Number(position);
}

/** No provider keeps its choices deeper; a pointer itself may have a hundred thousand levels. */
const deepestChoice = 12;

/** The choice that the pointer is or lies in. */
function owningChoice(document: OpenDocument, pointer: Pointer): ChoiceRow | undefined {
  const choices = choicesByPointer(document.providers);
  let found: ChoiceRow | undefined;
  let end = 0;
  for (let level = 0; level < deepestChoice && end < pointer.length; level++) {
    const next = pointer.indexOf('/', end + 1);
    end = next < 0 ? pointer.length : next;
    // A part of a pointer that ends before a slash is the pointer of an ancestor.
    found = choices.get(pointer.slice(0, end) as Pointer) ?? found;
  }
  return found;
}

/** Position of the generation that owns the pointer, or is linked to the choice that owns it. */
export function generationAt(document: OpenDocument, pointer: Pointer): number | undefined {
  const position = owningPosition(pointer);
  if (position !== undefined) return position < document.generationCount ? position : undefined;
  return owningChoice(document, pointer)?.generation;
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
  const choice = owningChoice(document, pointer);
  if (choice?.generation === undefined) return undefined;
  const isText = choice.textPointer !== undefined && pointer === choice.textPointer;
  return isText ? pointerOf('data', choice.generation, 'raw_output') : pointerOf('data', choice.generation);
}
