// The least certain tokens of an answer as a table: what was chosen, what would have been likelier, and who went another way. The way along them
// is the key u.

import { useMemo, useState } from 'react';
import { candidatesOf, probabilityOf, rankOf } from '../../../analysis/probability/measures.ts';
import type { Partings } from '../../../response/questions.ts';
import type { ChoiceRow } from '../../../response/rows.ts';
import type { ListedToken, Token } from '../../../response/tokens/token.ts';
import { useAnswer } from '../../../state/answer.ts';
import { useStore } from '../../../state/store.ts';
import { Button } from '../../../ui/Button.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { VisibleRuns } from '../../../ui/VisibleText.tsx';
import { formatCount } from '../../../words/numbers.ts';
import styles from './LeastCertain.module.css';
import { doubtfulCount } from './leastCertain.ts';
import { Takers } from './Takers.tsx';
import { takenAt } from './tokenPlace.ts';
import { probabilityText } from './tokenWords.ts';
import type { Listing } from './useTokens.ts';

export interface LeastCertainProps {
  readonly listing: Listing;
  readonly choice: Pick<ChoiceRow, 'pointer' | 'position'>;
  /** Places of tokens, the least likely first. */
  readonly order: readonly number[];
  readonly partings: Partings | undefined;
  readonly selected: number | undefined;
  readonly onGo: (at: number) => void;
}

const rowsAtFirst = 20;
const rowsMore = 50;

export function LeastCertain({ listing, choice, order, partings, selected, onGo }: LeastCertainProps) {
  const hasSingleKeys = useStore((state) => state.preferences.hasSingleKeys);
  const [most, setMost] = useState(rowsAtFirst);
  const all = useMemo(() => order.slice(0, doubtfulCount(listing.tokens, order)), [listing, order]);
  const shown = useMemo(() => all.slice(0, most), [all, most]);
  const { pointer, position } = choice;
  const asked = useAnswer(
    shown.length === 0 ? undefined : `tokens at ${pointer} ${position} ${shown.join(' ')}`,
    (questions) => questions.tokensAt(pointer, position, shown),
  );
  const details = useMemo(() => new Map(asked.value?.map((token) => [token.pointer, token])), [asked.value]);
  if (shown.length === 0) return null;
  return (
    <section className={styles.least} aria-label="Least certain">
      <header className={styles.head}>
        <h3 className={styles.title}>Least certain</h3>
        {hasSingleKeys ? (
          <span className={styles.keys} aria-hidden="true">
            walk with <Kbd keys="U" />
          </span>
        ) : null}
      </header>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label="Least certain tokens">
          <thead>
            <tr>
              <th scope="col" className={styles.number}>
                Token
              </th>
              <th scope="col">Text</th>
              <th scope="col" className={styles.number}>
                Chosen
              </th>
              <th scope="col" className={styles.number}>
                Logprob
              </th>
              <th scope="col" className={styles.number}>
                Rank
              </th>
              <th scope="col">Instead, most likely</th>
              {partings === undefined ? null : <th scope="col">Taken by others</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map((at) => {
              const token = listing.tokens[at];
              return token === undefined ? null : (
                <Row
                  key={at}
                  at={at}
                  token={token}
                  detail={details.get(token.pointer)}
                  listing={listing}
                  partings={partings}
                  isSelected={at === selected}
                  onGo={onGo}
                />
              );
            })}
          </tbody>
        </table>
      </div>
      {all.length > shown.length ? (
        <p className={styles.more}>
          <Button variant="outline" onClick={() => setMost(most + rowsMore)}>
            {`Show more, ${formatCount(shown.length)} of ${formatCount(all.length)} are listed`}
          </Button>
        </p>
      ) : null}
    </section>
  );
}

interface RowProps {
  readonly at: number;
  readonly token: ListedToken;
  readonly detail: Token | undefined;
  readonly listing: Listing;
  readonly partings: Partings | undefined;
  readonly isSelected: boolean;
  readonly onGo: (at: number) => void;
}

const mostInstead = 2;

function Row({ at, token, detail, listing, partings, isSelected, onGo }: RowProps) {
  const candidates = useMemo(() => (detail === undefined ? [] : candidatesOf(detail)), [detail]);
  const instead = candidates
    .filter(({ isChosen, logprob }) => !isChosen && logprob !== null)
    .sort((one, other) => (other.logprob ?? 0) - (one.logprob ?? 0))
    .slice(0, mostInstead);
  const taken = useMemo(
    () => partings && detail && takenAt(listing, detail, at, partings),
    [listing, detail, at, partings],
  );
  const rank = detail && rankOf(detail);
  const ways = candidates.flatMap((one, place) => {
    const by = taken?.by[place] ?? [];
    return one.isChosen || by.length === 0 ? [] : [{ one, by }];
  });
  return (
    <tr aria-current={isSelected ? 'true' : undefined} onClick={() => onGo(at)}>
      <td className={styles.number}>{formatCount(at + 1)}</td>
      <th scope="row" className={styles.token}>
        <button type="button" onClick={() => onGo(at)}>
          <VisibleRuns text={token.text} showInvisible isPartial everySpace />
        </button>
      </th>
      <td className={styles.number}>{probabilityText(probabilityOf(token) ?? 0)}</td>
      <td className={styles.lexeme}>{token.lexeme}</td>
      <td className={styles.number}>
        {rank === undefined ? '–' : rank.isAtLeast ? `≥ ${formatCount(rank.rank)}` : formatCount(rank.rank)}
      </td>
      <td>
        {instead.map((one) => (
          <span key={one.pointer} className={styles.way}>
            <VisibleRuns text={one.text} showInvisible isPartial everySpace />
            <span className={styles.share}>{probabilityText(probabilityOf(one) ?? 0)}</span>
          </span>
        ))}
      </td>
      {partings === undefined ? null : (
        <td>
          {ways.length === 0 ? <span className={styles.share}>–</span> : null}
          {ways.map(({ one, by }) => (
            <span key={one.pointer} className={styles.way}>
              <VisibleRuns text={one.text} showInvisible isPartial everySpace />
              <span className={styles.takers}>
                <Takers positions={by} />
              </span>
            </span>
          ))}
        </td>
      )}
    </tr>
  );
}
