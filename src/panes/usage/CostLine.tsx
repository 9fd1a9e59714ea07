// What the response cost by the prices that the person entered, with the formula, or which price is missing.

import { Fragment, useState } from 'react';
import type { OpenDocument } from '../../state/documents.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { preloadable } from '../../ui/preloadable.tsx';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { formatAmount, formatCount, plural } from '../../words/numbers.ts';
import { costsOf, type CostLine as Line } from './costs.ts';
import styles from './UsageNotes.module.css';

const priceDialog = preloadable(() => import('./PriceDialog.tsx').then((module) => module.PriceDialog));

/** Formulas that are listed; of more the rest is counted. */
const mostLines = 50;

export function CostLine({ document }: { readonly document: OpenDocument }) {
  const prices = useStore((state) => state.preferences.prices);
  const [editing, setEditing] = useState<string>();
  if (document.load === 'loading' || document.providers.length === 0) return null;
  const { lines, total, hasCurrencies } = costsOf(document.providers, document.usage, prices);
  const [first] = lines;
  const models = [...new Set(lines.flatMap(({ model }) => (model === undefined ? [] : [model])))];
  const dialog =
    editing === undefined ? null : <priceDialog.Part model={editing} onClose={() => setEditing(undefined)} />;
  if (lines.length === 1 && first !== undefined) {
    return (
      <div className={styles.sentence}>
        <LineWords line={first} onSetPrice={setEditing} />
        {dialog}
      </div>
    );
  }
  const missing = models.filter((model) => lines.some((line) => line.model === model && line.missing === 'price'));
  return (
    <div className={styles.sentence}>
      {total === undefined ? (
        <span className={styles.quiet}>
          {hasCurrencies
            ? 'No total: the prices are in different currencies.'
            : `Cost: ${formatCount(lines.filter((line) => line.cost !== undefined).length)} of ${plural(lines.length, 'provider response')} can be priced.`}
        </span>
      ) : (
        <span>
          Cost{' '}
          <strong>
            {total.currency} {formatAmount(total.amount)}
          </strong>
          , the sum of {plural(lines.length, 'provider response')}
        </span>
      )}
      {(missing.length > 0 ? missing : models).slice(0, 5).map((model) => (
        <Fragment key={model}>
          {' '}
          <Button variant="link" className={styles.link} onClick={() => setEditing(model)}>
            {missing.length > 0 ? 'Set' : 'Change'} price of{' '}
            <PreviewText text={model} maxLength={80} className={styles.model} />
          </Button>
        </Fragment>
      ))}
      <details className={styles.formulas}>
        <summary>Formulas</summary>
        <ul>
          {lines.slice(0, mostLines).map((line) => (
            <li key={line.position}>
              <span className={styles.quiet}>Provider {line.position}:</span>{' '}
              {line.cost === undefined ? missingWords(line) : line.cost.formula}
            </li>
          ))}
          {lines.length > mostLines ? (
            <li>and {formatCount(lines.length - mostLines)} more, which are in the sum</li>
          ) : null}
        </ul>
      </details>
      {dialog}
    </div>
  );
}

function LineWords({ line, onSetPrice }: { readonly line: Line; readonly onSetPrice: (model: string) => void }) {
  const { model, cost } = line;
  return (
    <>
      {cost === undefined ? (
        <span className={styles.quiet}>{missingWords(line)}</span>
      ) : (
        <span className={styles.formula}>
          Cost: {cost.formula}
          <span className={styles.quiet}>
            {' '}
            · from {line.from === 'provider' ? "the provider's counts" : "the response's own usage"}
          </span>
        </span>
      )}
      {model === undefined ? null : (
        <>
          {' '}
          <Button variant="link" className={styles.link} onClick={() => onSetPrice(model)}>
            {line.missing === 'price' ? 'Set price' : 'Change price'}
          </Button>
        </>
      )}
    </>
  );
}

function missingWords({ missing, model }: Line) {
  if (missing === 'model') return 'No cost: the provider response names no model.';
  if (missing === 'counts') return 'No cost: prompt or generation tokens are not stated.';
  return (
    <>
      No price set for <PreviewText text={model ?? ''} maxLength={80} className={styles.model} />.
    </>
  );
}
