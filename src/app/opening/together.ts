// Several that are opened as one document: files, or open documents of the list. Knows no component.

import { bundleInSteps, type NamedContent } from '../../load/bundleFiles.ts';
import { contentOf } from '../../load/content.ts';
import type { DocumentId } from '../../state/documents.ts';
import { useStore } from '../../state/store.ts';
import { defaultView, type View } from '../../state/view.ts';
import { formatCount } from '../../words/numbers.ts';
import { dismissSaid } from './attempts.ts';
import { newId } from './ids.ts';
import { heldDocument } from './sessions.ts';
import { start } from './starting.ts';
import { uniqueName } from './uniqueName.ts';

/** Opens several as one document, whose table holds the samples of all. It stands in the list, and can be cancelled, while its files are looked up. */
export function openTogether(contents: readonly NamedContent[], view = defaultView, isTakingScreen = true): DocumentId {
  dismissSaid();
  const id = newId();
  const name = uniqueName(`${formatCount(contents.length)} together`);
  const acceptedAt = performance.now();
  useStore.getState().startDocument(id, name, view, isTakingScreen);
  const place = () => useStore.getState().documents.findIndex((document) => document.id === id);
  const rest = () => new Promise<void>((resolve) => setTimeout(resolve));
  void bundleInSteps(contents, () => place() >= 0, rest).then((file) => {
    const at = place();
    if (file === undefined || at < 0) return;
    const isOpening = useStore.getState().openingId === id;
    start(id, { name, source: { file } }, { isTakingScreen: isOpening, asPlain: false, view, at, acceptedAt });
  });
  return id;
}

/** What of the list is wanted as one. */
export interface Together {
  /** All that are listed and not put together of others, where absent. */
  readonly ids?: readonly DocumentId[] | undefined;
  /** Responses of the document on screen, which is one of the ids, that are wanted of it; all of them where absent. */
  readonly responses?: readonly number[] | undefined;
  /** Of its view. */
  readonly view?: Partial<View>;
}

/** Shows what the list holds as one document: the one that they became before, or a new one beside them. */
export function openListedTogether({ ids, responses, view = {} }: Together): void {
  const { documents, together, activeId, activate, changeView, setTogether } = useStore.getState();
  const isWanted = (id: DocumentId) => ids?.includes(id) ?? together[id] === undefined;
  const wanted = documents.map(({ id }) => id).filter((id) => isWanted(id) && heldDocument(id) !== undefined);
  // The numbers of its responses stay what they are where it is the first.
  const parts = responses === undefined ? wanted : [activeId ?? '', ...wanted.filter((id) => id !== activeId)];
  const before = responses === undefined && documents.find(({ id }) => isSame(together[id], parts))?.id;
  if (before) {
    activate(before);
    changeView((current) => ({ ...current, ...view }));
    return;
  }
  const contents = parts.flatMap((id): readonly NamedContent[] => {
    const source = heldDocument(id)?.request.source;
    const name = documents.find((one) => one.id === id)?.name;
    return source === undefined || name === undefined ? [] : [{ name, content: contentOf(source) }];
  });
  if (contents.length === 0) return;
  const count = documents.find(({ id }) => id === activeId)?.responses?.names.length ?? 0;
  const without = responses && [...Array(count).keys()].filter((one) => !responses.includes(one));
  const brushes = without === undefined ? {} : { brushes: { without } };
  setTogether({ [openTogether(contents, { ...defaultView, ...brushes, ...view })]: parts });
}

function isSame(some: readonly DocumentId[] | undefined, others: readonly DocumentId[]): boolean {
  return some?.length === others.length && some.every((id, at) => id === others[at]);
}
