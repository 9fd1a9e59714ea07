// The line under the table, in the same tracks as the rows: what the shown generations add up to.

import type { SampleTotals } from '../../analysis/order/orderRequest.ts';
import { figureKinds } from '../../analysis/probability/figureKinds.ts';
import { figureText } from '../../analysis/probability/figureText.ts';
import type { ColumnId } from '../../state/view.ts';
import { tip } from '../../ui/tip.ts';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { formatCount } from '../../words/numbers.ts';
import { numericColumns } from './columns.ts';
import { figureSentence } from './figureWords.ts';
import styles from './TotalsRow.module.css';
import { distinctWords, finishWords } from './totals.ts';

export interface TotalsRowProps {
  readonly totals: SampleTotals;
  readonly columns: readonly ColumnId[];
}

export function TotalsRow({ totals, columns }: TotalsRowProps) {
  return (
    <div role="group" aria-label="Totals" className={styles.totals}>
      <span />
      {columns.map((column) => (
        <span key={column} className={styles.cell} data-numeric={numericColumns.has(column) || undefined}>
          <Total column={column} totals={totals} />
        </span>
      ))}
    </div>
  );
}

function Total({ column, totals }: { readonly column: ColumnId; readonly totals: SampleTotals }) {
  switch (column) {
    case 'index':
      return formatCount(totals.count);
    case 'output':
      return totals.groups === undefined ? '–' : distinctWords(totals.groups, totals.count);
    case 'finish':
      return totals.finish === undefined ? '–' : <PreviewText text={finishWords(totals.finish)} />;
    case 'tokens':
      return (
        <>
          {totals.areTokensEstimated ? '≈' : ''}
          <Sum value={totals.tokens} known={totals.withTokens} of={totals.count} what="tokens" />
        </>
      );
    case 'characters':
      return <Sum value={totals.characters} known={totals.withCharacters} of={totals.count} what="characters" />;
    case 'logprob':
    case 'perplexity':
    case 'lowest':
    case 'lowest16':
    case 'below':
    case 'total': {
      const value = totals.logprobs && figureKinds[column].valueOf(totals.logprobs);
      return totals.logprobs === undefined || value === undefined ? (
        '–'
      ) : (
        <span {...tip(figureSentence(column, totals.logprobs))}>{figureText(column, value)}</span>
      );
    }
    case 'link':
      return totals.linked === undefined ? '–' : `${formatCount(totals.linked)} of ${formatCount(totals.count)} linked`;
    case 'response':
    case 'prompt':
    case 'surprisal':
    case 'pattern1':
    case 'pattern2':
    case 'pattern3':
    case 'config':
    case 'id':
    case 'star':
    case 'note':
      return null;
  }
}

interface SumProps {
  readonly value: number | undefined;
  readonly known: number;
  readonly of: number;
  readonly what: string;
}

function Sum({ value, known, of, what }: SumProps) {
  if (value === undefined) return '–';
  if (known === of) return formatCount(value);
  return (
    <span
      className={styles.partial}
      {...tip(`${formatCount(known)} of ${formatCount(of)} generations have a count of ${what}`)}
    >
      {formatCount(value)}
    </span>
  );
}
