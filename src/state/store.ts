// The one store: open documents, a view per document, preferences, and what stands in the paste box. Actions are the only way to change it.
// Knows no worker, no address bar and no screen; `app/` connects those.

import { useDeferredValue } from 'react';
import { create } from 'zustand';
import type { Pointer } from '../json/pointer.ts';
import { type Annotations, withAnnotation } from '../response/annotations.ts';
import { documentAsShown } from './documentAsShown.ts';
import { type DocumentId, firstPlace, foldLoadEvent, newDocument, type OpenDocument } from './documents.ts';
import { emptyDraft } from './draft.ts';
import { loadPreferences } from './preferences.ts';
import { owningPosition, treePointer } from './selection.ts';
import type { Actions, State } from './storeShape.ts';
import { choose, defaultView, select, type View } from './view.ts';

export const useStore = create<State & Actions>()((set) => ({
  documents: [],
  views: {},
  annotations: {},
  estimates: {},
  responseNames: {},
  together: {},
  progress: {},
  preferences: loadPreferences(),
  draft: emptyDraft,
  attempts: [],

  startDocument: (id, name, view, isTakingScreen, at = Number.POSITIVE_INFINITY) =>
    set((state) => ({
      documents: state.documents.filter((document) => document.id !== id).toSpliced(at, 0, newDocument(id, name)),
      views: { ...state.views, [id]: view },
      ...(isTakingScreen ? { openingId: id } : {}),
    })),

  applyLoadEvents: (id, events) =>
    set((state) => {
      const progress = events.findLast((event) => event.type === 'progress');
      const told = events.filter((event) => event.type !== 'progress');
      const change: Partial<State> = progress ? { progress: { ...state.progress, [id]: progress } } : {};
      if (told.length === 0) return change;
      const documents = state.documents.map((document) =>
        document.id === id ? told.reduce(foldLoadEvent, document) : document,
      );
      const skimmed = told.findLast((event) => event.type === 'skimmed');
      const folded = documents.find((document) => document.id === id);
      if (!skimmed) {
        const isAll = told.some(({ type }) => type === 'complete') && folded !== undefined && hasChoices(folded);
        const view = isAll ? fittedView(state.views[id] ?? defaultView, folded) : undefined;
        const views = view === undefined ? {} : { views: { ...state.views, [id]: view } };
        return { ...change, documents, ...views, ...withFirstSample(state, documents, id) };
      }
      const isTakingScreen = state.openingId === id;
      return {
        ...change,
        documents,
        // The start of a text does not say what lies behind it.
        ...(skimmed.isStart || folded === undefined
          ? {}
          : { views: { ...state.views, [id]: fittedView(state.views[id] ?? defaultView, folded) } }),
        ...(isTakingScreen ? { activeId: id, openingId: undefined, hovered: undefined } : {}),
      };
    }),

  replaceDocument: (next) =>
    set((state) => {
      const { id } = next;
      const before = state.documents.find((document) => document.id === id);
      if (!before) return {};
      const documents = state.documents.map((one) => (one.id === id ? { ...next, name: before.name } : one));
      return { documents, views: { ...state.views, [id]: fittedView(state.views[id] ?? defaultView, next) } };
    }),

  rejectDocument: (attempt) =>
    set((state) => {
      const { id } = attempt;
      const next = state.documents.find((one) => one.id !== id && one.load === 'loading' && !one.hasRows)?.id;
      const isTakingScreen = state.openingId === id || state.activeId === id;
      return {
        ...withoutDocument(state, id),
        ...(isTakingScreen ? { openingId: next } : {}),
        ...(isTakingScreen && next === undefined ? { activeId: undefined } : {}),
        attempts: [...state.attempts, attempt],
      };
    }),

  removeDocument: (id) => set((state) => withoutDocument(state, id)),

  setEstimates: (id, estimates) =>
    set((state) => {
      const { [id]: _before, ...others } = state.estimates;
      return { estimates: estimates === undefined ? others : { ...others, [id]: estimates } };
    }),

  renameDocument: (id, name) =>
    set((state) => ({
      documents: state.documents.map((document) => (document.id === id ? { ...document, name } : document)),
    })),

  renameResponse: (id, response, name) =>
    set((state) => {
      const { [response]: _before, ...others } = state.responseNames[id] ?? {};
      const names = name === undefined ? others : { ...others, [response]: name };
      return { responseNames: { ...state.responseNames, [id]: names } };
    }),

  setTogether: (together) => set((state) => ({ together: { ...state.together, ...together } })),
  setResponseNames: (names) => set((state) => ({ responseNames: { ...names, ...state.responseNames } })),

  activate: (id) =>
    set((state) => {
      // What did not open has been read in full on the start screen.
      const isSaid = state.activeId === undefined && id !== undefined && state.attempts.length > 0;
      return {
        activeId: id,
        hovered: undefined,
        ...(isSaid ? { attempts: state.attempts.filter((one) => one.isOnlyHere) } : {}),
      };
    }),

  changeView: (change) =>
    set((state) => {
      if (state.activeId === undefined) return {};
      const view = state.views[state.activeId] ?? defaultView;
      const next = change(view);
      return next === view ? {} : { views: { ...state.views, [state.activeId]: next } };
    }),

  select: (pointer, pane) =>
    set((state) => {
      const document = activeDocument(state);
      if (!document) return {};
      const view = state.views[document.id] ?? defaultView;
      const next = select(view, pointer, treePointer(document, pointer));
      return { views: { ...state.views, [document.id]: pane === undefined ? next : { ...next, pane } } };
    }),

  hover: (pointer) => set((state) => (state.hovered === pointer ? state : { hovered: pointer })),

  annotate: (position, change) =>
    set((state) => {
      if (state.activeId === undefined) return {};
      const before = state.annotations[state.activeId] ?? {};
      const next = withAnnotation(before, position, change);
      return next === before ? {} : { annotations: { ...state.annotations, [state.activeId]: next } };
    }),

  setAnnotations: (id, annotations) => set((state) => ({ annotations: { ...state.annotations, [id]: annotations } })),

  setPreferences: (change) => set((state) => ({ preferences: { ...state.preferences, ...change } })),
  setDraft: (draft) => set({ draft }),
  setAttempts: (attempts) => set({ attempts }),
  setAway: (away) => set({ away }),
  write: (writing) => set({ writing }),
  endWriting: (isKept) =>
    set(({ writing, annotations, documents }) => {
      if (!writing || !isKept || !documents.some((document) => document.id === writing.id))
        return { writing: undefined };
      const before = annotations[writing.id] ?? {};
      const next = withAnnotation(before, writing.position, { note: writing.note.trim() });
      return {
        writing: undefined,
        ...(next === before ? {} : { annotations: { ...annotations, [writing.id]: next } }),
      };
    }),
  setResponsesListOpen: (isOpen) => set({ isResponsesListOpen: isOpen }),
}));

function withoutDocument(state: State, id: DocumentId): Partial<State> {
  const { [id]: _removed, ...views } = state.views;
  const { [id]: _annotations, ...annotations } = state.annotations;
  const { [id]: _estimates, ...estimates } = state.estimates;
  const at = state.documents.findIndex((document) => document.id === id);
  const documents = state.documents.filter((document) => document.id !== id);
  const neighbour = documents[Math.min(at, documents.length - 1)]?.id;
  return {
    documents,
    views,
    annotations,
    estimates,
    activeId: state.activeId === id ? neighbour : state.activeId,
    openingId: state.openingId === id ? undefined : state.openingId,
  };
}

/** What opened without a sample selects the first one when it comes, unless a person went elsewhere. */
function withFirstSample(state: State, documents: readonly OpenDocument[], id: DocumentId): Partial<State> {
  const before = state.documents.find((document) => document.id === id);
  const now = documents.find((document) => document.id === id);
  const view = state.views[id];
  if (now === undefined || !hasChoices(now) || before === undefined || view === undefined) return {};
  if (before.rows.length > 0 || now.rows.length === 0 || view.selection !== firstPlace(before)) return {};
  const selection = firstPlace(now);
  return { views: { ...state.views, [id]: select(view, selection, selection) } };
}

/** Some of its samples are choices, whose number is known when all of them are read. */
function hasChoices({ isBare, isMixed }: OpenDocument): boolean {
  return isBare === true || isMixed === true;
}

/** The view without what the document does not have: a selection or a comparison of generations beyond its end, as far as that is known. */
function fittedView(view: View, document: OpenDocument): View {
  const { generationCount } = document;
  const isAll = document.load !== 'loading' || !hasChoices(document);
  const position = owningPosition(view.selection);
  const isThere = (one: number): boolean => !document.isBare && one < generationCount;
  const hasSelection = position === undefined || isThere(position);
  const chosen = isAll ? view.chosen.filter((one) => one < generationCount) : view.chosen;
  if (hasSelection && chosen.length === view.chosen.length) return view;
  return choose({ ...view, selection: hasSelection ? view.selection : firstPlace(document) }, chosen);
}

/** The document on screen, as it is shown. The same object while nothing about it changes. */
export function activeDocument(state: State): OpenDocument | undefined {
  const document = state.documents.find((one) => one.id === state.activeId);
  return document && shownDocument(state, document);
}

/** One of the open documents with what a person put over it. */
export function shownDocument(
  { estimates, views, preferences, responseNames }: State,
  document: OpenDocument,
): OpenDocument {
  return documentAsShown(document, {
    estimates: estimates[document.id],
    pins: (views[document.id] ?? defaultView).pins,
    muted: preferences.mutedChecks,
    names: responseNames[document.id],
  });
}

/** Documents that have something to show, or had it and broke off. */
export function listedCount(state: State): number {
  return state.documents.reduce((count, document) => count + (document.hasRows ? 1 : 0), 0);
}

export function isResponsesListShown(state: State): boolean {
  return state.isResponsesListOpen ?? listedCount(state) > 1;
}

export function activeView(state: State): View {
  return (state.activeId === undefined ? undefined : state.views[state.activeId]) ?? defaultView;
}

/**
 * The document on screen as far as it is drawn: what a load adds is drawn in turns between which the page stays free, and by all who ask
 * here at the same moment.
 */
export function useDrawnDocument(): OpenDocument | undefined {
  const document = useStore(activeDocument);
  const drawn = useDeferredValue(document);
  return drawn?.id === document?.id ? drawn : document;
}

const unannotated: Annotations = {};

/** Stars and notes of the document on screen. */
export function activeAnnotations(state: State): Annotations {
  return (state.activeId === undefined ? undefined : state.annotations[state.activeId]) ?? unannotated;
}

/** The document on screen, for panes, which are only mounted while there is one. */
export function useDocument(): OpenDocument {
  const document = useDrawnDocument();
  if (!document) throw new Error('A pane is on screen without a document');
  return document;
}

export function useView(): View {
  return useStore(activeView);
}

/** What of the view is needed: what does not look at the rest is not drawn again when somebody types into the filter. */
export function useViewPart<Part>(part: (view: View) => Part): Part {
  return useStore((state) => part(activeView(state)));
}

/** The selected place. */
export function useSelection(): Pointer {
  return useViewPart(({ selection }) => selection);
}
