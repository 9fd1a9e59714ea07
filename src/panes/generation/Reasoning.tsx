// What the model thought before it answered, as the linked choice tells it: beside the output, closed until somebody wants it. That there is
// any, the row of the choice says, and its head has a place in a line that is there before: nothing moves when it arrives.

import { useId, useState } from 'react';
import type { ChoiceRow } from '../../response/rows.ts';
import { useQuestions } from '../../state/answer.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { plural } from '../../words/numbers.ts';
import { DocumentText, type TextQuestion } from './DocumentText.tsx';
import { PlaceButton } from './PlaceButton.tsx';
import styles from './Reasoning.module.css';
import { wholeOf } from './wholeText.ts';

export interface ReasoningProps {
  readonly choice: ChoiceRow;
  /** Absent where there is only one. */
  readonly of?: string;
}

export function Reasoning({ choice: { pointer, position, reasoning }, of }: ReasoningProps) {
  const questions = useQuestions();
  const [isOpen, setOpen] = useState(false);
  const textId = useId();
  if (reasoning === undefined) return null;
  const name = of === undefined ? 'Reasoning' : `Reasoning of ${of}`;
  const question: TextQuestion = {
    key: `reasoning ${pointer} ${position}`,
    ask: (asked, from, length) => asked.reasoning(pointer, from, length, position),
  };
  return (
    <div role="group" aria-label={name} className={styles.reasoning}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-controls={isOpen ? textId : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
          {name}
        </button>
        <PlaceButton pointer={reasoning.pointer} className={styles.size}>
          {plural(reasoning.length, 'code unit')}
        </PlaceButton>
        <CopyButton
          label={`Copy ${name.toLowerCase()}`}
          text={() => wholeOf((from, length) => question.ask(questions, from, length))}
        />
      </div>
      {isOpen ? (
        <div id={textId} className={styles.text}>
          <DocumentText
            key={question.key}
            start={{ text: '', from: 0, totalLength: reasoning.length }}
            pointer={question}
            testId="reasoning-text"
          />
        </div>
      ) : null}
    </div>
  );
}
