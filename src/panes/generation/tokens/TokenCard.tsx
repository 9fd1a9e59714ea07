// All that is known of one token: its probability, its place in its list, the list as bars with the mass it covers, and where the others went.

import { type ReactNode, useMemo } from 'react';
import {
  type Candidate,
  candidatesOf,
  marginOf,
  probabilityOf,
  rankOf,
  runnerUp,
  shownMass,
  shownProbability,
} from '../../../analysis/probability/measures.ts';
import type { Partings } from '../../../response/questions.ts';
import type { ChoiceRow } from '../../../response/rows.ts';
import type { ListedToken, Token } from '../../../response/tokens/token.ts';
import { useAnswer } from '../../../state/answer.ts';
import { classNames } from '../../../ui/classNames.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { VisibleRuns } from '../../../ui/VisibleText.tsx';
import { formatCount, formatDecimal, plural } from '../../../words/numbers.ts';
import { PlaceButton } from '../PlaceButton.tsx';
import { Takers } from './Takers.tsx';
import styles from './TokenCard.module.css';
import { takenAt } from './tokenPlace.ts';
import { bytesText, kindOf, kindWords, probabilityText, rankText, stateText } from './tokenWords.ts';
import type { Listing } from './useTokens.ts';

export interface TokenCardProps {
  readonly listing: Listing;
  readonly choice: Pick<ChoiceRow, 'pointer' | 'position'>;
  readonly at: number;
  readonly partings: Partings | undefined;
  /** It stays until it is closed, and what is on it can be pressed. */
  readonly isPinned: boolean;
  readonly onClose: () => void;
}

export function TokenCard({ listing, choice, at, partings, isPinned, onClose }: TokenCardProps) {
  const { pointer, position } = choice;
  const asked = useAnswer(`token ${pointer} ${position} ${at}`, (questions) =>
    questions.tokensAt(pointer, position, [at]),
  );
  const listed = listing.tokens[at];
  // The answer of another token stays until this one's is there.
  const token = asked.value?.find((one) => one.pointer === listed?.pointer);
  if (listed === undefined) return null;
  const rank = token && rankOf(token);
  return (
    <section className={styles.card} aria-label="Token" data-pinned={isPinned || undefined}>
      <header className={styles.head}>
        <h3 className={styles.text}>
          <VisibleRuns text={listed.text} showInvisible isPartial everySpace />
        </h3>
        <span className={styles.place}>{`token ${formatCount(at + 1)} of ${formatCount(listing.tokens.length)}`}</span>
        {isPinned ? <IconButton icon="x" label="Close token" keys="Escape" onClick={onClose} /> : null}
      </header>
      <dl className={styles.figures}>
        <Figure name="Probability" value={ownProbability(listed)} />
        <Figure name="Logprob as written" value={<code>{listed.lexeme === '' ? 'absent' : listed.lexeme}</code>} />
        <Figure name="Rank" value={rank === undefined ? '–' : rankText(rank)} />
      </dl>
      <Remarks token={listed} />
      {token === undefined ? (
        <p className={styles.empty}>{asked.problem ?? ' '}</p>
      ) : token.alternatives.length === 0 ? (
        <p className={styles.empty}>No alternatives are listed for this token.</p>
      ) : (
        <Candidates token={token} listing={listing} at={at} partings={partings} />
      )}
    </section>
  );
}

function ownProbability(token: ListedToken): string {
  const probability = probabilityOf(token);
  return probability === undefined ? stateText(token) : probabilityText(probability);
}

/** What is out of the ordinary about it. */
function Remarks({ token }: { readonly token: ListedToken }) {
  const kind = kindOf(token);
  const remarks = [
    kind === 'answer' ? '' : `${kindWords[kind]}: not in averages`,
    token.group === undefined ? '' : 'spells a character together with its neighbours',
    token.bytes !== undefined && (token.group !== undefined || token.text.includes('\\x'))
      ? `bytes ${bytesText(token.bytes)}`
      : '',
    token.sampled === undefined ? '' : `after the sampling parameters: ${token.sampled.lexeme}`,
    token.id === undefined ? '' : `id ${token.id}`,
  ].filter((remark) => remark !== '');
  return remarks.length === 0 ? null : <p className={styles.remarks}>{remarks.join(' · ')}</p>;
}

interface CandidatesProps {
  readonly token: Token;
  readonly listing: Listing;
  readonly at: number;
  readonly partings: Partings | undefined;
}

function Candidates({ token, listing, at, partings }: CandidatesProps) {
  const candidates = useMemo(() => candidatesOf(token), [token]);
  const taken = useMemo(() => partings && takenAt(listing, token, at, partings), [listing, token, at, partings]);
  const order = useMemo(() => byLikelihood(candidates), [candidates]);
  const mass = shownMass(token);
  const rest = mass === undefined ? undefined : Math.max(0, 1 - mass);
  const listedCount = token.alternatives.length;
  const isAdded = candidates.length > listedCount;
  return (
    <>
      <table className={styles.list} aria-label="Alternatives">
        <tbody>
          {order.map((place) => {
            const one = candidates[place] as Candidate;
            return <Row key={one.pointer} candidate={one} taken={taken?.by[place] ?? []} />;
          })}
          {rest === undefined ? null : (
            <tr className={styles.rest}>
              <td />
              <th scope="row">not shown</th>
              <td className={styles.share}>{probabilityText(rest)}</td>
              <td className={styles.barCell}>
                <span className={styles.bar} style={{ width: `${100 * rest}%` }} />
              </td>
              <td>{taken === undefined || taken.elsewhere.length === 0 ? null : <By positions={taken.elsewhere} />}</td>
            </tr>
          )}
        </tbody>
      </table>
      <footer className={styles.foot}>
        {mass === undefined ? null : (
          <span>
            {isAdded
              ? `The ${formatCount(listedCount)} listed and the chosen one cover ${probabilityText(mass)}`
              : `Top ${formatCount(listedCount)} cover ${probabilityText(mass)}`}
          </span>
        )}
        <RunnerUp token={token} />
        {taken === undefined || taken.parted === 0 ? null : (
          <span>{`${plural(taken.parted, 'other')} parted before`}</span>
        )}
        {partings === undefined || partings.leftOut === 0 ? null : (
          <span>{`${plural(partings.leftOut, 'generation')} not looked at`}</span>
        )}
      </footer>
    </>
  );
}

function Row({ candidate, taken }: { readonly candidate: Candidate; readonly taken: readonly number[] }) {
  const probability = probabilityOf(candidate);
  const shown = probability === undefined ? 0 : shownProbability(probability);
  return (
    <tr className={classNames(candidate.isChosen && styles.chosen)}>
      <td className={styles.sign}>{candidate.isChosen ? <Icon name="check" /> : null}</td>
      <th scope="row" className={styles.candidate}>
        <PlaceButton pointer={candidate.pointer} title={`log probability ${candidate.lexeme}`}>
          <VisibleRuns text={candidate.text} showInvisible isPartial everySpace />
        </PlaceButton>
        {candidate.isAdded ? <span className={styles.added}>not in the list</span> : null}
      </th>
      <td className={styles.share}>
        {probability === undefined ? stateText(candidate) : probabilityText(probability)}
      </td>
      <td className={styles.barCell}>
        <span className={styles.bar} style={{ width: `${100 * shown}%` }} />
      </td>
      <td>{taken.length === 0 ? null : <By positions={taken} />}</td>
    </tr>
  );
}

function By({ positions }: { readonly positions: readonly number[] }) {
  return (
    <span className={styles.by}>
      taken by <Takers positions={positions} />
    </span>
  );
}

function RunnerUp({ token }: { readonly token: Token }) {
  const next = runnerUp(token);
  const margin = marginOf(token);
  if (next === undefined || margin === undefined) return null;
  const points = `${formatDecimal(Math.abs(margin) * 100, 1)} points ${margin < 0 ? 'ahead' : 'behind'}`;
  return (
    <span>
      {'runner-up '}
      <span className={styles.quoted}>
        <VisibleRuns text={next.text} showInvisible isPartial everySpace />
      </span>
      {` ${points}`}
    </span>
  );
}

/** Places of the candidates, the likeliest first; the chosen one that the list does not hold comes last. */
function byLikelihood(candidates: readonly Candidate[]): readonly number[] {
  const value = (at: number): number => {
    const one = candidates[at];
    return one === undefined || one.isAdded ? Number.NEGATIVE_INFINITY : (one.logprob ?? -1e300);
  };
  return candidates.map((_, at) => at).sort((one, other) => value(other) - value(one) || one - other);
}

function Figure({ name, value }: { readonly name: string; readonly value: ReactNode }) {
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
