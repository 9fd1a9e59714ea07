// The tree widget: rows on screen only, the way to the first row stuck to the top, one tab stop, keys of a tree view.
// Knows no store: what is chosen comes in, what a person does goes out.

import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Pointer } from '../../json/pointer.ts';
import { type PlaceForm, placeFormWords } from '../../state/placeAs.ts';
import { copyAndSay } from '../../ui/copyAndSay.ts';
import { offsetToReveal } from '../../ui/tallScroll.ts';
import { stickyPlaces } from './stickyPlaces.ts';
import { TreeRow, type TreeRowActions } from './TreeRow.tsx';
import styles from './TreeView.module.css';
import { type TreeAction, treeAction } from './treeKeys.ts';
import { ancestorsOf, pagesOfRows, rowOf, type TreePlace } from './treeLayout.ts';
import type { TreePages } from './treePages.ts';
import { memberRow, type TreeRowData, type TreeSight, treeRow } from './treeRow.ts';
import type { TreeCursor } from './useTreeCursor.ts';

export interface TreeCommands extends Omit<TreeRowActions, 'onHover'> {
  readonly onHover: (pointer: Pointer | undefined) => void;
  readonly onToggleSiblings: (place: TreePlace) => void;
  readonly onCollapseBelow: (row: TreeRowData) => void;
}

export interface TreeViewHandle {
  readonly step: (by: 1 | -1) => void;
  /** At the row that the keys are at. */
  readonly act: (action: TreeAction) => void;
}

export interface TreeViewProps {
  readonly cursor: TreeCursor;
  readonly sight: TreeSight;
  readonly pages: TreePages;
  readonly selection: Pointer;
  readonly shown: Pointer | undefined;
  readonly isWaiting: boolean;
  readonly lit: readonly Pointer[];
  readonly rowHeight: number;
  readonly dividerLabel: string;
  readonly commands: TreeCommands;
  readonly handle: Ref<TreeViewHandle>;
}

const overscan = 8;
const stickyLimit = 5;
/** Members of a selected container that are brought into view with it. */
const membersShown = 6;
const leastRows = 5;

export function TreeView(props: TreeViewProps) {
  const { cursor, sight, pages, selection, shown, rowHeight, commands } = props;
  const { scroll, selectedRow, activeRow, active, topRow } = cursor;
  const { layout } = sight;
  const id = useId();
  const [hoveredRow, setHoveredRow] = useState<string>();

  const viewRows = Math.ceil(scroll.viewPx / rowHeight);
  const from = Math.max(0, topRow - overscan);
  const to = Math.min(layout.rowCount, topRow + viewRows + overscan + 1);
  const mostSticky = Math.min(stickyLimit, Math.floor(viewRows / 3));
  const sticky = stickyPlaces(layout, scroll.offset / rowHeight, mostSticky);
  const deepestIndent = Math.max(4, Math.floor((scroll.viewWidth * 0.4) / 14));

  const reveal = (row: number, members = 0): void => {
    const data = treeRow(sight, row);
    const above = Math.min(data?.place ? ancestorsOf(data.place).length : 0, mostSticky) * rowHeight;
    const stretch = { top: row * rowHeight, bottom: (row + 1 + members) * rowHeight };
    const shape = { rowsPx: layout.rowCount * rowHeight, viewPx: scroll.viewPx };
    const offset = offsetToReveal(scroll.offset, stretch, { above, below: 0 }, shape);
    // The first row in view is a whole one wherever that leaves the stretch in view.
    const snapped = Math.min(Math.ceil(offset / rowHeight) * rowHeight, Math.max(offset, stretch.top - above));
    if (offset !== scroll.offset) scroll.scrollTo(snapped);
  };

  // A lower view (a pane that is just opening) is no measure of where a place should stand.
  const hasRoom = viewRows >= leastRows;
  const revealed = useRef<{ readonly shown: Pointer | undefined; readonly hasRoom: boolean }>(undefined);
  // In step with the scroll position of the area.
  useLayoutEffect(() => {
    if (props.isWaiting || selectedRow === undefined || scroll.viewPx === 0) return;
    if (shown === revealed.current?.shown && (revealed.current?.hasRoom || !hasRoom)) return;
    revealed.current = { shown, hasRoom };
    const open = shown === undefined ? undefined : layout.branches.get(shown);
    reveal(selectedRow, Math.min(open?.size ?? 0, membersShown));
  });

  // In step with the worker, which has what is in view.
  useEffect(() => {
    pages.want(pagesOfRows(layout, from, to));
    const texts: Pointer[] = [];
    for (let row = from; row < to; row++) {
      const data = treeRow(sight, row);
      if (data?.hint?.textPointer !== undefined && !data.isExpanded) texts.push(data.hint.textPointer);
    }
    pages.wantNodes(texts);
  });

  const moveTo = (row: number): void => {
    const step = row < activeRow ? -1 : 1;
    const wanted = Math.min(Math.max(0, row), layout.rowCount - 1);
    const data = treeRow(sight, wanted) ?? treeRow(sight, wanted + step);
    if (!data?.place) return;
    cursor.moveKeys(data.place, selection);
    reveal(rowOf(layout, data.place));
  };
  const moveToPlace = (place: TreePlace | undefined): void => {
    if (place) moveTo(rowOf(layout, place));
  };
  const selectRow = (row: TreeRowData): void => {
    if (row.pointer === undefined) return;
    if (row.place) cursor.moveKeys(row.place, row.pointer);
    revealed.current = { shown: row.pointer, hasRoom: true };
    commands.onSelect(row);
  };

  const copyPlace = ({ pointer }: TreeRowData, form: PlaceForm): void => {
    if (pointer !== undefined) void copyAndSay(placeFormWords[form].name, commands.onWritePlace(pointer, form));
  };
  const page = Math.max(1, viewRows - 1 - mostSticky);
  const handlers: Readonly<Record<TreeAction, (row: TreeRowData) => void>> = {
    next: () => moveTo(activeRow + 1),
    previous: () => moveTo(activeRow - 1),
    first: () => moveTo(0),
    last: () => moveTo(layout.rowCount - 1),
    pageDown: () => moveTo(activeRow + page),
    pageUp: () => moveTo(activeRow - page),
    in: (row) => {
      if (row.isExpanded) moveTo(activeRow + 1);
      else if (row.isExpandable) commands.onToggle(row, false);
    },
    out: (row) => {
      if (row.isExpanded) commands.onToggle(row, false);
      else moveToPlace(row.place && ancestorsOf(row.place).at(-1));
    },
    select: selectRow,
    openSiblings: (row) => row.place && commands.onToggleSiblings(row.place),
    openBelow: (row) => row.isExpandable && commands.onToggle({ ...row, isExpanded: false }, true),
    closeBelow: commands.onCollapseBelow,
    copyValue: (row) => row.pointer !== undefined && void copyAndSay('Value', commands.onReadValue(row.pointer)),
    copyPointer: (row) => copyPlace(row, 'pointer'),
    copyJq: (row) => copyPlace(row, 'jq'),
    copyPython: (row) => copyPlace(row, 'python'),
  };
  useImperativeHandle(props.handle, () => ({
    step: (by) => moveTo(activeRow + by),
    act: (action) => active && handlers[action](active),
  }));
  const onKeyDown = (event: KeyboardEvent): void => {
    const action = treeAction(event);
    if (action === undefined || !active) return;
    // Text that a person marked is what they want to copy.
    if (action === 'copyValue' && !(getSelection()?.isCollapsed ?? true)) return;
    event.preventDefault();
    handlers[action](active);
  };

  const actionsFor: TreeRowActions = {
    onSelect: (row) => {
      scroll.area.current?.focus({ preventScroll: true });
      selectRow(row);
    },
    onToggle: commands.onToggle,
    onHover: (row) => {
      setHoveredRow(row && keyOf(row));
      commands.onHover(row?.pointer);
    },
    onSelectPointer: commands.onSelectPointer,
    onReadValue: commands.onReadValue,
    onWritePlace: commands.onWritePlace,
  };
  const base = scroll.basePx;
  const view = (data: TreeRowData, row: number, top: number, isSticky: boolean) => {
    const isSelected = !data.isRepeated && row === selectedRow;
    return (
      <TreeRow
        key={isSticky ? `sticky ${keyOf(data)}` : keyOf(data)}
        id={isSticky ? undefined : `${id}-${row}`}
        row={data}
        top={top}
        height={rowHeight}
        deepestIndent={deepestIndent}
        isSelected={isSelected}
        isActive={row === activeRow}
        isLit={data.pointer !== undefined && props.lit.includes(data.pointer)}
        hasButtons={hoveredRow === keyOf(data)}
        isSticky={isSticky}
        levelsBelow={isSelected ? cursor.levelsBelow : 0}
        actions={actionsFor}
      />
    );
  };

  const rows = [];
  for (let row = from; row < to; row++) {
    const data = treeRow(sight, row);
    const top = base + row * rowHeight;
    rows.push(
      data ? (
        view(data, row, top, false)
      ) : (
        <div key="divider" aria-hidden="true" className={styles.divider} style={{ top, height: rowHeight }}>
          {props.dividerLabel}
        </div>
      ),
    );
  }

  return (
    <div className={styles.frame}>
      <div
        ref={scroll.areaRef}
        role="tree"
        aria-label="Provider responses"
        aria-activedescendant={activeRow >= from && activeRow < to && active ? `${id}-${activeRow}` : undefined}
        tabIndex={0}
        className={styles.area}
        onScroll={scroll.onScroll}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" className={styles.rows} style={{ height: scroll.contentPx }}>
          {rows}
        </div>
      </div>
      {sticky.length === 0 ? null : (
        <div className={styles.sticky} style={{ height: sticky.length * rowHeight, right: scroll.gutterPx }}>
          {sticky.map((place, at) => view(memberRow(sight, place), rowOf(layout, place), at * rowHeight, true))}
        </div>
      )}
    </div>
  );
}

function keyOf(row: TreeRowData): string {
  return row.place ? `${row.place.index} ${row.place.branch.pointer}` : 'root';
}
