// What a person is entering and a reload must not lose: the text in the paste box, a note being typed, names just given. In the tab's
// session storage, which can be written in the moment in which the page goes; what is held of a long text is in IndexedDB.

import * as v from 'valibot';
import { contentInPieces } from '../../load/content.ts';
import { keepHeldParts, keptHeldParts } from '../../load/keep.ts';
import { emptyDraft, isEmptyDraft } from '../../state/draft.ts';
import { useStore } from '../../state/store.ts';
import type { State } from '../../state/storeShape.ts';
import { tabId } from './ids.ts';

const schema = v.object({
  text: v.fallback(v.string(), ''),
  /** The text is the part of a long one. */
  isPart: v.fallback(v.boolean(), false),
  writing: v.fallback(v.optional(v.object({ id: v.string(), position: v.number(), note: v.string() })), undefined),
  /** By document. */
  names: v.fallback(v.record(v.string(), v.string()), {}),
  /** Of responses: by document, by number. */
  responseNames: v.fallback(v.record(v.string(), v.record(v.string(), v.string())), {}),
  /** Which documents were put together, by the one that they became. */
  together: v.fallback(v.record(v.string(), v.array(v.string())), {}),
});

export type Journal = Readonly<v.InferOutput<typeof schema>>;

const key = 'completion-inspector.entered';
/** How long typing rests before it is written down. */
const restMs = 300;
const openingMs = 1000;

export function parseJournal(text: string | null): Journal {
  try {
    return v.parse(schema, JSON.parse(text ?? '{}'));
  } catch {
    return v.parse(schema, {});
  }
}

export function journalOf({
  draft,
  writing,
  documents,
  responseNames,
  together,
}: Pick<State, 'draft' | 'writing' | 'documents' | 'responseNames' | 'together'>): Journal {
  return {
    text: draft.text,
    isPart: draft.before !== undefined || draft.after !== undefined,
    writing,
    names: Object.fromEntries(documents.map(({ id, name }) => [id, name])),
    responseNames: Object.fromEntries(
      Object.entries(responseNames).filter(([id]) => documents.some((one) => one.id === id)),
    ),
    together: Object.fromEntries(Object.entries(together).map(([id, parts]) => [id, [...parts]])),
  };
}

export function readJournal(): Journal {
  try {
    return parseJournal(sessionStorage.getItem(key));
  } catch {
    return parseJournal(null);
  }
}

/** Puts the text back that stood in the paste box; of a long one as soon as all of it is there. */
export function restoreDraft({ text, isPart }: Journal): void {
  const { setDraft } = useStore.getState();
  if (!isPart) {
    if (text !== '') setDraft({ text });
    return;
  }
  void keptHeldParts(tabId()).then((parts) => {
    if (!parts || !isEmptyDraft(useStore.getState().draft)) return;
    const { before, after } = parts;
    setDraft({ ...emptyDraft, text, ...(before && { before }), ...(after && { after }) });
  });
}

/** From now on what is entered is written down; call once. `unrestored`: what the documents that are still to come back need of before. */
export function keepJournal(unrestored: () => Journal | undefined): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    const now = journalOf(useStore.getState());
    const earlier = unrestored();
    const whole = {
      ...now,
      writing: now.writing ?? earlier?.writing,
      names: { ...earlier?.names, ...now.names },
      responseNames: { ...earlier?.responseNames, ...now.responseNames },
    };
    try {
      sessionStorage.setItem(key, JSON.stringify(whole));
    } catch {
      // Full or forbidden: it lasts as long as the page.
    }
  };
  useStore.subscribe((state, before) => {
    if (state.draft !== before.draft) keepParts(state, before);
    const isSame = (['draft', 'writing', 'documents', 'responseNames', 'together'] as const).every(
      (part) => state[part] === before[part],
    );
    if (isSame) return;
    timer ??= setTimeout(write, restMs);
  });
  window.addEventListener('pagehide', () => timer !== undefined && write());
}

/** Typing does not change what is held on both sides of the box, which may be long. */
function keepParts({ draft }: State, { draft: earlier }: State): void {
  if (draft.before === earlier.before && draft.after === earlier.after) return;
  const { before, after } = draft;
  if (typeof after === 'string') void keepText(after);
  else
    void keepHeldParts(tabId(), before || after ? { ...(before && { before }), ...(after && { after }) } : undefined);
}

/** A text that was pasted opens as a rule, and is kept as a document then. */
async function keepText(after: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, openingMs));
  const isStillThere = () => useStore.getState().draft.after === after;
  const content = isStillThere() ? await contentInPieces(after) : undefined;
  const { draft, setDraft } = useStore.getState();
  // From here on it is held, and kept, as any other.
  if (content && isStillThere()) setDraft({ ...draft, after: content });
}
