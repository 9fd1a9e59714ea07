// The pane "Token usage": what each source counts, drawn and in figures, and whether the sources agree.

import { useMemo } from 'react';
import type { UsageTable as UsageRows } from '../../analysis/usageTable.ts';
import type { Pointer } from '../../json/pointer.ts';
import type { OpenDocument } from '../../state/documents.ts';
import { usePaneKeys } from '../../state/paneKeys.ts';
import type { Arrangement } from '../../state/panes.ts';
import { useDocument, useSelection, useStore } from '../../state/store.ts';
import { classNames } from '../../ui/classNames.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { preloadable } from '../../ui/preloadable.tsx';
import { formatCount } from '../../words/numbers.ts';
import { UsageKey } from './UsageKey.tsx';
import styles from './UsagePane.module.css';
import { UsageStrip } from './UsageStrip.tsx';
import { UsageTable } from './UsageTable.tsx';
import { shownUsageRows, usageRowAt } from './usageRows.ts';

const usageNotes = preloadable(() => import('./UsageNotes.tsx').then((module) => module.UsageNotes));

export interface UsagePaneProps {
  readonly arrangement: Arrangement;
}

const rowHeights = { full: 24, rail: 24, narrow: 32 } as const;

export function UsagePane({ arrangement }: UsagePaneProps) {
  const document = useDocument();
  const selection = useSelection();
  const hovered = useStore((state) => state.hovered);
  const { select, hover } = useStore.getState();
  const { usage, providers, rows: samples, providerCount } = document;
  const rows = useMemo(
    () => shownUsageRows({ usage, providers, rows: samples, providerCount }),
    [usage, providers, samples, providerCount],
  );
  const selectedRow = useMemo(() => usageRowAt(document, rows, selection), [document, rows, selection]);
  const hoveredRow = useMemo(
    () => (hovered === undefined ? -1 : usageRowAt(document, rows, hovered)),
    [document, rows, hovered],
  );
  const onSelect = (pointer: Pointer): void => select(pointer, 'usage');
  const move = (step: number): void => {
    const row = rows.at(Math.min(Math.max(selectedRow + step, 0), rows.length - 1));
    if (row) onSelect(row.pointer);
  };
  usePaneKeys('usage', { next: () => move(1), previous: () => move(-1) });

  const nothing = nothingToShow(document, rows);
  const agreement = document.agreement;
  const shared = { rows, selectedRow, hoveredRow, onSelect, onHover: hover };
  if (nothing !== undefined) {
    return (
      <Pane pane="usage" label="Token usage" count="–">
        <EmptyState>{nothing}</EmptyState>
      </Pane>
    );
  }
  if (arrangement === 'rail') {
    return (
      <Pane
        pane="usage"
        label="Token usage"
        actions={
          agreement === undefined || agreement.state === 'unknown' ? undefined : (
            <span className={styles.verdict} data-state={agreement.state}>
              <Icon name={agreement.state === 'agrees' ? 'check' : 'warning'} />
              {agreement.state === 'agrees' ? 'agrees' : 'differs'}
            </span>
          )
        }
      >
        <UsageStrip {...shared} agreement={agreement} />
      </Pane>
    );
  }
  return (
    <Pane
      pane="usage"
      label="Token usage"
      className={classNames(styles.pane, arrangement === 'narrow' && styles.narrow)}
      actions={
        <span className={styles.keys} aria-hidden="true">
          <UsageKey kind="prompt">Prompt</UsageKey>
          <UsageKey kind="generation">Generation</UsageKey>
        </span>
      }
    >
      <figure className={styles.figure} aria-label="Token usage by source">
        <UsageTable {...shared} agreement={agreement} rowHeight={rowHeights[arrangement]} />
        <usageNotes.Part />
      </figure>
    </Pane>
  );
}

/** Why there is no token usage to show; undefined when there is some, or when it is still being read. */
function nothingToShow(document: OpenDocument, rows: UsageRows): string | undefined {
  if (document.kind === 'plain')
    return 'A plain JSON document has no token usage. The tree and the source show all of it.';
  if (document.load !== 'failed' || rows.firstStated() !== undefined) return undefined;
  const line = document.failure?.place?.line;
  return line === undefined
    ? 'The text was not read to its end, and no token usage stands before that.'
    : `No token counts stand before line ${formatCount(line)}, where the text is broken. Fix the text to see them.`;
}
