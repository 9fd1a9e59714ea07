// The figures of the reliability plot as a table.

import type { ReliabilityBin } from '../../../analysis/probability/reliability.ts';
import { formatCount, formatPercent } from '../../../words/numbers.ts';
import { rangeWords } from './expectedWords.ts';
import styles from './ReliabilityTable.module.css';

export function ReliabilityTable({ bins }: { readonly bins: readonly ReliabilityBin[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard
    <div className={styles.scroll} tabIndex={0} role="group" aria-label="Table of expected and observed">
      <table className={styles.table} aria-label="Expected and observed">
        <thead>
          <tr>
            <th scope="col">probability</th>
            <th scope="col">expected, mean</th>
            <th scope="col">observed</th>
            <th scope="col">95 % interval</th>
            <th scope="col">came</th>
            <th scope="col">agrees</th>
          </tr>
        </thead>
        <tbody>
          {bins.map((bin) => {
            const { from, expected, observed, interval, came, trials } = bin;
            const isWithin = interval.from <= expected && expected <= interval.to;
            return (
              <tr key={from}>
                <th scope="row">{rangeWords(bin)}</th>
                <td>{formatPercent(expected, 1)}</td>
                <td>{formatPercent(observed, 1)}</td>
                <td>{`${formatPercent(interval.from, 1)} to ${formatPercent(interval.to, 1)}`}</td>
                <td>{`${formatCount(came)} of ${formatCount(trials)}`}</td>
                <td>{isWithin ? 'yes' : expected > observed ? 'no: came less' : 'no: came more'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
