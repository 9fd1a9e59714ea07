// What the tree shows for the document on screen: its sections, what is open and how that is laid out. Keeps the last whole layout on
// screen until the next one is known, so that nothing moves twice. Knows no elements.

import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { type Pointer, parentPointer, pointerOf, rootPointer } from '../../json/pointer.ts';
import { useQuestions } from '../../state/answer.ts';
import type { OpenDocument } from '../../state/documents.ts';
import { useHeld } from '../../state/held.ts';
import type { View } from '../../state/view.ts';
import { openPointers, shownPlace } from './expansion.ts';
import { layOut, placeOf, rootSection, type Section, type TreeLayout } from './treeLayout.ts';
import { TreePages } from './treePages.ts';

export const listPointer = pointerOf('provider_responses');

export interface Tree {
  readonly pages: TreePages;
  readonly layout: TreeLayout;
  readonly open: ReadonlySet<Pointer>;
  /** The place to show and select; undefined while it is not known. */
  readonly shown: Pointer | undefined;
  /** True while `layout` is an earlier one. */
  readonly isWaiting: boolean;
}

/** `chosenHere`: the selection that was made in the tree itself. */
export function useTree(
  document: OpenDocument,
  view: Pick<View, 'selection' | 'expanded' | 'collapsed'>,
  chosenHere: Pointer | undefined,
): Tree {
  const questions = useQuestions();
  const pages = useMemo(() => new TreePages(questions), [questions]);
  const version = useSyncExternalStore(pages.subscribe, () => pages.version);
  const { load, kind, providerCount } = document;

  // In step with the worker.
  // biome-ignore lint/correctness/useExhaustiveDependencies: every step of the load may have made more of the text known
  useEffect(() => {
    pages.refresh();
    pages.wantNodes([rootPointer]);
  }, [pages, load, providerCount]);

  const shown = shownPlace(document, view.selection, chosenHere === view.selection);
  const open = useMemo(
    () => openPointers({ expanded: view.expanded, collapsed: view.collapsed, selection: view.selection }, shown),
    [view.expanded, view.collapsed, view.selection, shown],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what the pages hold
  const latest = useMemo(
    () => withPlaceOf(shown, layOutDocument({ kind, providerCount }, open, pages), pages),
    [kind, providerCount, open, shown, pages, version],
  );
  // In step with the worker, which has what is missing.
  useEffect(() => {
    pages.want(latest.missing);
    pages.wantNodes(latest.sought);
  }, [pages, latest]);

  const isWhole = latest.missing.length === 0 && latest.sought.length === 0;
  const held = useHeld(isWhole ? latest : undefined, pages, latest);
  const layout = held === undefined || held.rowCount <= 1 ? latest : held;
  return { pages, layout, open, shown, isWaiting: layout !== latest };
}

/** The place to show may be a member of an object that is open, of which nobody knows yet where it stands. */
function withPlaceOf(shown: Pointer | undefined, layout: TreeLayout, pages: TreePages): TreeLayout {
  const parent = shown === undefined ? undefined : layout.branches.get(parentPointer(shown) ?? rootPointer);
  if (shown === undefined || parent === undefined || pages.isKnown(shown)) return layout;
  return placeOf(layout, shown, pages) ? layout : { ...layout, sought: [...layout.sought, shown] };
}

function layOutDocument(
  document: Pick<OpenDocument, 'kind' | 'providerCount'>,
  open: ReadonlySet<Pointer>,
  pages: TreePages,
): TreeLayout {
  const sections: Section[] = [];
  const hasList = document.kind === 'response' && document.providerCount > 0;
  if (hasList) sections.push({ pointer: listPointer, isArray: true, count: document.providerCount });
  const root = pages.node(rootPointer);
  if (root === undefined) return layOut(sections, open, pages);
  const listed = hasList ? pages.indexOf(rootPointer, 'provider_responses') : undefined;
  if (hasList && listed === undefined) {
    const layout = layOut(sections, open, pages);
    return pages.isKnown(listPointer) ? layout : { ...layout, sought: [...layout.sought, listPointer] };
  }
  const rest = rootSection(root, listed);
  if (rest.count > 0) sections.push(rest);
  return layOut(sections, open, pages);
}
