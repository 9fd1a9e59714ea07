// Why a generation shows no tokens, in one sentence, and the places where they were looked for.

import { placeName } from '../../../response/placeName.ts';
import type { ChoiceRow } from '../../../response/rows.ts';
import { whyNoTokens } from '../../../response/whyNoTokens.ts';
import { useAnswer } from '../../../state/answer.ts';
import { useDocument } from '../../../state/store.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { PlaceButton } from '../PlaceButton.tsx';
import styles from './NoTokens.module.css';

export function NoTokens({ choice }: { readonly choice: ChoiceRow | undefined }) {
  const { providers, providerCount } = useDocument();
  const asked = useAnswer('asked log probabilities', (questions) => questions.askedLogprobs());
  if (asked.isStale) return null;
  const provider = choice && providers.at(providers.providerOf(choice.number));
  const { sentence, lookedAt } = whyNoTokens({
    providerCount,
    ...(asked.value && { asked: asked.value }),
    ...(choice && provider && { choice: { ...provider, pointer: choice.pointer } }),
  });
  return (
    <EmptyState title="No tokens">
      {sentence}
      <span className={styles.places}>
        Looked for at
        {lookedAt.map((pointer) => (
          <PlaceButton key={pointer} pointer={pointer}>
            <code>{placeName(pointer)}</code>
          </PlaceButton>
        ))}
      </span>
    </EmptyState>
  );
}
