// What did not open: its text goes back to the paste box or stays at hand, and every failure is said. Knows no component.

import { contentOf } from '../../load/content.ts';
import { forgetDocument } from '../../load/keep.ts';
import type { Annotations } from '../../response/annotations.ts';
import type { LoadFailure } from '../../response/loadEvents.ts';
import type { DocumentId } from '../../state/documents.ts';
import { type Draft, isEmptyDraft } from '../../state/draft.ts';
import { useStore } from '../../state/store.ts';
import { defaultView, type View } from '../../state/view.ts';
import { agreed } from './agreed.ts';
import { caretIn, draftAround, replaceDraft } from './draft.ts';
import { newId } from './ids.ts';
import { type HeldDocument, release } from './sessions.ts';

interface FailedInput {
  readonly content: Blob;
  /** Its text, where it stands in the paste box. */
  readonly draft?: Draft;
  /** What is needed to try it once more in its place. */
  readonly asPlain: boolean;
  readonly isAgreed?: boolean;
  readonly openedAt: number;
  readonly view: View;
  readonly annotations: Annotations;
}

const failed = new Map<DocumentId, FailedInput>();

export function failedInput(id: DocumentId): FailedInput | undefined {
  return failed.get(id);
}

/** Takes a document back that did not open. A text that is nowhere else goes to the empty box, or is kept until the failure is dismissed. */
export async function rejectInput(id: DocumentId, failure: LoadFailure): Promise<void> {
  const document = release(id);
  if (!document) return;
  document.session?.close();
  const content = contentOf(document.request.source);
  const draft = await backInBox(document, content, failure).catch(() => undefined);
  const { views, annotations } = useStore.getState();
  const { openedAt, request } = document;
  const put = { view: views[id] ?? defaultView, annotations: annotations[id] ?? {} };
  failed.set(id, { content, ...(draft && { draft }), asPlain: request.asPlain, ...agreed(request), openedAt, ...put });
  const isOnlyHere = document.isOnlyHere && draft === undefined;
  if (!isOnlyHere) void forgetDocument(id);
  const isEditable = isOnlyHere || (draft === undefined && failure.place !== undefined);
  const { documents, rejectDocument } = useStore.getState();
  const name = documents.find((one) => one.id === id)?.name ?? 'text';
  rejectDocument({ id, name, failure, isEditable, isOnlyHere });
}

/** The text in the box with the caret at the error; undefined where the box holds something else that a person put there. */
async function backInBox(document: HeldDocument, content: Blob, { place }: LoadFailure): Promise<Draft | undefined> {
  const { draft } = useStore.getState();
  const isThere = document.draft !== undefined && document.draft === draft;
  if (!isThere && !(document.isOnlyHere && isEmptyDraft(draft))) return undefined;
  const isWhole = isThere && draft.before === undefined && draft.after === undefined;
  const next = isWhole
    ? { text: draft.text, ...(place && { caret: await caretIn(content, 0, place.byte) }) }
    : await draftAround(content, place?.byte);
  // Reading takes a moment, and what a person typed in it is theirs.
  if (useStore.getState().draft !== draft) return undefined;
  useStore.getState().setDraft(next);
  return next;
}

/** Hands out what did not open, to be tried once more; nothing of it is forgotten. */
export function takeAttempt(id: DocumentId): FailedInput | undefined {
  const input = failed.get(id);
  failed.delete(id);
  const { attempts, setAttempts } = useStore.getState();
  setAttempts(attempts.filter((one) => one.id !== id));
  return input;
}

/** Says that something is refused before anything of it is read. */
export function refuse(name: string, failure: LoadFailure): void {
  const { attempts, setAttempts } = useStore.getState();
  setAttempts([...attempts, { id: newId(), name, failure, isEditable: false, isOnlyHere: false }]);
}

export function dismissAttempt(id: DocumentId): void {
  forgetAttempts((one) => one === id);
}

/** What was said before something new begins has been read; a text that is nowhere else stays. */
export function dismissSaid(): void {
  const { attempts, setAway } = useStore.getState();
  setAway(undefined);
  forgetAttempts((id) => !attempts.some((one) => one.id === id && one.isOnlyHere));
}

function forgetAttempts(isForgotten: (id: DocumentId) => boolean): void {
  const { attempts, setAttempts } = useStore.getState();
  for (const id of failed.keys()) {
    if (!isForgotten(id)) continue;
    failed.delete(id);
    void forgetDocument(id);
  }
  const left = attempts.filter(({ id }) => !isForgotten(id));
  if (left.length < attempts.length) setAttempts(left);
}

/** Puts the text of something that did not open into the paste box, around its mistake; what stood there can be had back. */
export async function editAttempt(id: DocumentId): Promise<void> {
  const attempt = useStore.getState().attempts.find((one) => one.id === id);
  const input = failed.get(id);
  if (!attempt || !input) return;
  const draft = await draftAround(input.content, attempt.failure.place?.byte);
  failed.set(id, { ...input, draft });
  useStore.getState().activate(undefined);
  markEditable(id, false);
  replaceDraft(draft, () => markEditable(id, true));
}

function markEditable(id: DocumentId, isEditable: boolean): void {
  const { attempts, setAttempts } = useStore.getState();
  setAttempts(attempts.map((one) => (one.id === id ? { ...one, isEditable } : one)));
}
