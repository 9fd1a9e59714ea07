// What a click or key on a row does to the store. The functions stay the same, so that rows are not drawn again for them.

import { useEffect, useMemo, useRef } from 'react';
import { useStore } from '../../state/store.ts';
import { choose } from '../../state/view.ts';
import type { RowActions } from './GenerationRowView.tsx';
import { withRange } from './rowOrder.ts';
import type { ShownRows } from './shownRows.ts';

export function useRowActions(rows: ShownRows): RowActions {
  const shown = useRef(rows);
  /** The row whose checkbox was used last: a range starts there. */
  const anchor = useRef<number>(undefined);
  // Handlers that outlive a rendering, so that rows need not be drawn again, see the latest order.
  useEffect(() => {
    shown.current = rows;
  });
  return useMemo(() => {
    const { select, hover, changeView } = useStore.getState();
    return {
      select: (row) => select(row.pointer, 'generations'),
      hover: (row) => hover(row?.pointer),
      setChosen: (row, isChosen, isRange) => {
        const from = isRange ? anchor.current : undefined;
        anchor.current = row.position;
        changeView((view) =>
          choose(view, withRange(view.chosen, shown.current.choosable(), from, row.position, isChosen)),
        );
      },
    };
  }, []);
}
