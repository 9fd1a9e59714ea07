// The one place where a person's paste, drop or choice meets the loader: what opens at once, what waits its turn, what it is called.
// Knows no component.

import type { NamedContent } from '../../load/bundleFiles.ts';
import type { DocumentId } from '../../state/documents.ts';
import type { Draft } from '../../state/draft.ts';
import { useStore } from '../../state/store.ts';
import { defaultView } from '../../state/view.ts';
import { dismissAttempt, dismissSaid, failedInput, takeAttempt } from './attempts.ts';
import { sourceOf } from './draft.ts';
import { newId } from './ids.ts';
import { closeDocument, heldDocument } from './sessions.ts';
import { admit, type Input, keep, run, start } from './starting.ts';
import { openTogether } from './together.ts';
import { uniqueName } from './uniqueName.ts';

/** Opens one input and shows it as soon as it has rows. A load that has shown nothing yet goes on in the list. */
function openInput(input: Input, options: { readonly asPlain?: boolean; readonly isAgreed?: boolean } = {}): void {
  dismissSaid();
  start(newId(), input, { isTakingScreen: true, asPlain: false, ...options, view: defaultView });
}

/** Opens several: all stand in the list at once, the first that opens takes the screen, and they are read one after the other. */
function openInputs(inputs: readonly Input[], isTakingScreen: boolean): readonly DocumentId[] {
  const [first, ...others] = inputs.map((input) => ({ id: newId(), input }));
  if (!first) return [];
  dismissSaid();
  admit(first.id, first.input, { isTakingScreen, asPlain: false, view: defaultView });
  for (const { id, input } of others) admit(id, input, { isTakingScreen: false, asPlain: false, view: defaultView });
  const waiting = others.map(({ id }) => id);
  // Who wants to see one does not wait for those before it.
  const stop = useStore.subscribe(({ activeId }) => {
    if (activeId !== undefined && waiting.includes(activeId)) runWaiting(activeId);
  });
  const runNext = (): void => {
    const next = waiting.shift();
    if (next === undefined) {
      stop();
      return;
    }
    runWaiting(next);
    whenSettled(next, runNext);
  };
  run(first.id);
  // The one on screen is not slowed down by the ones behind it.
  whenSettled(first.id, runNext);
  const ids = [first, ...others].map(({ id }) => id);
  ids.forEach(keep);
  return ids;
}

/** Reads a document that waits for its turn, now. */
function runWaiting(id: DocumentId): void {
  const document = heldDocument(id);
  if (document && !document.session) run(id);
}

/** More files than a person looks at one by one are one document. */
const mostApart = 20;

export function openFiles(files: readonly File[]): void {
  openContents(files.map((file) => ({ name: nameInFolder(file), content: file })));
}

/** Opens files; several documents come in the order of the files, many files are one. `isTakingScreen`: the first that opens is shown. */
export function openContents(files: readonly NamedContent[], isTakingScreen = true): readonly DocumentId[] {
  if (files.length > mostApart) return [openTogether(files, defaultView, isTakingScreen)];
  return openInputs(
    files.map(({ name, content }) => ({ name, source: { file: content } })),
    isTakingScreen,
  );
}

function nameInFolder(file: File): string {
  return file.webkitRelativePath === '' ? file.name : file.webkitRelativePath;
}

/** `draft`: what stands in the paste box of it, if it stands there. */
export function openText(text: string, name = 'pasted text', draft?: Draft): void {
  openInput({ name: uniqueName(name), source: { text }, draft });
}

/** Opens what stands in the paste box. */
export function openDraft(): void {
  const { draft } = useStore.getState();
  openInput({ name: uniqueName('pasted text'), source: sourceOf(draft), draft });
}

/** Opens what did not open as a response, as any JSON. */
export function openAttemptAsPlain(id: DocumentId): void {
  openAttempt(id, { asPlain: true });
}

/** Opens what a person agreed to. */
export function openAttemptAgreed(id: DocumentId): void {
  openAttempt(id, { isAgreed: true });
}

function openAttempt(id: DocumentId, options: Parameters<typeof openInput>[1]): void {
  const input = failedInput(id);
  const attempt = useStore.getState().attempts.find((one) => one.id === id);
  if (!input || !attempt) return;
  const { content, draft } = input;
  dismissAttempt(id);
  openInput({ name: attempt.name, source: { file: content }, draft }, options);
}

/** Tries once more to open what did not open for a reason outside of its text. */
export function openAttemptAgain(id: DocumentId): void {
  const name = useStore.getState().attempts.find((one) => one.id === id)?.name;
  const input = takeAttempt(id);
  if (!input || name === undefined) return;
  const { content, draft, ...options } = input;
  start(id, { name, source: { file: content }, draft }, { ...options, isTakingScreen: true });
}

/** Stops the load under way and leaves everything as it was before. */
export function cancelLoad(): void {
  const { openingId, activeId, documents } = useStore.getState();
  const loading =
    openingId ?? documents.find((document) => document.id === activeId && document.load === 'loading')?.id;
  if (loading !== undefined) closeDocument(loading);
}

/** Runs once, when the document is read to its end, did not open, or was closed. */
export function whenSettled(id: DocumentId, run: () => void): void {
  const isLoading = () =>
    useStore.getState().documents.some((document) => document.id === id && document.load === 'loading');
  if (!isLoading()) {
    run();
    return;
  }
  const stop = useStore.subscribe(() => {
    if (isLoading()) return;
    stop();
    run();
  });
}
