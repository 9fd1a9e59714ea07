// The lines of the source: a scroll area over the whole text of which only the lines in view are elements. Brings a place into view when
// asked, and tells which byte was pressed. Knows no store.

import { type MouseEvent, useLayoutEffect, useRef } from 'react';
import type { TextMend } from '../../response/loadEvents.ts';
import type { Place, SourceLine } from '../../response/questions.ts';
import { offsetToReveal } from '../../ui/tallScroll.ts';
import { linePx } from './lineHeights.ts';
import { type TextRange, utf8Length } from './lineSegments.ts';
import { SourceLineRow } from './SourceLineRow.tsx';
import styles from './SourceView.module.css';
import { type LineWindows, useSourceLines } from './useSourceLines.ts';
import type { SourceScroll } from './useSourceScroll.ts';

/** A place to bring into view once per key. */
export interface Target {
  readonly key: string;
  readonly line: number;
  /** Shown too as far as there is room. */
  readonly lastLine: number;
}

export interface SourceViewProps {
  readonly place: SourceScroll;
  readonly lineCount: number;
  readonly isWrapping: boolean;
  readonly marked: TextRange | undefined;
  readonly lit: TextRange | undefined;
  readonly found: TextRange | undefined;
  readonly error: Place | undefined;
  readonly mend: TextMend | undefined;
  readonly target: Target | undefined;
  readonly windows: LineWindows;
  readonly onMove: (line: SourceLine, by: -1 | 1) => void;
  readonly onPressByte: (byte: number) => void;
}

const overscan = 6;
/** Lines kept in view above and below the one that is brought into view. */
const roomAbove = 3;
const roomBelow = 2;
/** What is kept free beside a range that is brought into view sideways. */
const roomBesidePx = 60;
/** A lower view (a pane that is just opening) is no measure of where a place should stand. */
const leastViewPx = 5 * linePx;

export function SourceView(props: SourceViewProps) {
  const { place, lineCount, isWrapping, target } = props;
  const { scroll, heights, totalPx, wrapKey, first, last } = place;
  const from = Math.max(1, first - overscan);
  const to = Math.min(lineCount, last + overscan);
  const lineOf = useSourceLines(lineCount, from, to, props.windows);

  const topLine = useRef({ line: 1, key: wrapKey });
  // In step with the scroll position of the area: another width wraps otherwise, and the line at the top stays there.
  useLayoutEffect(() => {
    if (topLine.current.key !== wrapKey) scroll.scrollTo(heights.topOf(topLine.current.line));
    topLine.current = { line: topLine.current.key === wrapKey ? first : topLine.current.line, key: wrapKey };
  });

  const isMeasuring = useRef(false);
  // In step with the heights of elements, known only once they are drawn; what grew above the view must not push it.
  useLayoutEffect(() => {
    isMeasuring.current = false;
    if (!isWrapping || scroll.viewPx === 0) return;
    const found = new Map<number, number>();
    let grownAbove = 0;
    for (const element of scroll.area.current?.querySelectorAll<HTMLElement>('[data-line]') ?? []) {
      const line = Number(element.dataset.line);
      const change = element.offsetHeight - heights.heightOf(line);
      if (change === 0) continue;
      found.set(line, element.offsetHeight);
      if (line < first) grownAbove += change;
    }
    if (found.size === 0) return;
    isMeasuring.current = true;
    place.measure(found);
    if (grownAbove !== 0) scroll.shiftBy(grownAbove);
  });

  // First the line by its number, then, once it is drawn and heights are known, the range itself.
  const revealed = useRef<string>(undefined);
  const isNear = useRef(true);
  const targetKey = target && `${target.key} ${scroll.viewPx >= leastViewPx}`;
  // In step with the scroll position of the area, as above.
  useLayoutEffect(() => {
    if (target === undefined || scroll.viewPx === 0) return;
    if (targetKey !== revealed.current) {
      revealed.current = targetKey;
      isNear.current = false;
      const room = Math.floor(scroll.viewPx / linePx / 3);
      const above = Math.min(roomAbove, room) * linePx;
      const below = Math.min(roomBelow, room) * linePx;
      const stretch = { top: heights.topOf(target.line), bottom: heights.topOf(target.lastLine + 1) };
      const shape = { rowsPx: totalPx, viewPx: scroll.viewPx };
      const offset = offsetToReveal(scroll.offset, stretch, { above, below }, shape);
      // The first line in view is a whole one wherever that leaves the stretch in view.
      const nextTop = heights.topOf(heights.lineAt(offset - 1, lineCount) + 1);
      const snapped = offset === 0 ? 0 : Math.min(nextTop, Math.max(offset, stretch.top - above));
      if (offset !== scroll.offset) scroll.scrollTo(snapped);
      return;
    }
    const area = scroll.area.current;
    if (isNear.current || isMeasuring.current || !area) return;
    const row = area.querySelector(`[data-line="${target.line}"]`);
    // Another part of a long line may still be on its way.
    const mark = row?.querySelector(props.found ? '[data-found]' : 'mark, [data-mark]')?.getClientRects()[0];
    if (!mark) return;
    isNear.current = true;
    if (!isWrapping) revealSideways(area, mark);
    const view = area.getBoundingClientRect();
    if (mark.top < view.top || mark.bottom > view.top + scroll.viewPx) {
      scroll.scrollTo(scroll.offset + mark.top - view.top - linePx);
    }
  });

  const onClick = (event: MouseEvent): void => {
    // Marking text to copy it is not a press on a place.
    if (!(getSelection()?.isCollapsed ?? true)) return;
    const byte = byteAtPoint(event.clientX, event.clientY, lineOf);
    if (byte !== undefined) props.onPressByte(byte);
  };

  const rows = [];
  for (let line = from; line <= to; line++) {
    rows.push(
      <SourceLineRow
        key={line}
        number={line}
        line={lineOf(line)}
        top={scroll.basePx + heights.topOf(line)}
        isWrapping={isWrapping}
        marks={{
          marked: props.marked,
          lit: props.lit,
          found: props.found,
          mend: props.mend,
          errorColumn: props.error?.line === line ? props.error.column : undefined,
        }}
        onMove={props.onMove}
      />,
    );
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: pressing a place is for the mouse; the tree selects by keys
    <div
      ref={scroll.areaRef}
      role="group"
      aria-label="Source text"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keys (WCAG 2.1.1)
      tabIndex={0}
      data-pane-focus=""
      className={styles.area}
      style={{ '--number-width': `${String(lineCount).length}ch` } as React.CSSProperties}
      onScroll={scroll.onScroll}
      onClick={onClick}
    >
      <div className={styles.lines} style={{ height: scroll.contentPx }}>
        {rows}
      </div>
    </div>
  );
}

function revealSideways(area: HTMLElement, mark: DOMRect): void {
  const view = area.getBoundingClientRect();
  const numbers = area.querySelector('[data-line] > :first-child')?.getBoundingClientRect().width ?? 0;
  const at = mark.left - view.left;
  if (at >= numbers && at <= area.clientWidth - roomBesidePx) return;
  const place = at + area.scrollLeft;
  // As far left as possible: the beginning of lines says most.
  area.scrollLeft = place < area.clientWidth - roomBesidePx ? 0 : place - numbers - roomBesidePx;
}

/** The byte of the text at a point of the screen; undefined beside the text. */
function byteAtPoint(x: number, y: number, lineOf: (line: number) => SourceLine | undefined): number | undefined {
  const caret = caretAt(x, y);
  const row = (caret?.node instanceof Element ? caret.node : caret?.node.parentElement)?.closest<HTMLElement>(
    '[data-line]',
  );
  const text = row?.querySelector('[data-source-text]');
  const line = lineOf(Number(row?.dataset.line));
  if (!caret || !text || !line || !text.contains(caret.node)) return undefined;
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEnd(caret.node, caret.offset);
  return line.fromByte + utf8Length(line.text.slice(0, range.toString().length));
}

/** The place in the text at a point; browsers differ in what they call it. */
function caretAt(x: number, y: number): { readonly node: Node; readonly offset: number } | undefined {
  if ('caretPositionFromPoint' in document) {
    const position = document.caretPositionFromPoint(x, y);
    return position ? { node: position.offsetNode, offset: position.offset } : undefined;
  }
  const range = (document as Document).caretRangeFromPoint(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}
