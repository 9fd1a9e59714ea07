// Puts a place of an open document on the clipboard, for the location line and the commands.

import type { Pointer } from '../../json/pointer.ts';
import type { DocumentId } from '../../state/documents.ts';
import { type PlaceForm, placeAs, placeFormWords } from '../../state/placeAs.ts';
import { copyAndSay } from '../../ui/copyAndSay.ts';
import { questionsOf } from '../opening/sessions.ts';

/** Copies nothing when the document is closed. */
export function copyPlace(document: DocumentId, pointer: Pointer, form: PlaceForm): void {
  const reader = questionsOf(document);
  if (reader) void copyAndSay(placeFormWords[form].name, placeAs(reader, pointer, form));
}
