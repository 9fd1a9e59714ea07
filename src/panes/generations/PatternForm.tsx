// A small form for a regular expression of the person's own; one that is none is refused in words.

import { useId, useState } from 'react';
import { longestPattern } from '../../analysis/capture.ts';
import { patternProblem, problemSentence } from '../../analysis/pattern.ts';
import { Button } from '../../ui/Button.tsx';
import { formatCount } from '../../words/numbers.ts';
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
        const refusal = refusalOf(draft);
        if (refusal !== undefined) {
          setProblem(refusal);
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

/** Why it is not taken; undefined when it is. */
function refusalOf(source: string): string | undefined {
  if (source.length > longestPattern) {
    return `A pattern has at most ${longestPattern} characters, because it stands in the address; this one has ${formatCount(source.length)}.`;
  }
  const problem = patternProblem({ source, isCaseMatched: true });
  return problem && problemSentence(problem);
}
