// A small form for a regular expression of the person's own; one that is none is refused in words.

import { useId, useState } from 'react';
import { longestPattern, patternOf } from '../../analysis/capture.ts';
import { Button } from '../../ui/Button.tsx';
import charts from './Histograms.module.css';
import styles from './PatternCharts.module.css';

export function PatternForm({ onAdd }: { readonly onAdd: (source: string) => void }) {
  const [draft, setDraft] = useState('');
  const [problem, setProblem] = useState<string>();
  const id = useId();
  return (
    <form
      className={charts.chart}
      onSubmit={(event) => {
        event.preventDefault();
        const pattern = patternOf(draft);
        if ('problem' in pattern) {
          setProblem(pattern.problem);
        } else if (draft !== '') {
          setDraft('');
          onAdd(draft);
        }
      }}
    >
      <p className={charts.name} id={id}>
        Own pattern, as a column
      </p>
      <div className={styles.form}>
        <input
          type="text"
          aria-label="Regular expression over outputs"
          aria-describedby={id}
          aria-invalid={problem === undefined ? undefined : true}
          className={styles.input}
          placeholder="score: (\d+)"
          value={draft}
          maxLength={longestPattern}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setDraft(event.currentTarget.value);
            setProblem(undefined);
          }}
        />
        <Button type="submit" variant="outline" disabled={draft === ''}>
          Add a pattern
        </Button>
      </div>
      {problem === undefined ? null : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
