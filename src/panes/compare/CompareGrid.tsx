// The columns side by side in one scroll area, so that they scroll together; the current difference is outlined in all of them.

import { type CSSProperties, type RefObject, useEffect } from 'react';
import { TabPanel } from '../../ui/Tabs.tsx';
import { ComparedColumn, type ComparedColumnProps } from './ComparedColumn.tsx';
import styles from './CompareGrid.module.css';

export interface CompareGridProps {
  readonly idBase: string;
  readonly areaRef: RefObject<HTMLDivElement | null>;
  readonly columns: readonly ComparedColumnProps[];
  readonly rowCount: number;
  /** The difference that is outlined; a new object for every step, so that a step to the same place scrolls there again. */
  readonly step: { readonly at: number } | undefined;
  readonly isNarrow: boolean;
}

export function CompareGrid(props: CompareGridProps) {
  const { idBase, areaRef, columns, rowCount, step, isNarrow } = props;

  // The outline is put on the elements that are there: to draw long texts again for every step would be felt.
  useEffect(() => {
    const area = areaRef.current;
    if (area === null || step === undefined) return;
    const places = [...area.querySelectorAll<HTMLElement>(`[data-divergence="${step.at}"]`)];
    for (const place of places) place.dataset.current = '';
    bringIntoView(area, places);
    return () => {
      for (const place of places) delete place.dataset.current;
    };
  }, [areaRef, step]);

  return (
    <TabPanel idBase={idBase} id="aligned" isFocusable={false} className={styles.panel}>
      <div
        ref={areaRef}
        role="group"
        aria-label="Outputs side by side"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must take the focus to be scrolled by keys
        tabIndex={0}
        data-pane-focus=""
        className={styles.area}
        data-narrow={isNarrow || undefined}
      >
        <div
          className={styles.columns}
          style={
            {
              '--count': columns.length,
              gridTemplateRows: `40px auto repeat(${rowCount}, auto) minmax(12px, 1fr)`,
            } as CSSProperties
          }
        >
          {columns.map((column) => (
            <ComparedColumn key={column.row.position} {...column} />
          ))}
        </div>
      </div>
    </TabPanel>
  );
}

const headHeight = 32;

/** Scrolls by the least distance so that a difference is in view in all columns, or at least in the baseline. */
function bringIntoView(area: HTMLElement, places: readonly HTMLElement[]): void {
  const [first] = places;
  if (!first) return;
  const view = area.getBoundingClientRect();
  const room = { top: view.top + headHeight + 16, bottom: view.top + area.clientHeight - 24 };
  const boxes = places.map((place) => place.getBoundingClientRect());
  const top = Math.min(...boxes.map((box) => box.top));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  const isFitting = bottom - top <= room.bottom - room.top;
  const target = isFitting ? { top, bottom } : first.getBoundingClientRect();
  if (target.top < room.top) area.scrollTop -= room.top - target.top;
  else if (target.bottom > room.bottom) area.scrollTop += Math.min(target.bottom - room.bottom, target.top - room.top);
}
