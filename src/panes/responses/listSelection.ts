// Which entries of the list are selected, and what a press makes of it: documents, and of the one on screen some of its responses. Pure.

import type { DocumentId } from '../../state/documents.ts';
import type { PressHow } from '../../ui/OptionList.tsx';
import { type ListItem, toggled } from './listItems.ts';

export interface Selected {
  /** Empty where it is the document on screen, and nothing beside it. */
  readonly documents: ReadonlySet<DocumentId>;
  /** Of the document on screen, ascending; undefined for all. */
  readonly responses: readonly number[] | undefined;
}

export interface Pressed {
  readonly items: readonly ListItem[];
  readonly at: number;
  readonly how: PressHow;
  /** Where the extended range begins. */
  readonly from: number;
  readonly activeId: DocumentId | undefined;
}

export const noneSelected: Selected = { documents: new Set(), responses: undefined };

/** Undefined where the press shows another document, which is the selection then. */
export function selectedBy(before: Selected, pressed: Pressed): Selected | undefined {
  const { items, at, how, from, activeId } = pressed;
  const item = items[at];
  if (item === undefined) return before;
  if (how === 'extending') return extended(items.slice(Math.min(from, at), Math.max(from, at) + 1), activeId);
  const { document, response } = item;
  if (how === 'adding')
    return response === undefined
      ? withDocument(before, document.id, activeId)
      : withResponse(before, response, activeId);
  if (document.id !== activeId) return undefined;
  return { documents: noneSelected.documents, responses: response === undefined ? undefined : [response] };
}

/** All of a list. */
export function extended(items: readonly ListItem[], activeId: DocumentId | undefined): Selected {
  const documents = new Set(items.filter(({ response }) => response === undefined).map(({ document }) => document.id));
  const responses = items.flatMap(({ response }) => (response === undefined ? [] : [response]));
  // Whose own entry is among them is meant as a whole.
  if (responses.length === 0 || (activeId !== undefined && documents.has(activeId)))
    return only({ documents, responses: undefined }, activeId);
  if (documents.size > 0 && activeId !== undefined) documents.add(activeId);
  return { documents, responses: responses.sort((one, other) => one - other) };
}

function withDocument({ documents, responses }: Selected, id: DocumentId, activeId: DocumentId | undefined): Selected {
  const next = new Set(documents.size > 0 ? documents : activeId === undefined ? [] : [activeId]);
  // The entry of the document on screen stands for all of it, where some of it is selected.
  if (id === activeId && responses !== undefined) return only({ documents: next, responses: undefined }, activeId);
  if (!next.delete(id)) next.add(id);
  return only({ documents: next, responses: next.has(activeId ?? '') ? responses : undefined }, activeId);
}

function withResponse(
  { documents, responses }: Selected,
  response: number,
  activeId: DocumentId | undefined,
): Selected {
  const next = toggled(responses, response);
  const others = new Set(documents);
  if (others.size > 0 && activeId !== undefined) {
    if (next === undefined) others.delete(activeId);
    else others.add(activeId);
  }
  return only({ documents: others, responses: next }, activeId);
}

/** The document on screen alone needs no saying. */
function only({ documents, responses }: Selected, activeId: DocumentId | undefined): Selected {
  const isAlone = documents.size === 1 && activeId !== undefined && documents.has(activeId);
  return { documents: isAlone ? noneSelected.documents : documents, responses };
}

export function isSelected(
  { documents, responses }: Selected,
  item: ListItem | undefined,
  activeId: DocumentId | undefined,
): boolean {
  if (item === undefined) return false;
  const { document, response } = item;
  const isAmong = documents.size === 0 ? document.id === activeId : documents.has(document.id);
  if (!isAmong) return false;
  if (document.id !== activeId) return true;
  return response === undefined ? responses === undefined : (responses?.includes(response) ?? false);
}

/** How many entries: a document on screen of which some responses are selected counts as these. */
export function selectedCount({ documents, responses }: Selected, activeId: DocumentId | undefined): number {
  const isActive = documents.size === 0 || (activeId !== undefined && documents.has(activeId));
  const own = isActive ? (responses?.length ?? 1) : 0;
  return own + documents.size - Number(isActive && documents.size > 0);
}
