// The surprisal along the text of a row as a small chart: one bar per token, the same scale in all rows. Only rows on screen ask for theirs. A press
// on a bar selects its token.

import type { MouseEvent } from 'react';
import { useAnswer, useQuestions } from '../../state/answer.ts';
import { useDocument, useStore } from '../../state/store.ts';
import { tip } from '../../ui/tip.ts';
import styles from './SurprisalCell.module.css';
import type { ShownRow } from './shownRows.ts';
import { barAt, barsPath, choicePlace, mostBars, surprisalSentence } from './surprisalBars.ts';

/** Height of the chart in pixels, as in its view box. */
const height = 18;

export function SurprisalCell({ row }: { readonly row: ShownRow }) {
  const document = useDocument();
  const questions = useQuestions();
  const place =
    row.logprobs === undefined || document.load === 'loading' ? undefined : choicePlace(document.providers, row);
  const { value, isStale } = useAnswer(place && `surprisals ${place.choice} ${place.position}`, (asked) =>
    place === undefined ? Promise.resolve(undefined) : asked.surprisals(place.choice, place.position, mostBars),
  );
  if (place === undefined || value === undefined || isStale || value.bits.length === 0) {
    return row.logprobs === undefined ? <span className={styles.none}>–</span> : null;
  }
  const { bits, places } = value;
  const select = async (event: MouseEvent<Element>): Promise<void> => {
    event.stopPropagation();
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const at = places[barAt((event.clientX - left) / width, bits.length)] ?? 0;
    const [token] = await questions.tokensAt(place.choice, place.position, [at]);
    if (token) useStore.getState().select(token.pointer, 'generations');
  };
  const sentence = surprisalSentence(value);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tab "Tokens" has the keys for tokens
    <svg
      role="img"
      aria-label={sentence}
      className={styles.chart}
      viewBox={`0 0 ${mostBars} ${height}`}
      preserveAspectRatio="none"
      onClick={select}
      {...tip(`${sentence} Press a bar to select its token.`)}
    >
      <path className={styles.likely} d={barsPath(bits, height, false)} />
      <path className={styles.unlikely} d={barsPath(bits, height, true)} />
    </svg>
  );
}
