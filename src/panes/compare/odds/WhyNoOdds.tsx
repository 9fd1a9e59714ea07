// Why no sample's tokens are known, in one sentence, and the places where they were looked for.

import { placeName } from '../../../response/placeName.ts';
import type { SampleList } from '../../../response/samples/sampleList.ts';
import { whyNoTokens } from '../../../response/whyNoTokens.ts';
import { useAnswer } from '../../../state/answer.ts';
import { useDocument, useStore } from '../../../state/store.ts';
import styles from './ForkOddsPanel.module.css';

export function WhyNoOdds({ rows }: { readonly rows: SampleList }) {
  const { providers, providerCount } = useDocument();
  const asked = useAnswer('asked log probabilities', (questions) => questions.askedLogprobs());
  if (asked.isStale) return null;
  const numbers = Array.from(rows.positions, (position) => providers.choiceOf(position)).filter(
    (number) => number >= 0,
  );
  // The first of them in the document.
  const number = numbers.reduce((first, one) => Math.min(first, one), numbers[0] ?? -1);
  const choice = providers.choice(number);
  const provider = choice && providers.at(providers.providerOf(number));
  const { sentence, lookedAt } = whyNoTokens({
    providerCount,
    ...(asked.value && { asked: asked.value }),
    ...(choice && provider && { choice: { ...provider, pointer: choice.pointer } }),
  });
  return (
    <p className={styles.note}>
      {`No odds. ${sentence} Looked for at `}
      {lookedAt.map((pointer, at) => (
        <span key={pointer}>
          {at === 0 ? '' : ', '}
          <button type="button" className={styles.link} onClick={() => useStore.getState().select(pointer, 'compare')}>
            <code>{placeName(pointer)}</code>
          </button>
        </span>
      ))}
      .
    </p>
  );
}
