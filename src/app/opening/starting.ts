// Starting a load: from an input to a session whose events reach the store, and what follows when it ends well or badly. Knows no component,
// and not where the input came from.

import { type OpenRequest, openSession } from '../../load/client.ts';
import type { Source } from '../../load/protocol.ts';
import type { Annotations } from '../../response/annotations.ts';
import type { Questions } from '../../response/questions.ts';
import { type DocumentId, firstPlace, type OpenDocument } from '../../state/documents.ts';
import { showNotice } from '../../state/notice.ts';
import { useStore } from '../../state/store.ts';
import { firstGeneration, type View } from '../../state/view.ts';
import { draftOf } from './draft.ts';
import { createFeed } from './feed.ts';
import { tabId } from './ids.ts';
import { holdSession, isOpen, releaseSession } from './sessions.ts';
import { measureLoad } from './timing.ts';

/** Something to open, with the name that the list will show. */
export interface Input {
  readonly name: string;
  readonly source: Source;
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

let failed: Input | undefined;

/** What did not open last, so that it can be tried in another way. */
export function failedInput(): Input | undefined {
  return failed;
}

export function start(id: DocumentId, input: Input, options: StartOptions, onSettled?: () => void): void {
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
  const isOnScreen = () => useStore.getState().activeId === id;
  const finishMeasure = measureLoad(id, input.name, options.isTakingScreen, isOnScreen);
  // A load that is tried again settles once more.
  let hasSettled = false;
  const settle = () => {
    if (!hasSettled) onSettled?.();
    hasSettled = true;
  };
  startDocument(id, input.name, options.view, options.isTakingScreen, options.at);
  const feed = createFeed(
    id,
    () => isOpen(id),
    (event) => {
      finishMeasure(event);
      if (event.type === 'skimmed') clearDraftOf(input);
      if (event.type !== 'complete') return;
      if (event.failure) selectBroken(id);
      else void selectExisting(id, session.questions);
      settle();
    },
  );
  const session = openSession(request, {
    onEvent(event) {
      if (event.type !== 'failed') {
        feed(event);
        return;
      }
      const { failure } = event;
      // What a person has on screen does not go because its reader did.
      if (failure.canTryAgain && shownDocument(id)?.hasRows) {
        feed(event);
        settle();
        return;
      }
      session.close();
      releaseSession(id);
      failed = input;
      const again = () => start(id, input, { ...options, isTakingScreen: true });
      rejectDocument(id, failure, failure.canTryAgain ? again : undefined);
      if ('text' in input.source) useStore.getState().setDraft(draftOf(input.source.text));
      settle();
    },
    onRevived() {
      const name = shownDocument(id)?.name ?? input.name;
      showNotice({ text: `The reader of ${name} had stopped and was started again. Nothing is lost.` });
    },
  });
  holdSession(id, { session, request, isRestored: options.isRestored ?? false });
  // Only now: what is not open is not kept.
  if (options.annotations) setAnnotations(id, options.annotations);
}

function shownDocument(id: DocumentId): OpenDocument | undefined {
  return useStore.getState().documents.find((one) => one.id === id);
}

/** A text that breaks off inside a generation opens at that one. */
function selectBroken(id: DocumentId): void {
  const { activeId, views, select } = useStore.getState();
  const broken = shownDocument(id)?.rows.find((row) => row.isBroken);
  if (broken && activeId === id && views[id]?.selection === firstGeneration) select(broken.pointer);
}

/** A place from an address that the document does not have gives way to the one that it opens at. */
async function selectExisting(id: DocumentId, questions: Questions): Promise<void> {
  const asked = useStore.getState().views[id]?.selection;
  if (asked === undefined || (await questions.node(asked).catch(() => undefined))) return;
  const { views, activeId, select } = useStore.getState();
  const document = shownDocument(id);
  // Asking takes a moment, and what a person has selected in it is theirs.
  if (!document || activeId !== id || views[id]?.selection !== asked) return;
  select(firstPlace(document));
}

/** What opened needs no second copy in the box. */
function clearDraftOf(input: Input): void {
  const { draft, setDraft } = useStore.getState();
  if ('text' in input.source && (draft.held ?? draft.text) === input.source.text) setDraft({ text: '' });
}
