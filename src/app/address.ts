// Keeps the address bar and the store in step. A change of document, pane or comparison is a step of the history; moving from row to row is
// not, and a document that goes takes its step with it.

import type { Questions } from '../response/questions.ts';
import { decodeHash, encodeHash } from '../state/hash.ts';
import { activeView, type State, useStore } from '../state/store.ts';
import type { View } from '../state/view.ts';
import { isWorthAStop, nextStop, type Shown, settledStep } from './historySteps.ts';
import { sayWhereabouts } from './opening/keeping.ts';

interface HistoryState {
  readonly step: number;
}

let step = 0;
let lastStep = 0;
const steps: (string | undefined)[] = [];

/** Starts following both; call once. */
export function connectAddress(questionsOf: (id: string) => Questions | undefined): void {
  step = stepOf(history.state) ?? 0;
  lastStep = step;
  putEntry('replace', location.href);
  useStore.subscribe((state, before) => {
    const hasRemoved = state.documents.length < before.documents.length;
    if (state.activeId !== before.activeId || state.views !== before.views) write(state, before);
    if (hasRemoved) settle();
  });
  window.addEventListener('popstate', (event) => follow(event.state, questionsOf));
  // What was opened before anybody followed has no address yet.
  const state = useStore.getState();
  if (state.activeId !== undefined) write(state, state);
}

export function canGoBack(): boolean {
  return nextStop(steps, step, -1, lastStep, shownOf(useStore.getState())) !== undefined;
}

export function canGoForward(): boolean {
  return nextStop(steps, step, 1, lastStep, shownOf(useStore.getState())) !== undefined;
}

function stepOf(state: unknown): number | undefined {
  return typeof state === 'object' && state !== null && 'step' in state ? Number(state.step) : undefined;
}

function hashOf(state: State): string {
  return state.activeId === undefined ? '' : encodeHash(state.activeId, activeView(state));
}

function shownOf(state: State): Shown {
  return { hash: hashOf(state), documents: new Set(state.documents.map(({ id }) => id)) };
}

let isReading = false;
/** On the way to an entry that is to show what is shown now. */
let isSettling = false;
let lastRead = 0;

function write(state: State, before: State): void {
  if (isReading || isSettling || state.openingId !== undefined) return;
  const hash = hashOf(state);
  if (hash === location.hash) return;
  const url = hash === '' ? location.pathname + location.search : hash;
  putEntry(before.activeId !== undefined && isStep(state, before) ? 'push' : 'replace', url);
}

function putEntry(how: 'push' | 'replace', url: string): void {
  if (how === 'push') {
    step++;
    lastStep = step;
    history.pushState({ step } satisfies HistoryState, '', url);
  } else {
    history.replaceState({ step } satisfies HistoryState, '', url);
  }
  steps[step] = location.hash;
}

function isStep(state: State, before: State): boolean {
  // What was removed or did not open has nothing that a step could lead back to.
  if (state.activeId !== before.activeId) return state.documents.some(({ id }) => id === before.activeId);
  const view = activeView(state);
  const earlier = activeView(before);
  return view.pane !== earlier.pane || view.isComparing !== earlier.isComparing;
}

/** Goes to the entry at which what is shown stands for good. */
function settle(): void {
  if (isSettling) return;
  const settled = settledStep(steps, step, shownOf(useStore.getState()));
  if (settled !== step) settleAt(settled);
}

function settleAt(settled: number): void {
  isSettling = true;
  history.go(settled - step);
}

/** Another entry became the current one: by a step of the history, or because a person entered it or followed a link to it. */
function follow(entry: unknown, questionsOf: (id: string) => Questions | undefined): void {
  const from = step;
  const known = stepOf(entry);
  step = known ?? from + 1;
  lastStep = known === undefined ? step : Math.max(lastStep, step);
  if (known === undefined) putEntry('replace', location.href);
  steps[step] = location.hash;
  const state = useStore.getState();
  if (isSettling) {
    isSettling = false;
    write(state, state);
    return;
  }
  if (isWorthAStop(location.hash, shownOf(state))) {
    void read(questionsOf);
    return;
  }
  if (known === undefined) {
    const { document, view } = decodeHash(location.hash);
    if (document !== undefined) void sayWhereabouts(document, view);
    // The start screen keeps the link, as it does after a reload.
    if (state.activeId === undefined) return;
    write(state, state);
    settle();
    return;
  }
  const direction = step < from ? -1 : 1;
  const stop = nextStop(steps, step, direction, lastStep, shownOf(state));
  if (stop !== undefined) {
    history.go(stop - step);
  } else if (direction > 0) {
    lastStep = from;
    settleAt(from);
  } else {
    write(state, state);
  }
}

async function read(questionsOf: (id: string) => Questions | undefined): Promise<void> {
  const turn = ++lastRead;
  const { document, view } = decodeHash(location.hash);
  const state = useStore.getState();
  const id = state.documents.some((one) => one.id === document) ? document : state.activeId;
  if (id === undefined) return;
  if (location.hash === '') {
    state.activate(undefined);
    return;
  }
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
