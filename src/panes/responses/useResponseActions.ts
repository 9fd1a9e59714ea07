// What can be done to single responses of a document that holds several: rename, move, sort, take out; each is taken back by a notice or by the same menu.
// Also which open documents are folded because they stand in another one.

import { useMemo, useState } from 'react';
import type { OpenDocument } from '../../state/documents.ts';
import { showNotice } from '../../state/notice.ts';
import { listedResponses, movedResponses } from '../../state/responseOrder.ts';
import { activeView, useStore } from '../../state/store.ts';
import { choose, type View } from '../../state/view.ts';
import { announce } from '../../ui/announce.ts';
import { formatCount, plural } from '../../words/numbers.ts';
import type { ListOptions } from './listItems.ts';
import { type SortKey, sortedResponses } from './sortResponses.ts';

export interface ResponseActions {
  readonly options: ListOptions;
  /** What the list was sorted by last. */
  readonly sorted: SortKey | undefined;
  readonly canSort: boolean;
  readonly isOrdered: boolean;
  /** Documents that stand in the one on screen. */
  readonly folded: number;
  readonly isUnfolded: boolean;
  rename(response: number, name: string): void;
  /** Moves the response, with all that are selected where it is one of them. */
  move(response: number, by: -1 | 1): void;
  sort(key: SortKey): void;
  resetOrder(): void;
  /** Takes the response out, with all that are selected where it is one of them. */
  takeOut(response: number): void;
  toggleFold(): void;
}

export function useResponseActions(document: OpenDocument | undefined): ResponseActions {
  const brushes = useStore((state) => activeView(state).brushes);
  const responseOrder = useStore((state) => activeView(state).responseOrder);
  const together = useStore((state) => state.together);
  const openIds = useStore((state) => state.documents);
  const { activate, changeView, renameResponse } = useStore.getState();
  const [sorted, setSorted] = useState<{ readonly key: SortKey; readonly isReversed: boolean }>();
  const [isUnfolded, setUnfolded] = useState(false);
  const count = document?.responses?.names.length ?? 0;
  const listed = useMemo(() => listedResponses(count, { brushes, responseOrder }), [count, brushes, responseOrder]);
  const folded = useMemo(() => {
    const ids = new Set(openIds.map(({ id }) => id));
    const sets = Object.entries(together).filter(([id]) => ids.has(id));
    return new Set(sets.flatMap(([, parts]) => parts).filter((id) => ids.has(id)));
  }, [together, openIds]);
  const options = useMemo(
    () => ({ order: count === 0 ? undefined : listed.all, folded: isUnfolded ? undefined : folded }),
    [count, listed, folded, isUnfolded],
  );
  const withSelected = (response: number): ReadonlySet<number> => {
    const { responses } = brushes;
    return new Set(responses?.includes(response) ? responses : [response]);
  };
  const setOrder = (order: readonly number[]): void => changeView((view) => ({ ...view, responseOrder: order }));
  return {
    options,
    sorted: sorted?.key,
    canSort: document?.summaries !== undefined,
    isOrdered: responseOrder.length > 0,
    folded: folded.size,
    isUnfolded,
    rename: (response, name) => {
      if (document === undefined) return;
      const { id } = document;
      const before = document.responses?.names[response] ?? '';
      renameResponse(id, response, name);
      showNotice({
        text: `${before} is ${name} now.`,
        action: { label: 'Undo', run: () => renameResponse(id, response, before) },
      });
    },
    move: (response, by) => {
      const order = movedResponses(listed, withSelected(response), by);
      setOrder(order);
      announce(`${formatCount(order.indexOf(response) + 1)} of ${formatCount(order.length)}`);
    },
    sort: (key) => {
      if (document?.responses === undefined || document.summaries === undefined) return;
      const isReversed = sorted?.key === key && !sorted.isReversed;
      setSorted({ key, isReversed });
      setOrder(sortedResponses(listed.all, document.responses, document.summaries, key, isReversed));
    },
    resetOrder: () => {
      setSorted(undefined);
      setOrder([]);
    },
    takeOut: (response) => {
      if (document === undefined) return;
      const out = withSelected(response);
      if (out.size >= listed.all.length) {
        announce('The last response stays');
        return;
      }
      const before = activeView(useStore.getState());
      changeView((view) => withoutResponses(view, out, document));
      const name = document.responses?.names[response] ?? '';
      showNotice({
        text: out.size === 1 ? `${name} was taken out.` : `${plural(out.size, 'response')} were taken out.`,
        action: {
          label: 'Undo',
          run: () => {
            if (useStore.getState().activeId !== document.id) activate(document.id);
            changeView((view) => ({ ...view, brushes: before.brushes, chosen: before.chosen }));
          },
        },
      });
    },
    toggleFold: () => setUnfolded(!isUnfolded),
  };
}

function withoutResponses(view: View, out: ReadonlySet<number>, { rows }: OpenDocument): View {
  const { responses: _selected, without = [], ...brushes } = view.brushes;
  const all = [...new Set([...without, ...out])].sort((one, other) => one - other);
  const chosen = view.chosen.filter((position) => !out.has(rows.response(position)));
  const left = { ...view, brushes: { ...brushes, without: all } };
  return chosen.length === view.chosen.length ? left : choose(left, chosen);
}
