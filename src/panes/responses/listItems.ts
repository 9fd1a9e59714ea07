// What the list of responses holds: the open documents, and below the one on screen the responses that it holds, where there are several. Pure.

import type { OpenDocument } from '../../state/documents.ts';

/** A document, or one of the responses in it. */
export interface ListItem {
  readonly document: OpenDocument;
  /** Number of the response in the document; absent for the document itself. */
  readonly response?: number;
}

export function itemName({ document, response }: ListItem): string {
  return (response === undefined ? undefined : document.responses?.names[response]) ?? document.name;
}

/** An identity that stays with the item. */
export function itemKey({ document, response }: ListItem): string {
  return response === undefined ? document.id : `${document.id} ${response}`;
}

export interface ListOptions {
  /** The responses of the document on screen as they are to stand; absent for all as in the document. */
  readonly order?: readonly number[] | undefined;
  /** Documents that are not listed, because they stand in another one. */
  readonly folded?: ReadonlySet<string> | undefined;
}

/** Those whose name holds the text, whatever its case; all of them for no text. The responses of a document follow it. */
export function listItems(
  documents: readonly OpenDocument[],
  activeId: string | undefined,
  text: string,
  { order, folded }: ListOptions = {},
): readonly ListItem[] {
  const wanted = text.toLowerCase();
  const isWanted = (name: string): boolean => wanted === '' || name.toLowerCase().includes(wanted);
  return documents.flatMap((document): readonly ListItem[] => {
    if (folded?.has(document.id) && document.id !== activeId) return [];
    const names = document.id === activeId ? (document.responses?.names ?? []) : [];
    const numbers = document.id === activeId ? (order ?? [...names.keys()]) : [];
    const own = numbers.flatMap((response) => (isWanted(names[response] ?? '') ? [{ document, response }] : []));
    return own.length > 0 || isWanted(document.name) ? [{ document }, ...own] : [];
  });
}

/** `chosen` with the response, or without it where it was there; ascending. Undefined where none is left. */
export function toggled(chosen: readonly number[] | undefined, response: number): readonly number[] | undefined {
  const others = (chosen ?? []).filter((one) => one !== response);
  if (others.length < (chosen?.length ?? 0)) return others.length === 0 ? undefined : others;
  return [...others, response].sort((one, other) => one - other);
}
