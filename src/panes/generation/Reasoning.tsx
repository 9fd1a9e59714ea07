// What the model thought before it answered, as the linked choice tells it: beside the output, closed until somebody wants it.

import { useId, useState } from 'react';
import type { Pointer } from '../../json/pointer.ts';
import { useAnswer } from '../../state/answer.ts';
import { useDocument } from '../../state/store.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { formatCount, plural } from '../../words/numbers.ts';
import { DocumentText } from './DocumentText.tsx';
import { PlaceButton } from './PlaceButton.tsx';
import styles from './Reasoning.module.css';

export interface ReasoningProps {
  readonly choice: Pointer;
  /** Tells choices apart that share a pointer. */
  readonly position: number | undefined;
}

export function Reasoning({ choice, position }: ReasoningProps) {
  const { id } = useDocument();
  const [isOpen, setOpen] = useState(false);
  const textId = useId();
  const { value } = useAnswer(`choice ${id} ${choice} ${position}`, (questions) => questions.choice(choice, position));
  const isCurrent = value?.pointer === choice && (position === undefined || value.position === position);
  if (!isCurrent || value.reasoning === undefined) return null;
  const { reasoning, reasoningPlace = choice } = value;
  const { text, totalLength } = reasoning;
  const isCut = text.length < totalLength;
  return (
    <div role="group" aria-label="Reasoning" className={styles.reasoning}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-controls={isOpen ? textId : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
          Reasoning
        </button>
        <PlaceButton pointer={reasoningPlace} className={styles.size}>
          {plural(totalLength, 'code unit')}
        </PlaceButton>
        <CopyButton label="Copy reasoning" text={text} />
      </div>
      {isOpen ? (
        <div id={textId} className={styles.text}>
          {isCut ? (
            <p className={styles.size}>
              The first {formatCount(text.length)} of {formatCount(totalLength)} code units are shown and copied. The
              source has the rest.
            </p>
          ) : null}
          <DocumentText key={choice} start={{ text, from: 0, totalLength: text.length }} testId="reasoning-text" />
        </div>
      ) : null}
    </div>
  );
}
