// The columns in one scroll area, so that they scroll together. Pointing at a difference lights it in all of them, by attributes of the
// elements that are there, because to draw long texts again for that would be felt; a press pins it, and a step brings it into view.

import { type CSSProperties, type PointerEvent, type ReactNode, type RefObject, useEffect } from 'react';
import styles from './AlignedGrid.module.css';

export interface AlignedGridProps {
  readonly areaRef: RefObject<HTMLDivElement | null>;
  /** The columns. */
  readonly children: ReactNode;
  readonly columnCount: number;
  readonly rowCount: number;
  /** The difference that is outlined; a new object for every step, so that a step to the same place scrolls there again. */
  readonly step: { readonly at: number } | undefined;
  readonly layout: 'columns' | 'stacked';
  readonly isNarrow: boolean;
  readonly isSharedHighlighted: boolean;
  /** A press on a difference, or Enter. */
  readonly onPin: (divergence: number) => void;
}

export function AlignedGrid(props: AlignedGridProps) {
  const { areaRef, columnCount, rowCount, step, layout, isNarrow, isSharedHighlighted, onPin } = props;

  // In step with the scroll area.
  useEffect(() => {
    const area = areaRef.current;
    if (area === null || step === undefined) return;
    bringIntoView(area, [...area.querySelectorAll<HTMLElement>(`[data-divergence="${step.at}"]`)], layout);
  }, [areaRef, step, layout]);

  const light = (event: PointerEvent<HTMLElement>): void => {
    const { divergence, moved } = placeOf(event.target)?.dataset ?? {};
    const places =
      moved === undefined
        ? `[data-divergence="${divergence}"]`
        : `[data-divergence="${divergence}"], [data-moved="${moved}"]`;
    lightOnly(event.currentTarget, divergence === undefined ? undefined : places);
  };

  return (
    <div
      ref={areaRef}
      role="group"
      aria-label="Outputs side by side"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must take the focus to be scrolled by keys
      tabIndex={0}
      data-pane-focus=""
      className={styles.area}
      data-narrow={isNarrow || undefined}
      data-layout={layout}
      data-highlight={isSharedHighlighted ? 'shared' : undefined}
      onPointerOver={light}
      onPointerLeave={(event) => lightOnly(event.currentTarget, undefined)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
        event.preventDefault();
        onPin(step?.at ?? 0);
      }}
      onClick={(event) => {
        const divergence = placeOf(event.target)?.dataset.divergence;
        // Marking text with the mouse ends in a click as well.
        if (divergence !== undefined && getSelection()?.isCollapsed !== false) onPin(Number(divergence));
      }}
    >
      <div
        className={styles.columns}
        // Rows that all columns share are laid out several times over: where there is one only, each column stands by itself.
        data-rows={layout === 'columns' && rowCount > 1 ? 'shared' : 'own'}
        style={
          {
            '--count': columnCount,
            ...(layout === 'columns' &&
              rowCount > 1 && { gridTemplateRows: `40px auto repeat(${rowCount}, auto) minmax(12px, 1fr)` }),
          } as CSSProperties
        }
      >
        {props.children}
      </div>
    </div>
  );
}

function placeOf(target: EventTarget): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-divergence]') ?? undefined) : undefined;
}

/** Lights one difference in all columns, and no other. */
export function lightDifference(area: HTMLElement, divergence: number | undefined): void {
  lightOnly(area, divergence === undefined ? undefined : `[data-divergence="${divergence}"]`);
}

function lightOnly(area: HTMLElement, selector: string | undefined): void {
  const wanted = new Set(selector === undefined ? [] : area.querySelectorAll<HTMLElement>(selector));
  for (const place of area.querySelectorAll<HTMLElement>('[data-lit][data-divergence]')) {
    if (!wanted.delete(place)) delete place.dataset.lit;
  }
  for (const place of wanted) place.dataset.lit = '';
}

const headHeight = 32;

/**
 * Scrolls by the least distance so that a difference is in view in all columns, or at least in the baseline; in a stack, in the sample
 * where it is nearest.
 */
function bringIntoView(area: HTMLElement, places: readonly HTMLElement[], layout: 'columns' | 'stacked'): void {
  const [first] = places;
  if (!first) return;
  const view = area.getBoundingClientRect();
  const room = { top: view.top + headHeight + 16, bottom: view.top + area.clientHeight - 24 };
  const away = (box: DOMRect): number => Math.max(0, room.top - box.top, box.bottom - room.bottom);
  const boxes = places.map((place) => place.getBoundingClientRect());
  const top = Math.min(...boxes.map((box) => box.top));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  const isFitting = layout === 'columns' && bottom - top <= room.bottom - room.top;
  const nearest = boxes.reduce((best, box) => (away(box) < away(best) ? box : best), boxes[0] as DOMRect);
  const target = isFitting ? { top, bottom } : layout === 'columns' ? first.getBoundingClientRect() : nearest;
  if (target.top < room.top) area.scrollTop -= room.top - target.top;
  else if (target.bottom > room.bottom) area.scrollTop += Math.min(target.bottom - room.bottom, target.top - room.top);
}
