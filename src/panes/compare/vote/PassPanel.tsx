// How likely one of k samples passes, where something says which of them do: what is gone by, as a person's choice, and pass@k with its interval.

import { useState } from 'react';
import { ksOf, passInterval } from '../../../analysis/vote/passAtK.ts';
import type { PassedBy } from '../../../analysis/vote/passedBy.ts';
import type { SampleList } from '../../../response/samples/sampleList.ts';
import { useStore } from '../../../state/store.ts';
import { MenuButton } from '../../../ui/MenuButton.tsx';
import { tip } from '../../../ui/tip.ts';
import { formatCount, formatDigits, formatPercent, plural } from '../../../words/numbers.ts';
import styles from './PassPanel.module.css';
import { usePassed } from './usePassed.ts';
import { intervalWords } from './voteWords.ts';

const formula =
  'pass@k = 1 − C(n − c, k) ÷ C(n, k) for c of n samples that pass: the chance that one of k passes. Interval, 95 %: the ends p of Wilson’s interval of c ÷ n, as 1 − (1 − p)^k.';

export function PassPanel({ rows }: { readonly rows: SampleList }) {
  const { by, isChosen, fields, from, counts } = usePassed(rows);
  const choose = (passedBy: PassedBy): void => useStore.getState().changeView((view) => ({ ...view, passedBy }));
  const chosenId = by.kind === 'field' ? by.path : by.kind;
  return (
    <section className={styles.panel} aria-labelledby="vote-pass">
      <div className={styles.head}>
        <h3 id="vote-pass" className={styles.title} {...tip(formula)}>
          pass@k
        </h3>
        <span className={styles.by}>
          <span aria-hidden="true">passes by</span>
          <MenuButton
            label="What says that a sample passes"
            variant="outline"
            selected={[chosenId]}
            entries={[
              { id: 'nothing', label: 'Nothing' },
              { id: 'stars', label: 'Stars', hint: 'Starred samples pass, the others do not' },
              ...fields.map(({ path, kind }) => ({
                id: path,
                label: path,
                hint: kind === 'number' ? 'Numbers, passing from one on' : undefined,
              })),
            ]}
            onAction={(id) => {
              const field = fields.find(({ path }) => path === id);
              if (field) choose({ kind: 'field', path: field.path });
              else if (id === 'stars' || id === 'nothing') choose({ kind: id });
            }}
          >
            {by.kind === 'field' ? by.path : by.kind}
          </MenuButton>
          {by.kind === 'field' && from !== undefined ? (
            <LeastPassing key={from} from={from} onChange={(least) => choose({ ...by, from: least })} />
          ) : null}
          {by.kind === 'field' && (!isChosen || (from !== undefined && by.from === undefined)) ? (
            <span className={styles.quiet}>a guess</span>
          ) : null}
        </span>
      </div>
      {counts === undefined ? (
        <p className={styles.quiet}>
          {by.kind === 'nothing'
            ? `Star the samples that pass${fields.length > 0 ? ', or choose a field that says it' : '; the response holds no field that says it'}.`
            : '–'}
        </p>
      ) : (
        <PassTable {...counts} />
      )}
    </section>
  );
}

function LeastPassing({ from, onChange }: { readonly from: number; onChange(from: number): void }) {
  const [draft, setDraft] = useState(String(from));
  const apply = (): void => {
    const typed = Number(draft);
    if (draft.trim() !== '' && Number.isFinite(typed) && typed !== from) onChange(typed);
  };
  return (
    <label className={styles.least}>
      from
      <input
        type="text"
        inputMode="decimal"
        aria-label="Least number that passes"
        className={styles.input}
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={apply}
        onKeyDown={(event) => {
          if (event.key === 'Enter') apply();
        }}
      />
    </label>
  );
}

interface PassTableProps {
  readonly passed: number;
  readonly judged: number;
  readonly all: number;
}

function PassTable({ passed, judged, all }: PassTableProps) {
  const unjudged = all - judged;
  return (
    <>
      <p className={styles.words}>
        {formatCount(passed)} of {plural(judged, 'sample')} {passed === 1 ? 'passes' : 'pass'}.
        {unjudged > 0 ? ` ${plural(unjudged, 'sample')} without a verdict left out.` : ''}
      </p>
      {judged === 0 ? null : (
        <table className={styles.table} aria-label="pass@k">
          <thead>
            <tr>
              <th scope="col">k</th>
              <th scope="col">pass@k</th>
              <th scope="col">95 % interval</th>
            </tr>
          </thead>
          <tbody>
            {ksOf(judged).map((k) => {
              const { estimate, interval } = passInterval(judged, passed, k);
              return (
                <tr key={k}>
                  <th scope="row">{formatCount(k)}</th>
                  <td {...tip(formatDigits(estimate, 10))}>{formatPercent(estimate, 1)}</td>
                  <td>{intervalWords(interval)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <p className={styles.quiet}>{formula}</p>
    </>
  );
}
