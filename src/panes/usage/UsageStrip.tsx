// The token usage in a narrow column: one stacked bar whose stretches are buttons, its figures below, and the table for
// assistive technology.

import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import type { UsageTable } from '../../analysis/usageTable.ts';
import type { Pointer } from '../../json/pointer.ts';
import type { Count } from '../../response/model.ts';
import type { UsageAgreement } from '../../response/rows.ts';
import { tip } from '../../ui/tip.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { formatDifference, formatWritten } from '../../words/numbers.ts';
import chart from './UsageBarChart.module.css';
import { HatchPattern } from './UsageBarChart.tsx';
import { UsageKey } from './UsageKey.tsx';
import styles from './UsageStrip.module.css';
import { manyRows } from './UsageTable.tsx';
import { UsageBars } from './usageBars.ts';
import { usageLabel } from './usageRows.ts';
import { type StripPart, usageStrip } from './usageStrip.ts';

export interface UsageStripProps {
  readonly rows: UsageTable;
  readonly selectedRow: number;
  readonly hoveredRow: number;
  readonly agreement: UsageAgreement | undefined;
  readonly onSelect: (pointer: Pointer) => void;
  readonly onHover: (pointer: Pointer | undefined) => void;
}

export function UsageStrip({ rows, selectedRow, hoveredRow, agreement, onSelect, onHover }: UsageStripProps) {
  const hatchId = useId();
  const svgRef = useRef<SVGSVGElement>(null);
  const strip = useMemo(() => usageStrip(rows, new UsageBars(rows, agreement?.state === 'differs')), [rows, agreement]);
  const end = Math.max(1, strip.end);
  const holds = (part: StripPart, row: number) => row >= part.fromRow && row < part.toRow;
  const isSelected = (part: StripPart) =>
    holds(part, selectedRow) && (part.kind === 'generation' || rows.source(selectedRow) !== 'generation');
  const selected = strip.parts.find((part) => part.kind !== 'prompt' && isSelected(part));
  const [standAt, setStandAt] = useState(0);
  const stand = Math.min(standAt, strip.parts.length - 1);
  const usage = useMemo(() => rows.firstStated()?.usage, [rows]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = stand + step;
    if (step === 0 || next < 0 || next >= strip.parts.length) return;
    event.preventDefault();
    setStandAt(next);
    svgRef.current?.querySelectorAll<SVGElement>('[role="button"]')[next]?.focus();
  };

  const select = (part: StripPart): void => {
    const row = rows.at(part.fromRow);
    const place = part.kind === 'prompt' ? row?.usage?.prompt?.pointer : row?.pointer;
    if (place !== undefined) onSelect(place);
  };

  const x = (tokens: number) => `${(tokens / end) * 100}%`;
  const middle = selected === undefined ? 0 : (selected.from + selected.to) / 2 / end;
  return (
    <figure className={styles.strip} aria-label="Token usage by source">
      <HatchPattern id={hatchId} />
      <svg ref={svgRef} className={styles.stripBar} role="group" aria-label="Shares of the tokens">
        {strip.parts.map((part, at) => (
          <rect
            key={`${part.kind}${part.fromRow}`}
            role="button"
            tabIndex={at === stand ? 0 : -1}
            aria-label={part.words}
            aria-current={isSelected(part) ? 'true' : undefined}
            data-hovered={(holds(part, hoveredRow) && part.kind === 'generation') || undefined}
            data-dim={(selected !== undefined && part.kind === 'generation' && part !== selected) || undefined}
            className={chart[part.kind]}
            x={x(part.from)}
            width={x(part.to - part.from)}
            y="0"
            height="13"
            onClick={() => select(part)}
            onFocus={() => setStandAt(at)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === ' ') {
                event.preventDefault();
                select(part);
              } else onKeyDown(event);
            }}
            onMouseEnter={() => onHover(rows.at(part.fromRow)?.pointer)}
            onMouseLeave={() => onHover(undefined)}
            {...tip(part.words)}
          />
        ))}
        {strip.parts.slice(1).map((part) => (
          <line key={part.fromRow} className={chart.seam} x1={x(part.from)} x2={x(part.from)} y1="0" y2="13" />
        ))}
        {strip.gap === undefined ? null : (
          <rect
            className={chart.gap}
            fill={`url(#${hatchId})`}
            x={x(strip.gap.from)}
            width={x(strip.gap.to - strip.gap.from)}
            y="0"
            height="13"
          />
        )}
        {selected === undefined ? null : (
          <>
            <rect
              className={styles.underline}
              x={x(selected.from)}
              width={x(selected.to - selected.from)}
              y="15"
              height="2"
            />
            <text
              className={styles.caption}
              x={
                middle < 0.15
                  ? x(selected.from)
                  : middle > 0.85
                    ? x(selected.to)
                    : x(selected.from + (selected.to - selected.from) / 2)
              }
              y="29"
              textAnchor={middle < 0.15 ? 'start' : middle > 0.85 ? 'end' : 'middle'}
            >
              {selected.caption}
            </text>
          </>
        )}
      </svg>
      <p className={styles.legend} aria-hidden="true">
        <UsageKey kind="prompt">Prompt {shownCount(usage?.prompt)}</UsageKey>
        <UsageKey kind="generation">Generation {shownCount(usage?.generation)}</UsageKey>
        {strip.gap === undefined ? null : (
          <span className={chart.difference}>{formatDifference(strip.gap.difference)}</span>
        )}
        <span className={styles.legendTotal}>Total {shownCount(usage?.total)}</span>
      </p>
      <VisuallyHidden>
        <PlainTable rows={rows} sentence={agreement?.sentence} />
      </VisuallyHidden>
    </figure>
  );
}

/** The figures as a table without controls: the first rows of a long one. */
function PlainTable({ rows, sentence }: { readonly rows: UsageTable; readonly sentence: string | undefined }) {
  const listed = rows.slice(0, manyRows);
  return (
    <table aria-label="Token usage" aria-rowcount={listed.length < rows.length ? rows.length + 2 : undefined}>
      <thead>
        <tr>
          {['Source', 'Prompt', 'Generation', 'Total'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {listed.map((row) => (
          <tr key={`${row.source}${row.position}`}>
            <th scope="row">{usageLabel(row)}</th>
            <td>{shownCount(row.usage?.prompt)}</td>
            <td>{shownCount(row.usage?.generation)}</td>
            <td>{shownCount(row.usage?.total)}</td>
          </tr>
        ))}
        <tr>
          <td colSpan={4}>{sentence ?? 'Not yet compared.'}</td>
        </tr>
      </tbody>
    </table>
  );
}

function shownCount(count: Count | undefined): string {
  return count === undefined ? '–' : formatWritten(count.lexeme);
}
