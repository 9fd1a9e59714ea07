// The shape of the store: what it holds and what can be done to it. `store.ts` does it.

import type { Pointer } from '../json/pointer.ts';
import type { Annotation, Annotations } from '../response/annotations.ts';
import type { LoadEvent, LoadFailure, LoadStage } from '../response/loadEvents.ts';
import type { ResponseNames } from './documentAsShown.ts';
import type { DocumentId, OpenDocument } from './documents.ts';
import type { Draft } from './draft.ts';
import type { Estimates } from './estimates.ts';
import type { PaneId } from './panes.ts';
import type { Preferences } from './preferences.ts';
import type { View } from './view.ts';

export interface LoadProgress {
  readonly stage: LoadStage;
  readonly done: number;
  readonly total: number;
}

/** Something that did not open. */
export interface Attempt {
  readonly id: DocumentId;
  readonly name: string;
  readonly failure: LoadFailure;
  /** Its text does not stand in the paste box and can be put there. */
  readonly isEditable: boolean;
  /** It was a text that the page alone has: it stays until a person dismisses it. */
  readonly isOnlyHere: boolean;
}

/** A note that is being typed; it becomes the note when the person leaves it. */
export interface Writing {
  readonly id: DocumentId;
  readonly position: number;
  readonly note: string;
}

/** A document that the address names and this tab does not have; with a name where the browser keeps it for another tab. */
export interface Away {
  readonly id: DocumentId;
  readonly view: View;
  readonly name?: string;
  readonly openedAt?: number;
}

export interface State {
  readonly documents: readonly OpenDocument[];
  /** The document on screen; absent on the start screen. */
  readonly activeId?: DocumentId | undefined;
  /** The document that takes the screen as soon as it has rows; until then the screen stays as it is. */
  readonly openingId?: DocumentId | undefined;
  readonly views: Readonly<Record<DocumentId, View>>;
  /** Stars and notes by document; one without any may be absent. */
  readonly annotations: Readonly<Record<DocumentId, Annotations>>;
  /** Estimated tokens by document; one without any is absent. */
  readonly estimates: Readonly<Record<DocumentId, Estimates>>;
  /** Names that a person gave to responses of a document, by number; one without any may be absent. */
  readonly responseNames: Readonly<Record<DocumentId, ResponseNames>>;
  /** Documents that were put together, by the document that they became. */
  readonly together: Readonly<Record<DocumentId, readonly DocumentId[]>>;
  /** How far the documents that are loading are. */
  readonly progress: Readonly<Record<DocumentId, LoadProgress>>;
  readonly preferences: Preferences;
  readonly draft: Draft;
  /** What did not open and was not dismissed yet, oldest first. */
  readonly attempts: readonly Attempt[];
  readonly writing?: Writing | undefined;
  readonly away?: Away | undefined;
  /** Whether a person opened or closed the list of responses; absent: it is shown while there is more than one. */
  readonly isResponsesListOpen?: boolean | undefined;
  /** What the pointer of the mouse is on; lights counterparts and moves nothing. */
  readonly hovered?: Pointer | undefined;
}

export interface Actions {
  /** `isTakingScreen`: show it when it has rows; otherwise it only joins the list. `at`: its place there, the end when absent. */
  startDocument(id: DocumentId, name: string, view: View, isTakingScreen: boolean, at?: number): void;
  /** Folds the next events of a load, in their order. */
  applyLoadEvents(id: DocumentId, events: readonly LoadEvent[]): void;
  /** Puts the document as it was read anew in the place of the one of its id, under its name and with what a person chose. */
  replaceDocument(next: OpenDocument): void;
  /** Takes back a document that did not open and says why. What is loading behind it takes the screen in its place. */
  rejectDocument(attempt: Attempt): void;
  removeDocument(id: DocumentId): void;
  renameDocument(id: DocumentId, name: string): void;
  /** `undefined` gives a response its own name back. */
  renameResponse(id: DocumentId, response: number, name: string | undefined): void;
  setTogether(together: State['together']): void;
  setResponseNames(names: State['responseNames']): void;
  activate(id: DocumentId | undefined): void;
  changeView(change: (view: View) => View): void;
  /** Puts estimated tokens where nothing counts them; `undefined` takes them away. */
  setEstimates(id: DocumentId, estimates: Estimates | undefined): void;
  /** Selects a place in the active document, said by the pane that it happened in. */
  select(pointer: Pointer, pane?: PaneId): void;
  hover(pointer: Pointer | undefined): void;
  /** Stars a generation of the active document or notes something beside it. */
  annotate(position: number, change: Partial<Annotation>): void;
  /** The stars and notes of a document as they were kept. */
  setAnnotations(id: DocumentId, annotations: Annotations): void;
  setPreferences(change: Partial<Preferences>): void;
  setDraft(draft: Draft): void;
  setAttempts(attempts: readonly Attempt[]): void;
  setAway(away: Away | undefined): void;
  /** Each step of typing a note. */
  write(writing: Writing): void;
  /** The note that is being typed is left: it is kept, or stays what it was before. */
  endWriting(isKept: boolean): void;
  setResponsesListOpen(isOpen: boolean | undefined): void;
}
