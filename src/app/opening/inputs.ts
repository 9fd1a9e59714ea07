// The one place where a person's paste, drop or choice meets the loader: what opens at once, what waits its turn, what it is called.
// Knows no component.

import { useStore } from '../../state/store.ts';
import { defaultView } from '../../state/view.ts';
import { newId } from './ids.ts';
import { closeDocument, openedDocument } from './sessions.ts';
import { failedInput, type Input, start } from './starting.ts';

/**
 * Opens one input and shows it as soon as it has rows. A load that has shown nothing yet makes way for it, unless it comes back after a
 * reload.
 */
export function openInput(input: Input, options: { readonly asPlain?: boolean } = {}): void {
  const waiting = useStore.getState().openingId;
  if (waiting !== undefined && !openedDocument(waiting)?.isRestored) closeDocument(waiting);
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
  const input = failedInput();
  if (input) openInput(input, { asPlain: true });
}

/** Stops the load under way and leaves everything as it was before. */
export function cancelLoad(): void {
  const { openingId, activeId, documents } = useStore.getState();
  const loading =
    openingId ?? documents.find((document) => document.id === activeId && document.load === 'loading')?.id;
  if (loading !== undefined) closeDocument(loading);
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
