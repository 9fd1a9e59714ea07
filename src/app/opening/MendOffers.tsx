// What would mend a text: each with the lines that it changes, what goes struck out and what comes underlined. Nothing is done before a person says so.

import type { MendedLine, OfferedMend } from '../../response/loadEvents.ts';
import { Button } from '../../ui/Button.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { plural } from '../../words/numbers.ts';
import styles from './MendOffers.module.css';

interface MendOffersProps {
  readonly mends: readonly OfferedMend[];
  readonly onMend: (mend: OfferedMend) => void;
}

export function MendOffers({ mends, onMend }: MendOffersProps) {
  return (
    <section className={styles.offers} aria-label="Mends">
      <h3 className={styles.heading}>{mends.length === 1 ? 'This would mend it' : 'One of these would mend it'}</h3>
      <ul className={styles.list}>
        {mends.map((mend) => (
          <li key={mend.title + JSON.stringify(mend.edits)} className={styles.mend}>
            <div className={styles.top}>
              <span className={styles.title}>{mend.title}</span>
              <Button variant="outline" aria-label={`Apply: ${mend.title}`} onClick={() => onMend(mend)}>
                Apply
              </Button>
            </div>
            <pre className={styles.difference} role="group" aria-label={`Difference: ${mend.title}`}>
              {mend.lines.map((line) => (
                <Line key={line.line} line={line} />
              ))}
            </pre>
            {mend.more === 0 ? null : <p className={styles.more}>and {plural(mend.more, 'more place')}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ line: { line, isCutLeft, isCutRight, pieces } }: { readonly line: MendedLine }) {
  return (
    <span className={styles.line}>
      <span className={styles.number} aria-hidden="true">
        {line}
      </span>
      <code>
        {isCutLeft ? '…' : ''}
        {pieces.map(({ text, change }, at) => {
          const key = `${at} ${change}`;
          if (change === 'in')
            return (
              <ins key={key} className={styles.in}>
                <VisuallyHidden>insert </VisuallyHidden>
                {text}
              </ins>
            );
          if (change === 'out')
            return (
              <del key={key} className={styles.out}>
                <VisuallyHidden>remove </VisuallyHidden>
                {text}
              </del>
            );
          return text;
        })}
        {isCutRight ? '…' : ''}
      </code>
      {'\n'}
    </span>
  );
}
