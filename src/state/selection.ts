// What one pointer means in every pane: the generation it belongs to or is linked to, the choice, the counterpart on the other side.
// Pure; works on rows that are already loaded and answers undefined for what is not known yet.

import { type Pointer, parentPointer, pointerKeys, pointerOf } from '../json/pointer.ts';
import type { ChoiceRow, ProviderRow } from '../response/report.ts';
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
  const [list, item] = pointerKeys(pointer);
  if (list !== 'data' || item === undefined || !/^(0|[1-9]\d*)$/.test(item)) return undefined;
  return Number(item);
}

/** The choice that the pointer is or lies in. */
export function owningChoice(document: OpenDocument, pointer: Pointer): ChoiceRow | undefined {
  const choices = choicesByPointer(document.providers);
  for (let at: Pointer | undefined = pointer; at !== undefined; at = parentPointer(at)) {
    const choice = choices.get(at);
    if (choice) return choice;
  }
  return undefined;
}

/** Position of the generation that owns the pointer, or is linked to the choice that owns it. */
export function generationAt(document: OpenDocument, pointer: Pointer): number | undefined {
  const position = owningPosition(pointer);
  if (position !== undefined) return position < document.generationCount ? position : undefined;
  return owningChoice(document, pointer)?.generation;
}

/** Position of the provider response that the pointer lies in. */
export function providerAt(document: OpenDocument, pointer: Pointer): number | undefined {
  const [list, item] = pointerKeys(pointer);
  if (list === 'provider_responses' && item !== undefined) {
    const position = Number(item);
    return Number.isInteger(position) && position < document.providerCount ? position : undefined;
  }
  return undefined;
}

/** Where the tree stands for a selection: the pointer itself, or the linked choice of a generation's own text. */
export function treePointer(document: OpenDocument, pointer: Pointer): Pointer {
  const position = owningPosition(pointer);
  if (position === undefined) return pointer;
  const link = document.rows[position]?.link;
  return link?.choice ?? pointer;
}

/** The linked place on the other side: for a generation its choice (for its texts the choice's text), for a choice its generation. */
export function counterpart(document: OpenDocument, pointer: Pointer): Pointer | undefined {
  const position = owningPosition(pointer);
  if (position !== undefined) {
    const link = document.rows[position]?.link;
    const key = pointerKeys(pointer)[2];
    return key === 'output' || key === 'raw_output' ? (link?.text ?? link?.choice) : link?.choice;
  }
  const choice = owningChoice(document, pointer);
  if (choice?.generation === undefined) return undefined;
  const isText = choice.textPointer !== undefined && pointer === choice.textPointer;
  return isText ? pointerOf('data', choice.generation, 'raw_output') : pointerOf('data', choice.generation);
}
