// One row of the tree: key and value in one line, what is known about the place at the right, buttons while the mouse is on it.
// Knows no store.

import type { MouseEvent } from 'react';
import type { Pointer } from '../../json/pointer.ts';
import type { PlaceForm } from '../../state/placeAs.ts';
import { classNames } from '../../ui/classNames.ts';
import { Icon } from '../../ui/Icon.tsx';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { plural } from '../../words/numbers.ts';
import { RowButtons } from './RowButtons.tsx';
import styles from './TreeRow.module.css';
import type { FoundInRow, TreeRowData } from './treeRow.ts';

export interface TreeRowActions {
  readonly onSelect: (row: TreeRowData) => void;
  /** `isDeep`: with everything below. */
  readonly onToggle: (row: TreeRowData, isDeep: boolean) => void;
  readonly onHover: (row: TreeRowData | undefined) => void;
  readonly onSelectPointer: (pointer: Pointer) => void;
  readonly onReadValue: (pointer: Pointer) => Promise<string>;
  readonly onWritePlace: (pointer: Pointer, form: PlaceForm) => Promise<string>;
}

export interface TreeRowProps {
  readonly id: string | undefined;
  readonly row: TreeRowData;
  readonly top: number;
  readonly height: number;
  /** Levels that are indented; deeper rows stand below each other. */
  readonly deepestIndent: number;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  readonly isLit: boolean;
  readonly hasButtons: boolean;
  /** A copy at the top of the view, for the eye only. */
  readonly isSticky?: boolean;
  /** How many levels below this row the selected place lies, where it is too deep to be shown. */
  readonly levelsBelow?: number;
  readonly actions: TreeRowActions;
}

const indentPx = 14;

export function TreeRow(props: TreeRowProps) {
  const { row, actions, isSticky = false, levelsBelow = 0 } = props;
  const { pointer } = row;
  const onToggle = (event: MouseEvent): void => {
    event.stopPropagation();
    actions.onToggle(row, event.altKey);
  };
  const semantics = isSticky
    ? { 'aria-hidden': true }
    : {
        role: 'treeitem',
        tabIndex: -1,
        'aria-level': row.level,
        'aria-setsize': row.setSize,
        'aria-posinset': row.position,
        'aria-selected': props.isSelected,
        ...(row.isExpandable ? { 'aria-expanded': row.isExpanded } : {}),
        ...(props.id === undefined ? {} : { id: props.id, 'aria-labelledby': `${props.id}-label` }),
      };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it has the focus and the keys
    // biome-ignore lint/a11y/noStaticElementInteractions: it is a treeitem, or a copy of one that is hidden from keys
    <div
      {...semantics}
      className={classNames(styles.row, isSticky && styles.sticky)}
      style={{
        top: props.top,
        height: props.height,
        lineHeight: `${props.height}px`,
        paddingLeft: 8 + Math.min(row.level - 1, props.deepestIndent) * indentPx,
      }}
      data-selected={props.isSelected || undefined}
      data-active={props.isActive || undefined}
      data-lit={props.isLit || undefined}
      data-pointer={isSticky ? undefined : pointer}
      onClick={() => actions.onSelect(row)}
      // Its menu is of the selected place.
      onContextMenu={() => actions.onSelect(row)}
      data-context="place"
      onMouseDown={(event) => {
        // The second press of two opens the row, and must not mark its words.
        if (row.isExpandable && event.detail > 1) event.preventDefault();
      }}
      onDoubleClick={row.isExpandable ? onToggle : undefined}
      onMouseEnter={() => actions.onHover(row)}
      onMouseLeave={() => actions.onHover(undefined)}
    >
      {row.isExpandable ? (
        // biome-ignore lint/a11y/useKeyWithClickEvents: arrow keys of the tree do the same
        // biome-ignore lint/a11y/noStaticElementInteractions: for the mouse only; aria-expanded says the rest
        <span className={styles.chevron} onClick={onToggle} onDoubleClick={(event) => event.stopPropagation()}>
          <Icon name={row.isExpanded ? 'chevron-down' : 'chevron-right'} />
        </span>
      ) : (
        <span className={styles.chevron} />
      )}
      <span className={styles.label} id={isSticky || props.id === undefined ? undefined : `${props.id}-label`}>
        {row.key === undefined ? null : (
          <span>
            {row.found?.part === 'key' ? (
              <FoundText found={row.found} />
            ) : (
              <PreviewText text={row.key} maxLength={120} className={styles.inline} />
            )}
            {': '}
          </span>
        )}
        <span className={row.isScalar ? styles.scalar : styles.quiet}>
          {row.found?.part === 'value' ? (
            <FoundText found={row.found} />
          ) : row.isScalar ? (
            <PreviewText text={row.value} maxLength={640} className={styles.inline} />
          ) : (
            row.value
          )}
        </span>
        {row.start === undefined ? null : (
          <span className={styles.quiet}>
            {' '}
            <PreviewText text={row.start} maxLength={640} className={styles.inline} />
          </span>
        )}
      </span>
      <span className={styles.end}>
        {props.hasButtons && pointer !== undefined && !row.isRepeated ? (
          <RowButtons pointer={pointer} onReadValue={actions.onReadValue} onWritePlace={actions.onWritePlace} />
        ) : null}
        {levelsBelow > 0 ? <span className={styles.hint}>selected: {plural(levelsBelow, 'level')} below</span> : null}
        {row.isRepeated ? <span className={styles.hint}>repeated key</span> : null}
        {row.node?.isIncomplete ? <span className={styles.broken}>breaks off</span> : null}
        {row.hint?.text === undefined ? null : <span className={styles.hint}>{row.hint.text}</span>}
        {row.hint?.isLeftOver ? <span className={styles.leftOver}>no generation</span> : null}
        {row.hint?.others === undefined ? null : <span className={styles.hint}>{row.hint.others}</span>}
        <GenerationButton row={row} onSelectPointer={actions.onSelectPointer} />
      </span>
    </div>
  );
}

/** The words around a hit of the search, with the hit marked. */
function FoundText({ found: { text, from, to } }: { readonly found: FoundInRow }) {
  const piece = (start: number, end: number) => (
    <PreviewText
      text={text.slice(start, end)}
      maxLength={640}
      isPartial={end < text.length}
      className={styles.inline}
    />
  );
  return (
    <>
      {piece(0, from)}
      <mark className={styles.found}>{piece(from, to)}</mark>
      {piece(to, text.length)}
    </>
  );
}

/** Not a tab stop of its own: selecting the row selects the same generation. */
function GenerationButton({
  row,
  onSelectPointer,
}: {
  readonly row: TreeRowData;
  readonly onSelectPointer: (pointer: Pointer) => void;
}) {
  const generation = row.hint?.generation;
  if (generation === undefined) return null;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.generation}
      aria-label={`Generation ${generation.label}`}
      onClick={(event) => {
        event.stopPropagation();
        onSelectPointer(generation.pointer);
      }}
    >
      {generation.label}
    </button>
  );
}
