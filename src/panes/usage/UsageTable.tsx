// The token usage as one table whose second column is the chart: bars and figures share rows, so nothing has to be matched by eye.
// Rows out of view are not elements once there are many.
// biome-ignore-all lint/a11y/useFocusableInteractive: rows and heads of a table are no controls; the buttons in them are

import { type CSSProperties, type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import type { RunningCounts } from '../../analysis/runningCounts.ts';
import type { UsageTable as UsageRows } from '../../analysis/usageTable.ts';
import type { Pointer } from '../../json/pointer.ts';
import type { Count } from '../../response/model.ts';
import type { UsageAgreement, UsageRow } from '../../response/rows.ts';
import { listKeys } from '../../ui/listKeys.ts';
import { preloadable } from '../../ui/preloadable.tsx';
import { VirtualRows, type VirtualRowsHandle } from '../../ui/VirtualRows.tsx';
import { formatCount, formatWritten } from '../../words/numbers.ts';
import { AgreementRow } from './AgreementRow.tsx';
import { HatchPattern, UsageBarChart } from './UsageBarChart.tsx';
import styles from './UsageTable.module.css';
import { axisTicks } from './usageAxis.ts';
import { UsageBars } from './usageBars.ts';
import { usageBins } from './usageBins.ts';
import { usageLabel } from './usageRows.ts';

const binsTable = preloadable(() => import('./UsageBins.tsx').then((module) => module.UsageBins));

/** From here on the chart bins the generations, and only rows on screen are elements. */
export const manyRows = 200;

const countedWords = {
  provider: 'exact: as the provider counted them',
  listed: 'as many as are listed with log probabilities',
  estimated: 'estimated; not what the provider counted',
} as const;

const columns = ['source', 'prompt', 'generation', 'total'] as const;
const headHeight = 26;
const binsHeight = 84;

export interface UsageTableProps {
  readonly rows: UsageRows;
  /** Place in `rows`, −1 for none. */
  readonly selectedRow: number;
  readonly hoveredRow: number;
  readonly agreement: UsageAgreement | undefined;
  readonly rowHeight: number;
  readonly onSelect: (pointer: Pointer) => void;
  readonly onHover: (pointer: Pointer | undefined) => void;
}

export function UsageTable(props: UsageTableProps) {
  const { rows, selectedRow, hoveredRow, agreement, rowHeight, onSelect, onHover } = props;
  const hatchId = useId();
  const listRef = useRef<VirtualRowsHandle>(null);
  const tableRef = useRef<HTMLDivElement>(null);
  // Where the keyboard stands, until the selection moves.
  const [stand, setStand] = useState({ selectedRow, row: Math.max(0, selectedRow), column: 0 });
  const active = stand.selectedRow === selectedRow ? stand : { row: Math.max(0, selectedRow), column: stand.column };

  const bars = useMemo(() => new UsageBars(rows, agreement?.state === 'differs'), [rows, agreement]);
  const { end } = bars;
  // A gap needs room for its number.
  const hasGap = bars.gap !== undefined;
  const ticks = useMemo(() => axisTicks(hasGap ? end * 1.25 : end), [hasGap, end]);
  const { firstGeneration, generationCount } = rows;
  const isMany = rows.length > manyRows;
  const hasBins = generationCount > manyRows;
  const bins = useMemo(() => (hasBins ? usageBins(rows, bars) : []), [hasBins, rows, bars]);

  const headerHeight = hasBins ? headHeight + binsHeight : headHeight;
  const labels = ticks.map((tick) => (end === 0 && tick > 0 ? '' : formatCount(tick)));

  const digits = useMemo(() => digitsOf(rows), [rows]);

  const focusCell = (row: number, column: number): void => {
    setStand({ selectedRow, row, column });
    listRef.current?.scrollToIndex(row);
    // The row may become an element only with the next rendering.
    requestAnimationFrame(() => {
      const cells = tableRef.current?.querySelector(`[data-row="${row}"]`)?.querySelectorAll('button');
      const wanted = [...(cells ?? [])].filter((cell) => Number(cell.dataset.column) <= column).at(-1);
      wanted?.focus();
    });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const row = listKeys(event, active.row, rows.length, listRef.current?.pageSize() ?? 1);
    if (row !== undefined) {
      event.preventDefault();
      focusCell(row, active.column);
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const usage = rows.at(active.row)?.usage;
    const known = columns.flatMap((column, at) => (column === 'source' || usage?.[column] !== undefined ? [at] : []));
    const next =
      event.key === 'ArrowRight' ? known.find((at) => at > active.column) : known.findLast((at) => at < active.column);
    if (next !== undefined) focusCell(active.row, next);
  };

  const selectRow = (at: number): void => {
    const row = rows.at(at);
    if (row) onSelect(row.pointer);
  };

  return (
    <div
      ref={tableRef}
      role="table"
      aria-label="Token usage"
      aria-rowcount={isMany ? rows.length + 2 : undefined}
      className={styles.table}
      style={{ ...digits, '--least-rows': `${headerHeight + 2 * rowHeight}px` } as CSSProperties}
    >
      <HatchPattern id={hatchId} />
      <VirtualRows
        ref={listRef}
        count={rows.length}
        rowHeight={rowHeight}
        overscan={isMany ? 8 : rows.length}
        activeIndex={active.row}
        rowsRole="rowgroup"
        className={styles.list}
        headerHeight={headerHeight}
        onKeyDown={onKeyDown}
        header={
          <>
            <div role="row" className={styles.heads} aria-rowindex={isMany ? 1 : undefined}>
              <span role="columnheader">Source</span>
              <span
                aria-hidden="true"
                className={styles.scale}
                data-long={(labels.at(-1)?.length ?? 0) > 5 || undefined}
              >
                {ticks.map((tick, at) => (
                  <span key={tick} style={{ left: `${(tick / (ticks.at(-1) ?? 1)) * 100}%` }}>
                    {labels[at]}
                  </span>
                ))}
              </span>
              <span role="columnheader">Prompt</span>
              <span role="columnheader">Generation</span>
              <span role="columnheader">Total</span>
            </div>
            {hasBins ? (
              <binsTable.Part
                bins={bins}
                ticks={ticks}
                generationCount={generationCount}
                before={firstGeneration}
                selectedRow={selectedRow}
                onSelectRow={selectRow}
              />
            ) : null}
          </>
        }
        renderRow={(at) => {
          const row = rows.at(at);
          if (row === undefined) return null;
          const tabStop = at === active.row ? nearestColumn(row, active.column) : -1;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the button in the first cell is the same for the keyboard
            <div
              role="row"
              data-row={at}
              data-hovered={at === hoveredRow || undefined}
              data-first={(at === firstGeneration && at > 0) || undefined}
              aria-rowindex={isMany ? at + 2 : undefined}
              aria-current={at === selectedRow ? 'true' : undefined}
              className={styles.row}
              onClick={() => onSelect(row.pointer)}
              onMouseEnter={() => onHover(row.pointer)}
              onMouseLeave={() => onHover(undefined)}
            >
              <span role="rowheader" className={styles.source}>
                <button
                  type="button"
                  data-column={0}
                  tabIndex={tabStop === 0 ? 0 : -1}
                  onFocus={() => setStand({ selectedRow, row: at, column: 0 })}
                >
                  {usageLabel(row)}
                </button>
              </span>
              <span aria-hidden="true" className={styles.chart}>
                <UsageBarChart
                  bar={bars.at(at)}
                  ticks={ticks}
                  hatchId={hatchId}
                  height={rowHeight}
                  isContinued={row.source === 'generation' && at > firstGeneration}
                />
              </span>
              {columns.slice(1).map((column, index) => (
                <span key={column} role="cell" className={styles.count}>
                  <CountButton
                    count={column === 'source' ? undefined : row.usage?.[column]}
                    counted={row.counted}
                    column={index + 1}
                    isTabStop={tabStop === index + 1}
                    onFocus={() => setStand({ selectedRow, row: at, column: index + 1 })}
                    onSelect={onSelect}
                  />
                </span>
              ))}
            </div>
          );
        }}
      />
      <AgreementRow agreement={agreement} rows={rows} rowIndex={isMany ? rows.length + 2 : undefined} />
    </div>
  );
}

/**
 * Room for the longest count of each column, as custom properties: as written in the first rows, as numbers in the others. A count longer than that is
 * cut and can be read in its title.
 */
function digitsOf(rows: UsageRows): CSSProperties {
  const lengthOf = ({ largest, smallest }: RunningCounts): number =>
    Math.max(...[largest, smallest].map((value) => (value === 0 ? 0 : formatCount(value).length)));
  const longest = {
    prompt: lengthOf(rows.prompts),
    generation: Math.max(lengthOf(rows.generations), lengthOf(rows.samples)),
    total: lengthOf(rows.totals),
  };
  for (const { usage } of rows.slice(0, manyRows)) {
    for (const column of ['prompt', 'generation', 'total'] as const) {
      const count = usage?.[column];
      longest[column] = Math.max(longest[column], count === undefined ? 0 : shownCount(count).length);
    }
  }
  const most = 14;
  return {
    '--prompt-digits': Math.min(most, longest.prompt),
    '--generation-digits': Math.min(most, longest.generation),
    '--total-digits': Math.min(most, longest.total),
  } as CSSProperties;
}

/** The last of the known columns that is not behind `column`. */
function nearestColumn(row: UsageRow, column: number): number {
  for (let at = column; at > 0; at--) {
    const name = columns[at];
    if (name !== undefined && name !== 'source' && row.usage?.[name] !== undefined) return at;
  }
  return 0;
}

interface CountButtonProps {
  readonly count: Count | undefined;
  /** Of a generation: how the count is known. */
  readonly counted: UsageRow['counted'];
  readonly column: number;
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
  readonly onSelect: (pointer: Pointer) => void;
}

/**
 * A count as written, its digits in groups, or the sum where it was written in parts; its title has it exactly as it stands. It selects its place. An
 * en dash where the source says nothing.
 */
function CountButton({ count, counted, column, isTabStop, onFocus, onSelect }: CountButtonProps) {
  if (count === undefined) return <span className={styles.unknown}>–</span>;
  const isSum = isInParts(count);
  const remark = counted === undefined ? '' : `, ${countedWords[counted]}`;
  return (
    <button
      type="button"
      data-column={column}
      data-counted={counted}
      tabIndex={isTabStop ? 0 : -1}
      title={`${count.lexeme}${isSum ? ' added up' : ''}${remark}`}
      className={isSum ? styles.sum : count.lexeme === String(count.value) ? undefined : styles.lexeme}
      onFocus={onFocus}
      onClick={(event) => {
        event.stopPropagation();
        onSelect(count.pointer);
      }}
    >
      {shownCount(count)}
    </button>
  );
}

/** `4 + 0 + 1163`, which is too long for a column. */
function isInParts({ lexeme }: Count): boolean {
  return lexeme.includes(' + ');
}

function shownCount(count: Count): string {
  return isInParts(count) ? formatCount(count.value) : formatWritten(count.lexeme);
}
