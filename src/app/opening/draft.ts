// The text in the paste box: how much of a long one goes there, and how a broken document's text comes back to it. Knows no component.

import { codeUnitAt } from '../../json/codeUnitAt.ts';
import type { DocumentId } from '../../state/documents.ts';
import { type Draft, useStore } from '../../state/store.ts';
import { questionsOf } from './sessions.ts';

/** A longer paste is held beside the box and not inserted into it. */
export const longestInBox = 100_000;

export function draftOf(text: string): Draft {
  return text.length > longestInBox ? { text: text.slice(0, 2000), held: text } : { text };
}

/** Puts the whole text of a broken document back into the paste box, with the caret at the error. */
export async function editText(id: DocumentId): Promise<void> {
  const text = await questionsOf(id)?.wholeText();
  // A person may have gone on to another document while the text was fetched.
  if (text === undefined || useStore.getState().activeId !== id) return;
  const failure = useStore.getState().documents.find((document) => document.id === id)?.failure;
  const place = failure?.place;
  const caret = place === undefined ? undefined : codeUnitAt(text, place.line, place.column);
  useStore.getState().activate(undefined);
  useStore.getState().setDraft({ text, ...(caret === undefined ? {} : { caret }) });
}
