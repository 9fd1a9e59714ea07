// The fields that all calls have with one value, folded away: they answer no question until somebody asks.

import type { CallField } from '../../analysis/calls/callMatrix.ts';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { plural } from '../../words/numbers.ts';
import styles from './CallsPane.module.css';

/** Drawn at once. */
const mostShown = 200;

export function EqualFields({ fields, leftOut }: { readonly fields: readonly CallField[]; readonly leftOut: number }) {
  if (fields.length === 0 && leftOut === 0) return null;
  return (
    <details className={styles.equal}>
      <summary>
        {plural(fields.length, 'field')} {fields.length === 1 ? 'is' : 'are'} the same in all
        {leftOut > 0 ? `; ${plural(leftOut, 'value')} of further fields left out` : ''}
      </summary>
      <ul>
        {fields.slice(0, mostShown).map(({ path, value }) => (
          <li key={path}>
            <PreviewText text={path} /> = <PreviewText text={value} />
          </li>
        ))}
        {fields.length > mostShown ? <li>and {plural(fields.length - mostShown, 'more field')}</li> : null}
      </ul>
    </details>
  );
}
