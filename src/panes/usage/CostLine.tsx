// What the response cost by the prices that the person entered, with the formula, or which price is missing.

import { Fragment, useMemo, useState } from 'react';
import type { OpenDocument } from '../../state/documents.ts';
import { useOfferedCommands } from '../../state/offeredCommands.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { preloadable } from '../../ui/preloadable.tsx';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { formatAmount, formatCount, plural } from '../../words/numbers.ts';
import { costsOf, type CostLine as Line } from './costs.ts';
import styles from './UsageNotes.module.css';

const priceDialog = preloadable(() => import('./PriceDialog.tsx').then((module) => module.PriceDialog));

export function CostLine({ document }: { readonly document: OpenDocument }) {
  const prices = useStore((state) => state.preferences.prices);
  const [editing, setEditing] = useState<string>();
  const { providers, usage } = document;
  const own = usage?.usage;
  const costs = useMemo(() => costsOf(providers, own, prices), [providers, own, prices]);
  useOfferedCommands(() =>
    providers.models.models.map((model) => ({
      id: `price-${model}`,
      label: `${costs.unpriced.includes(model) ? 'Set' : 'Change'} the price of ${model}`,
      group: 'View',
      run: () => setEditing(model),
    })),
  );
  if (document.load === 'loading' || providers.length === 0) return null;
  const { lines, count, pricedCount, unpriced, total, hasCurrencies } = costs;
  const [first] = lines;
  const dialog =
    editing === undefined ? null : <priceDialog.Part model={editing} onClose={() => setEditing(undefined)} />;
  if (count === 1 && first !== undefined) {
    return (
      <div className={styles.sentence}>
        <LineWords line={first} onSetPrice={setEditing} />
        {dialog}
      </div>
    );
  }
  return (
    <div className={styles.sentence}>
      {total === undefined ? (
        <span className={styles.quiet}>
          {hasCurrencies
            ? 'No total: the prices are in different currencies.'
            : `Cost: ${formatCount(pricedCount)} of ${plural(count, 'provider response')} can be priced.`}
        </span>
      ) : (
        <span>
          Cost{' '}
          <strong>
            {total.currency} {formatAmount(total.amount)}
          </strong>
          , the sum of {plural(count, 'provider response')}
        </span>
      )}
      {(unpriced.length > 0 ? unpriced : providers.models.models).slice(0, 5).map((model) => (
        <Fragment key={model}>
          {' '}
          <Button variant="link" className={styles.link} onClick={() => setEditing(model)}>
            {unpriced.length > 0 ? 'Set' : 'Change'} price of{' '}
            <PreviewText text={model} maxLength={80} className={styles.model} />
          </Button>
        </Fragment>
      ))}
      <details className={styles.formulas}>
        <summary>Formulas</summary>
        <ul>
          {lines.map((line) => (
            <li key={line.position}>
              <span className={styles.quiet}>Provider {line.position}:</span>{' '}
              {line.cost === undefined ? missingWords(line) : line.cost.formula}
            </li>
          ))}
          {count > lines.length ? <li>and {formatCount(count - lines.length)} more, which are in the sum</li> : null}
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
