// Which other generations went a way: their names, each of which leads to the generation; of many the first and how many more.

import { generationName } from '../../../response/generationNames.ts';
import { useDocument, useStore } from '../../../state/store.ts';
import { formatCount } from '../../../words/numbers.ts';
import styles from './Takers.module.css';

const mostNamed = 4;

export function Takers({ positions }: { readonly positions: readonly number[] }) {
  const { rows } = useDocument();
  const named = positions.length > mostNamed + 1 ? positions.slice(0, mostNamed) : positions;
  const more = positions.length - named.length;
  return (
    <span className={styles.takers}>
      {named.map((position, at) => {
        const row = rows.at(position);
        return row === undefined ? null : (
          <span key={position}>
            <button
              type="button"
              className={styles.taker}
              onClick={(event) => {
                // The row or token around it is no part of what was pressed.
                event.stopPropagation();
                useStore.getState().select(row.pointer, 'generation');
              }}
            >
              {generationName(row.label)}
            </button>
            {at < named.length - 1 ? ',' : ''}
          </span>
        );
      })}
      {more > 0 ? <span>{`and ${formatCount(more)} more`}</span> : null}
    </span>
  );
}
