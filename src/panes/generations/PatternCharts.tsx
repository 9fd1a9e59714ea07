// The person's own patterns beside the charts: what each finds how often, whether it narrows the table, and a form for another one.

import { useMemo } from 'react';
import { countValues } from '../../analysis/capture.ts';
import { type OwnPattern, patternColumns } from '../../state/view.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { formatCount, plural } from '../../words/numbers.ts';
import charts from './Histograms.module.css';
import styles from './PatternCharts.module.css';
import { PatternForm } from './PatternForm.tsx';
import { type FoundByPatterns, longestLookedAt, patternDeadlineMs } from './usePatterns.ts';

export interface PatternChartsProps {
  readonly patterns: readonly OwnPattern[];
  readonly patternsFound: FoundByPatterns;
  onChange(patterns: readonly OwnPattern[]): void;
}

const mostValues = 3;
const noValues = { counts: new Int32Array(0), valueAt: new Int32Array(0), values: [] };

export function PatternCharts({ patterns, patternsFound, onChange }: PatternChartsProps) {
  return (
    <>
      {patterns.map((pattern, at) => (
        <PatternChart
          key={patternColumns[at]}
          pattern={pattern}
          at={at}
          patternsFound={patternsFound}
          onRemove={() => onChange(patterns.filter((_, other) => other !== at))}
          onShow={(shows) => onChange(patterns.map((one, other) => (other === at ? { ...one, shows } : one)))}
        />
      ))}
      {patterns.length < patternColumns.length ? (
        <PatternForm onAdd={(source) => onChange([...patterns, { source, shows: 'all' }])} />
      ) : null}
    </>
  );
}

interface PatternChartProps {
  readonly pattern: OwnPattern;
  readonly at: number;
  readonly patternsFound: FoundByPatterns;
  onRemove(): void;
  onShow(shows: OwnPattern['shows']): void;
}

function PatternChart({ pattern, at, patternsFound, onRemove, onShow }: PatternChartProps) {
  const { found, stopped, cutCount, again } = patternsFound;
  const own = found[at];
  const { values, others, total } = useMemo(() => countValues(own ?? noValues, mostValues), [own]);
  const name = `/${pattern.source}/`;
  return (
    <div className={charts.chart} role="group" aria-label={`Pattern ${name}`}>
      <div className={styles.head}>
        <bdi className={styles.source}>{name}</bdi>
        <IconButton icon="x" label={`Remove pattern ${name}`} onClick={onRemove} />
      </div>
      {stopped === undefined ? (
        <ul className={charts.groups}>
          {values.map(({ value, count }) => (
            <li key={value === undefined ? 'none' : `value ${value}`} className={charts.group}>
              {value ? (
                <PreviewText text={value} className={styles.value} />
              ) : (
                <span className={charts.quiet}>{value === undefined ? 'no match' : 'empty match'}</span>
              )}
              <svg className={charts.meter} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect className={charts.quietBar} width={100} height={8} />
                <rect className={charts.bar} width={(100 * count) / Math.max(1, total)} height={8} />
              </svg>
              <span className={charts.count}>{formatCount(count)}</span>
            </li>
          ))}
          {others > 0 ? <li className={charts.quiet}>{`and ${plural(others, 'other value')}`}</li> : null}
        </ul>
      ) : (
        <p className={styles.problem} role="alert">
          {stopped.why === 'deadline'
            ? `Stopped after ${patternDeadlineMs / 1000} seconds: a simpler pattern may find it in time. `
            : `Stopped: ${stopped.message}. `}
          <Button variant="link" onClick={again}>
            Try again
          </Button>
        </p>
      )}
      {cutCount > 0 ? (
        <p className={charts.quiet}>
          {`Looks at the first ${formatCount(longestLookedAt)} characters of ${plural(cutCount, 'longer output')}.`}
        </p>
      ) : null}
      <SegmentedControl
        label={`Show outputs by ${name}`}
        options={[
          { value: 'all', label: 'All' },
          { value: 'matching', label: 'Matching' },
          { value: 'other', label: 'Others' },
        ]}
        value={pattern.shows}
        onChange={onShow}
      />
    </div>
  );
}
