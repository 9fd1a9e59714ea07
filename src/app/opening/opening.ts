// Opening and closing documents: the one place where a person's paste, drop or choice meets the loader and the store.
// Knows no component. Sessions (workers) live here, beside the store, because they are not data.

import { codeUnitAt } from '../../json/codeUnitAt.ts';
import { type OpenRequest, openSession, type Session } from '../../load/client.ts';
import { forgetDocument, keepAnnotations, keptDocuments, renameKeptDocument } from '../../load/keep.ts';
import type { Source } from '../../load/protocol.ts';
import type { Annotations } from '../../response/annotations.ts';
import type { Questions } from '../../response/questions.ts';
import { type DocumentId, firstPlace } from '../../state/documents.ts';
import { decodeHash } from '../../state/hash.ts';
import { showNotice } from '../../state/notice.ts';
import { type Draft, useStore } from '../../state/store.ts';
import { defaultView, firstGeneration, type View } from '../../state/view.ts';
import { createFeed } from './feed.ts';
import { newId, tabId } from './ids.ts';
import { measureLoad } from './timing.ts';

interface OpenedDocument {
  readonly session: Session;
  readonly request: OpenRequest;
  /** It was open before a reload. */
  readonly isRestored: boolean;
}

/** Something to open, with the name that the list will show. */
export interface Input {
  readonly name: string;
  readonly source: Source;
}

/** A longer paste is held beside the box and not inserted into it. */
export const longestInBox = 100_000;
/** How long a removed document can be brought back. */
const undoMs = 10_000;

const opened = new Map<DocumentId, OpenedDocument>();
const removed = new Map<
  DocumentId,
  { readonly document: OpenedDocument; readonly timer: ReturnType<typeof setTimeout> }
>();
let failedInput: Input | undefined;

/**
 * Opens one input and shows it as soon as it has rows. A load that has shown nothing yet makes way for it, unless it comes back after a
 * reload.
 */
export function openInput(input: Input, options: { readonly asPlain?: boolean } = {}): void {
  const waiting = useStore.getState().openingId;
  if (waiting !== undefined && !opened.get(waiting)?.isRestored) closeDocument(waiting);
  start(newId(), input, { isTakingScreen: true, asPlain: options.asPlain ?? false, view: defaultView });
}

/** Opens several: the first takes the screen, the others join the list one after the other. */
export function openInputs(inputs: readonly Input[]): void {
  const [first, ...others] = inputs;
  if (!first) return;
  openInput(first);
  const startNext = (): void => {
    const next = others.shift();
    if (next) {
      start(newId(), next, { isTakingScreen: false, asPlain: false, view: defaultView }, startNext);
    }
  };
  // The one on screen is not slowed down by the ones behind it.
  if (others.length > 0) whenSettled(startNext);
}

export function openFiles(files: readonly File[]): void {
  openInputs(files.map((file) => ({ name: file.name, source: { file } })));
}

export function openText(text: string, name = 'pasted text'): void {
  openInput({ name: uniqueName(name), source: { text } });
}

/** Opens the text that did not open as a response, as any JSON. */
export function openFailedAsPlain(): void {
  if (failedInput) openInput(failedInput, { asPlain: true });
}

/** Stops the load under way and leaves everything as it was before. */
export function cancelLoad(): void {
  const { openingId, activeId, documents } = useStore.getState();
  const loading =
    openingId ?? documents.find((document) => document.id === activeId && document.load === 'loading')?.id;
  if (loading !== undefined) closeDocument(loading);
}

/** Takes a document off the list and offers to bring it back, for a while. */
export function removeDocument(id: DocumentId): void {
  const document = opened.get(id);
  if (!document) return;
  const { documents, views, annotations } = useStore.getState();
  const shown = documents.find((one) => one.id === id);
  opened.delete(id);
  void forgetDocument(id);
  if (shown) {
    lastRemoved = {
      id,
      at: documents.indexOf(shown),
      view: views[id] ?? defaultView,
      name: shown.name,
      annotations: annotations[id] ?? {},
    };
  }
  removed.set(id, {
    document,
    timer: setTimeout(() => {
      document.session.close();
      removed.delete(id);
      // A load that went on until now may have kept it once more.
      void forgetDocument(id);
    }, undoMs),
  });
  useStore.getState().removeDocument(id);
  showNotice({ text: `${shown?.name ?? 'The response'} was closed.`, action: { label: 'Undo', run: undoRemoval } });
}

let lastRemoved:
  | {
      readonly id: DocumentId;
      readonly at: number;
      readonly view: View;
      readonly name: string;
      readonly annotations: Annotations;
    }
  | undefined;

/** Opens the document that was removed last once more, with what had been chosen in it. */
function undoRemoval(): void {
  const last = lastRemoved;
  const kept = last && removed.get(last.id);
  if (!last || !kept) return;
  clearTimeout(kept.timer);
  removed.delete(last.id);
  kept.document.session.close();
  lastRemoved = undefined;
  start(
    last.id,
    { name: last.name, source: kept.document.request.source },
    {
      isTakingScreen: true,
      asPlain: kept.document.request.asPlain,
      view: last.view,
      at: last.at,
      annotations: last.annotations,
      ...(kept.document.request.keep && { openedAt: kept.document.request.keep.openedAt }),
    },
  );
}

export function renameDocument(id: DocumentId, name: string): void {
  const trimmed = name.trim();
  if (trimmed === '') return;
  useStore.getState().renameDocument(id, trimmed);
  void renameKeptDocument(id, trimmed);
}

export function questionsOf(id: DocumentId | undefined): Questions | undefined {
  return id === undefined ? undefined : opened.get(id)?.session.questions;
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

export function draftOf(text: string): Draft {
  return text.length > longestInBox ? { text: text.slice(0, 2000), held: text } : { text };
}

/** From now on stars and notes are kept with their documents; call once. */
export function keepAnnotationsOfDocuments(): void {
  useStore.subscribe(({ annotations }, before) => {
    if (annotations === before.annotations) return;
    for (const [id, own] of Object.entries(annotations))
      if (own !== before.annotations[id] && opened.has(id)) void keepAnnotations(id, own);
  });
}

/** Brings back the documents that this tab had open before a reload, with the view of the address bar. */
export async function restoreDocuments(): Promise<void> {
  const kept = await keptDocuments(tabId());
  const address = decodeHash(location.hash);
  const shown = kept.find((document) => document.id === address.document) ?? kept.at(-1);
  // What a person has opened while they were read stays on screen.
  const { activeId, openingId } = useStore.getState();
  const isScreenFree = activeId === undefined && openingId === undefined;
  for (const document of kept) {
    start(
      document.id,
      { name: document.name, source: { file: document.content } },
      {
        isTakingScreen: isScreenFree && document === shown,
        asPlain: document.asPlain,
        view: document === shown ? address.view : defaultView,
        openedAt: document.openedAt,
        annotations: document.annotations,
        isRestored: true,
      },
    );
  }
}

interface StartOptions {
  readonly isTakingScreen: boolean;
  readonly asPlain: boolean;
  readonly view: View;
  readonly openedAt?: number;
  /** Its place in the list; the end when absent. */
  readonly at?: number;
  readonly annotations?: Annotations;
  readonly isRestored?: boolean;
}

function start(id: DocumentId, input: Input, options: StartOptions, onSettled?: () => void): void {
  const request: OpenRequest = {
    source: input.source,
    asPlain: options.asPlain,
    keep: {
      id,
      tab: tabId(),
      name: input.name,
      openedAt: options.openedAt ?? Date.now(),
      asPlain: options.asPlain,
    },
  };
  const { startDocument, rejectDocument, setAnnotations } = useStore.getState();
  const isOpen = () => opened.has(id);
  const isOnScreen = () => useStore.getState().activeId === id;
  const finishMeasure = measureLoad(id, input.name, options.isTakingScreen, isOnScreen);
  startDocument(id, input.name, options.view, options.isTakingScreen, options.at);
  const feed = createFeed(id, isOpen, (event) => {
    finishMeasure(event);
    if (event.type === 'skimmed') clearDraftOf(input);
    if (event.type !== 'complete') return;
    if (event.failure) selectBroken(id);
    else void selectExisting(id, session.questions);
    onSettled?.();
  });
  const session = openSession(request, (event) => {
    if (event.type !== 'failed') {
      feed(event);
      return;
    }
    session.close();
    opened.delete(id);
    failedInput = input;
    rejectDocument(id, event.failure);
    if ('text' in input.source) useStore.getState().setDraft(draftOf(input.source.text));
    onSettled?.();
  });
  opened.set(id, { session, request, isRestored: options.isRestored ?? false });
  // Only now: what is not open is not kept.
  if (options.annotations) setAnnotations(id, options.annotations);
}

/** A text that breaks off inside a generation opens at that one. */
function selectBroken(id: DocumentId): void {
  const { documents, activeId, views, select } = useStore.getState();
  const broken = documents.find((one) => one.id === id)?.rows.find((row) => row.isBroken);
  if (broken && activeId === id && views[id]?.selection === firstGeneration) select(broken.pointer);
}

/** A place from an address that the document does not have gives way to the one that it opens at. */
async function selectExisting(id: DocumentId, questions: Questions): Promise<void> {
  const asked = useStore.getState().views[id]?.selection;
  if (asked === undefined || (await questions.node(asked).catch(() => undefined))) return;
  const { documents, views, activeId, select } = useStore.getState();
  const document = documents.find((one) => one.id === id);
  // Asking takes a moment, and what a person has selected in it is theirs.
  if (!document || activeId !== id || views[id]?.selection !== asked) return;
  select(firstPlace(document));
}

/** What opened needs no second copy in the box. */
function clearDraftOf(input: Input): void {
  const { draft, setDraft } = useStore.getState();
  if ('text' in input.source && (draft.held ?? draft.text) === input.source.text) setDraft({ text: '' });
}

function closeDocument(id: DocumentId): void {
  opened.get(id)?.session.close();
  opened.delete(id);
  void forgetDocument(id);
  useStore.getState().removeDocument(id);
}

function whenSettled(run: () => void): void {
  const stop = useStore.subscribe((state) => {
    if (state.openingId !== undefined) return;
    if (state.documents.some((document) => document.id === state.activeId && document.load === 'loading')) return;
    stop();
    run();
  });
}

/** `pasted text`, `pasted text 2`, … */
function uniqueName(name: string): string {
  const names = new Set(useStore.getState().documents.map((document) => document.name));
  if (!names.has(name)) return name;
  let number = 2;
  while (names.has(`${name} ${number}`)) number++;
  return `${name} ${number}`;
}
