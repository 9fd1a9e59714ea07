// Starting a load: from an input to a session whose events reach the store, and what follows when it ends well. Knows no component, and not
// where the input came from.

import { longestWhole, openSession } from '../../load/client.ts';
import { contentInPieces, contentOf } from '../../load/content.ts';
import { changeKept, forgetDocument, keepDocument, keptDocument } from '../../load/keep.ts';
import { mayHoldHeaders } from '../../load/mayHoldHeaders.ts';
import type { Source } from '../../load/protocol.ts';
import type { Annotations } from '../../response/annotations.ts';
import type { TextMend } from '../../response/loadEvents.ts';
import type { Questions } from '../../response/questions.ts';
import { flagBits } from '../../response/samples/sampleColumns.ts';
import { type DocumentId, firstPlace, type OpenDocument } from '../../state/documents.ts';
import { type Draft, emptyDraft } from '../../state/draft.ts';
import { showNotice } from '../../state/notice.ts';
import { useStore } from '../../state/store.ts';
import { firstGeneration, type View } from '../../state/view.ts';
import { agreed } from './agreed.ts';
import { rejectInput } from './attempts.ts';
import { createFeed } from './feed.ts';
import { tabId } from './ids.ts';
import { heldDocument, hold } from './sessions.ts';
import { measureLoad } from './timing.ts';

/** Something to open, with the name that the list will show. */
export interface Input {
  readonly name: string;
  readonly source: Source;
  /** Where it stands in the paste box: what stands there. */
  readonly draft?: Draft | undefined;
}

export interface StartOptions {
  readonly isTakingScreen: boolean;
  readonly asPlain: boolean;
  /** A person agreed to what was asked. */
  readonly isAgreed?: boolean;
  readonly view: View;
  readonly openedAt?: number;
  /** When it was brought, by the clock of the page, where that was before. */
  readonly acceptedAt?: number;
  /** Its place in the list; the end when absent. */
  readonly at?: number;
  readonly annotations?: Annotations;
  readonly isRestored?: boolean;
  /** A change of the text that a person agreed to. */
  readonly mend?: TextMend;
}

export function start(id: DocumentId, input: Input, options: StartOptions): void {
  admit(id, input, options);
  run(id, options.acceptedAt);
  if (!options.isRestored) keep(id);
}

let lastOpenedAt = 0;

/** Puts an input on the list; it waits there until it is run. */
export function admit(id: DocumentId, input: Input, options: StartOptions): void {
  // No two are the same, so that a reload brings them back in their order.
  lastOpenedAt = Math.max(lastOpenedAt + 1, Date.now());
  hold(id, {
    request: { source: input.source, asPlain: options.asPlain, ...agreed(options) },
    openedAt: options.openedAt ?? lastOpenedAt,
    isOnlyHere: 'text' in input.source || options.isRestored === true,
    ...(input.draft && { draft: input.draft }),
  });
  const { startDocument, setAnnotations } = useStore.getState();
  startDocument(id, input.name, options.view, options.isTakingScreen, options.at);
  if (options.annotations) setAnnotations(id, options.annotations);
}

/** How long the worker of a long text has to hand over its bytes, before the page makes them. */
const handOverMs = 1000;

/** Keeps what was brought for a reload. After `run`, which is not to wait for it. A long text is kept as the bytes that its worker made of it. */
export function keep(id: DocumentId): void {
  const source = heldDocument(id)?.request.source;
  if (!source) return;
  if ('file' in source || source.text.length <= longestWhole) keepContent(id, contentOf(source));
  else
    setTimeout(() => {
      const isText = () => heldDocument(id)?.request.source === source;
      if (isText()) void contentInPieces(source.text).then((content) => isText() && keepContent(id, content));
    }, handOverMs);
}

function keepContent(id: DocumentId, content: Blob): void {
  const document = heldDocument(id);
  if (!document) return;
  const { source: _source, ...how } = document.request;
  // From here on the bytes serve for everything, and a long text is not held twice.
  hold(id, { ...document, request: { source: { file: content }, ...how } });
  void mayHoldHeaders(content).then((mayHold) => {
    // Nothing is written before it is known what of it may be.
    if (mayHold && !isTakenIn(id)) waitingToBeKept.add(id);
    else writeDown(id);
  });
}

/** Documents that may hold values of headers and are not read so far that these are known. */
const waitingToBeKept = new Set<DocumentId>();

function isTakenIn(id: DocumentId): boolean {
  const document = shownDocument(id);
  return document?.hasRows === true && !document.isStart;
}

function writeDown(id: DocumentId): void {
  waitingToBeKept.delete(id);
  const document = heldDocument(id);
  const name = nameOf(id);
  if (!document || name === undefined) return;
  const { openedAt, isSensitive, keepable } = document;
  const { source, ...how } = document.request;
  const content = keepable ?? contentOf(source);
  // Where all of it may be a secret, it lasts as long as the page.
  if (keepable?.size === 0) void forgetDocument(id);
  else
    void keepDocument(
      { id, tab: tabId(), name, openedAt, ...how, ...(isSensitive !== undefined && { isSensitive }) },
      content,
    );
}

/** Values of headers were found: from here on only what is without them is kept. */
function keepWithoutHidden(id: DocumentId, keepable: Blob): void {
  const document = heldDocument(id);
  if (!document) return;
  hold(id, { ...document, keepable });
  writeDown(id);
}

/** Notes whether a document that is complete may be kept over sessions without asking. */
export function noteSensitivity(id: DocumentId): void {
  const document = heldDocument(id);
  const shown = shownDocument(id);
  if (!document || !shown) return;
  const isSensitive = shown.hasHidden === true || shown.issues.groups.some(({ check }) => check === secretCheck);
  hold(id, { ...document, isSensitive });
  void changeKept(id, { isSensitive });
}

/** The check that finds what looks like a key. */
const secretCheck = 'HL084';

/**
 * Reads a document that is held, for the first time or, in its place and with all that a person put over it, once more. Nothing happens
 * when it is not held.
 */
export function run(id: DocumentId, acceptedAt?: number): void {
  const document = heldDocument(id);
  if (!document) return;
  document.session?.close();
  const isOnScreen = () => useStore.getState().activeId === id;
  const finishMeasure = measureLoad(id, nameOf(id) ?? '', useStore.getState().openingId === id, isOnScreen, acceptedAt);
  const isCurrent = () => heldDocument(id)?.session === session;
  const feed = createFeed(id, isCurrent, (event) => {
    finishMeasure(event);
    if (event.type === 'skimmed') clearDraft(document.draft);
    if (event.type === 'skimmed' && !event.isStart && waitingToBeKept.has(id)) writeDown(id);
    if (event.type !== 'complete') return;
    noteSensitivity(id);
    if (event.failure) selectBroken(id);
    else void selectExisting(id, session.questions);
  });
  const session = openSession(document.request, {
    onEvent(event) {
      // Somebody who comes back to another place waits until that is there.
      if (event.type === 'skimmed' && event.isStart && useStore.getState().views[id]?.selection !== firstGeneration)
        return;
      // What a person has on screen does not go because its reader did.
      const isLeaving = event.type === 'failed' && !(event.failure.canTryAgain && shownDocument(id)?.hasRows);
      if (isLeaving) void rejectInput(id, event.failure);
      else feed(event);
    },
    onContent: (content, isWithoutHidden) =>
      isWithoutHidden ? keepWithoutHidden(id, content) : keepContent(id, content),
    kept: async () => (await keptDocument(id))?.content,
    onRevived: () => sayRevived(id),
  });
  hold(id, { ...document, session });
}

/** Readers that were started again within a moment are said in one sentence. */
const momentMs = 5000;
let revived: { readonly at: number; readonly ids: readonly DocumentId[] } = { at: 0, ids: [] };

function sayRevived(id: DocumentId): void {
  const at = Date.now();
  const earlier = at - revived.at < momentMs ? revived.ids.filter((one) => one !== id) : [];
  revived = { at, ids: [...earlier, id] };
  const names = revived.ids.map(nameOf).join(', ');
  const [reader, was] = revived.ids.length === 1 ? ['reader', 'was'] : ['readers', 'were'];
  showNotice({ text: `The ${reader} of ${names} had stopped and ${was} started again. Nothing is lost.` });
}

function shownDocument(id: DocumentId): OpenDocument | undefined {
  return useStore.getState().documents.find((document) => document.id === id);
}

function nameOf(id: DocumentId): string | undefined {
  return shownDocument(id)?.name;
}

/** A text that breaks off inside a generation opens at that one. */
function selectBroken(id: DocumentId): void {
  const { documents, activeId, views, select } = useStore.getState();
  const document = documents.find((one) => one.id === id);
  const broken = document?.rows.firstWith('flags', flagBits.broken);
  if (document === undefined || broken === undefined || activeId !== id) return;
  if (views[id]?.selection === firstPlace(document)) select(document.rows.pointer(broken));
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
function clearDraft(draft: Draft | undefined): void {
  const state = useStore.getState();
  if (draft !== undefined && state.draft === draft) state.setDraft(emptyDraft);
}
