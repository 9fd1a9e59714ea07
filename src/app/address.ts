// Keeps the address bar and the store in step. A change of document, pane or comparison is a step of the history; moving from row to row is not.

import type { Questions } from '../response/questions.ts';
import { decodeHash, encodeHash } from '../state/hash.ts';
import { activeView, type State, useStore } from '../state/store.ts';
import type { View } from '../state/view.ts';

interface HistoryState {
  readonly step: number;
}

let step = 0;
let lastStep = 0;

/** Starts following both; call once. */
export function connectAddress(questionsOf: (id: string) => Questions | undefined): void {
  step = stepOf(history.state);
  lastStep = step;
  useStore.subscribe((state, before) => {
    if (state.activeId === before.activeId && state.views === before.views) return;
    write(state, before);
  });
  window.addEventListener('popstate', (event) => {
    step = stepOf(event.state);
    lastStep = Math.max(lastStep, step);
    void read(questionsOf);
  });
  // What was opened before anybody followed has no address yet.
  const state = useStore.getState();
  if (state.activeId !== undefined) write(state, state);
}

export function canGoBack(): boolean {
  return step > 0;
}

export function canGoForward(): boolean {
  return step < lastStep;
}

function stepOf(state: unknown): number {
  return typeof state === 'object' && state !== null && 'step' in state ? Number(state.step) : 0;
}

let isReading = false;
let lastRead = 0;

function write(state: State, before: State): void {
  if (isReading || state.openingId !== undefined) return;
  const hash = state.activeId === undefined ? '' : encodeHash(state.activeId, activeView(state));
  if (hash === location.hash) return;
  const url = hash === '' ? location.pathname + location.search : hash;
  if (before.activeId !== undefined && isStep(state, before)) {
    step++;
    lastStep = step;
    history.pushState({ step } satisfies HistoryState, '', url);
  } else {
    history.replaceState({ step } satisfies HistoryState, '', url);
  }
}

function isStep(state: State, before: State): boolean {
  if (state.activeId !== before.activeId) return true;
  const view = activeView(state);
  const earlier = activeView(before);
  return view.pane !== earlier.pane || view.isComparing !== earlier.isComparing;
}

async function read(questionsOf: (id: string) => Questions | undefined): Promise<void> {
  const turn = ++lastRead;
  const { document, view } = decodeHash(location.hash);
  const state = useStore.getState();
  const id = state.documents.some((one) => one.id === document) ? document : state.activeId;
  if (id === undefined) return;
  const exists = await questionsOf(id)
    ?.node(view.selection)
    .catch(() => undefined);
  // Asking takes a moment: a later step goes before, and what a person chose in it stays.
  const now = useStore.getState();
  if (turn !== lastRead || now.activeId !== state.activeId || activeView(now) !== activeView(state)) return;
  isReading = true;
  try {
    if (state.activeId !== id) state.activate(id);
    state.changeView((current): View => {
      const { baseline: _old, ...rest } = current;
      const selection = exists ? view.selection : current.selection;
      // What the address does not hold stays as it is.
      const { pins, expanded, collapsed } = current;
      return { ...rest, ...view, selection, pins, expanded, collapsed };
    });
  } finally {
    isReading = false;
  }
  write(useStore.getState(), useStore.getState());
}
