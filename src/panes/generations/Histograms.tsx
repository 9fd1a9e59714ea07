// Small charts of all generations, each of which narrows the table: how long, how many tokens, why they ended, how likely. Behind each stands a table with
// the same figures. Knows brushes; not what else filters.

import { type PointerEvent, type ReactNode, useRef } from 'react';
import type { Brushes, FinishGroup, NumberRange } from '../../analysis/brushes.ts';
import type { Charts, FinishChart as Ends, NumberChart as Numbers } from '../../analysis/order/orderRequest.ts';
import { type FigureId, figureIds } from '../../analysis/probability/figureIds.ts';
import { figureKinds } from '../../analysis/probability/figureKinds.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { RangeSlider } from '../../ui/RangeSlider.tsx';
import { tip } from '../../ui/tip.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { formatCount } from '../../words/numbers.ts';
import { figureRangeText } from './figureWords.ts';
import { finishGroupWords, rangeWords } from './filterWords.ts';
import styles from './Histograms.module.css';

export interface HistogramsProps {
  /** Of all rows, and of those that all filters leave. */
  readonly charts: Charts;
  readonly brushes: Brushes;
  onBrush(brushes: Brushes): void;
  /** Figures of tokens that have a chart. */
  readonly figures: readonly FigureId[];
  /** More charts, after the others. */
  readonly children: ReactNode;
}

export function Histograms({ charts, brushes, onBrush, figures, children }: HistogramsProps) {
  const { characters, tokens, finish } = brushes;
  return (
    <div role="group" aria-label="Histograms" className={styles.strip}>
      <NumberChart
        name="Characters"
        chart={charts.numbers.characters}
        brush={characters}
        onBrush={(range) => {
          const { characters: _replaced, ...kept } = brushes;
          onBrush(range === undefined ? kept : { ...kept, characters: range });
        }}
      />
      <NumberChart
        name="Tokens"
        chart={charts.numbers.tokens}
        brush={tokens}
        onBrush={(range) => {
          const { tokens: _replaced, ...kept } = brushes;
          onBrush(range === undefined ? kept : { ...kept, tokens: range });
        }}
      />
      <FinishChart
        groups={charts.finish}
        brush={finish}
        onBrush={(groups) => {
          const { finish: _replaced, ...kept } = brushes;
          onBrush(groups === undefined ? kept : { ...kept, finish: groups });
        }}
      />
      {figures.map((id) => (
        <NumberChart
          key={id}
          name={figureKinds[id].name}
          chart={charts.numbers[id]}
          words={figureWords[id]}
          brush={brushes[id]}
          onBrush={(range) => {
            const { [id]: _replaced, ...kept } = brushes;
            onBrush(range === undefined ? kept : { ...kept, [id]: range });
          }}
        />
      ))}
      {children}
    </div>
  );
}

const figureWords = mapFigures((id) => (range: NumberRange) => figureRangeText(id, range));

function mapFigures<T>(make: (id: FigureId) => T): Readonly<Record<FigureId, T>> {
  // Sound: every id is there.
  return Object.fromEntries(figureIds.map((id) => [id, make(id)])) as Record<FigureId, T>;
}

/** Height of the bars in pixels. */
const chartHeight = 32;

interface NumberChartProps {
  readonly name: string;
  /** Absent until known. */
  readonly chart: Numbers | undefined;
  /** A range as people read it; of whole counts where absent. */
  readonly words?: (range: NumberRange) => string;
  readonly brush: NumberRange | undefined;
  /** Undefined when all of it is chosen. */
  onBrush(range: NumberRange | undefined): void;
}

function NumberChart({ name, chart, words = rangeWords, brush, onBrush }: NumberChartProps) {
  const { bins = [], shown: counts = [], unknown = 0, extent } = chart ?? {};
  const dragFrom = useRef(0);
  const [first, last] = [bins[0], bins.at(-1)];
  if (first === undefined || last === undefined || extent === undefined) {
    return (
      <div className={styles.chart}>
        <p className={styles.name}>{name}</p>
        <p className={styles.quiet}>No per-sample {name.toLowerCase().replace(/s$/, '')} counts</p>
      </div>
    );
  }
  const [min, max] = [first.from, last.to];
  const most = bins.reduce((highest, { count }) => Math.max(highest, count), 1);
  const widthOfBin = 100 / bins.length;
  const brushBins = (one: number, other: number): void => {
    const from = bins[Math.min(one, other)]?.from ?? min;
    const end = bins[Math.max(one, other) + 1]?.from;
    const to = end === undefined ? max : end - 1;
    if (from !== brush?.from || to !== brush.to) onBrush(from <= min && to >= max ? undefined : { from, to });
  };
  return (
    <div className={styles.chart}>
      <p className={styles.name}>
        {name} <span className={styles.quiet}>{words(brush ?? extent).replace(' to ', '…')}</span>
        {unknown > 0 ? <span className={styles.quiet}>{` · ${formatCount(unknown)} unknown`}</span> : null}
      </p>
      <svg
        className={styles.bars}
        viewBox={`0 0 100 ${chartHeight}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          const bin = binAt(event, bins.length);
          dragFrom.current = bin;
          brushBins(bin, bin);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) {
            brushBins(dragFrom.current, binAt(event, bins.length));
          }
        }}
      >
        {bins.map((bin, at) => (
          <g key={bin.from}>
            <Bar x={at * widthOfBin} width={widthOfBin} part={bin.count / most} className={styles.quietBar} />
            <Bar x={at * widthOfBin} width={widthOfBin} part={(counts[at] ?? 0) / most} className={styles.bar} />
          </g>
        ))}
      </svg>
      <RangeSlider
        label={name}
        min={min}
        max={max}
        from={Math.max(min, Math.min(max, brush?.from ?? min))}
        to={Math.max(min, Math.min(max, brush?.to ?? max))}
        textOf={(value) => words({ from: value, to: value })}
        onChange={(from, to) => onBrush(from <= min && to >= max ? undefined : { from, to })}
      />
      <VisuallyHidden>
        <table>
          <caption>{name} of all generations</caption>
          <thead>
            <tr>
              <th scope="col">{name}</th>
              <th scope="col">Generations</th>
              <th scope="col">Shown</th>
            </tr>
          </thead>
          <tbody>
            {bins.map((bin, at) => (
              <tr key={bin.from}>
                <th scope="row">{words({ from: bin.from, to: bin.to - 1 })}</th>
                <td>{formatCount(bin.count)}</td>
                <td>{formatCount(counts[at] ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </div>
  );
}

/** The bin that the pointer is over, or the nearest one. */
function binAt({ clientX, currentTarget }: PointerEvent<Element>, count: number): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  return Math.max(0, Math.min(count - 1, Math.floor(((clientX - left) / width) * count)));
}

interface BarProps {
  readonly x: number;
  readonly width: number;
  /** Of the highest bar. */
  readonly part: number;
  readonly className: string | undefined;
}

function Bar({ x, width, part, className }: BarProps) {
  if (part === 0) return null;
  // The lowest bar is still seen.
  const height = Math.max(1.5, part * chartHeight);
  return <rect className={className} x={x} y={chartHeight - height} width={width * 0.9} height={height} />;
}

interface FinishChartProps {
  readonly groups: readonly Ends[];
  readonly brush: readonly FinishGroup[] | undefined;
  onBrush(groups: readonly FinishGroup[] | undefined): void;
}

function FinishChart({ groups, brush, onBrush }: FinishChartProps) {
  const total = groups.reduce((sum, { all }) => sum + all, 0);
  return (
    <div className={styles.chart}>
      <p className={styles.name} id="finish-histogram">
        Finish reason
      </p>
      <ul className={styles.groups} aria-labelledby="finish-histogram">
        {groups.map(({ group, words, all: every, shown: left }) => {
          const isChecked = brush === undefined || brush.includes(group);
          return (
            <li
              key={group}
              className={styles.group}
              {...(words.length === 0 ? {} : tip(`As written: ${words.join(', ').slice(0, 200)}`))}
            >
              <Checkbox
                isChecked={isChecked}
                onChange={(isNowChecked) => {
                  const next = groups
                    .map((one) => one.group)
                    .filter((one) => (one === group ? isNowChecked : brush === undefined || brush.includes(one)));
                  onBrush(next.length === groups.length ? undefined : next);
                }}
              >
                {finishGroupWords(group)}
              </Checkbox>
              <svg className={styles.meter} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect className={styles.quietBar} width={(100 * every) / total} height={8} />
                <rect className={styles.bar} width={(100 * left) / total} height={8} />
              </svg>
              <span className={styles.count}>
                {left === every ? formatCount(every) : `${formatCount(left)} of ${formatCount(every)}`}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
