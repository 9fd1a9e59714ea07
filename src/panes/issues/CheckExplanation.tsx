// What a check means, what usually causes its finding and what to do; and the way to mute it.

import { useLayoutEffect, useRef } from 'react';
import { checkTitles } from '../../response/checks/titles.ts';
import { messageParts } from '../../response/messageParts.ts';
import { Button } from '../../ui/Button.tsx';
import { CodeText } from '../../ui/CodeText.tsx';
import styles from './CheckExplanation.module.css';
import { useExplanations } from './useExplanations.ts';

export interface CheckExplanationProps {
  /** Of the element, for the button that opens it. */
  readonly elementId: string;
  /** `HL050` */
  readonly check: string;
  readonly onMute: (check: string) => void;
}

export function CheckExplanation({ elementId, check, onMute }: CheckExplanationProps) {
  const explanations = useExplanations();
  const explanation = typeof explanations === 'object' ? explanations[check] : undefined;
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: its height is known once its words are there
  useLayoutEffect(() => {
    // New browsers give a promise back, which is no clean-up.
    void box.current?.scrollIntoView({ block: 'nearest' });
  }, [explanation]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps a click on these words from selecting the issue
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div ref={box} id={elementId} className={styles.explanation} onClick={(event) => event.stopPropagation()}>
      {typeof explanations === 'string' ? (
        <p>The explanation could not be loaded: {explanations}</p>
      ) : explanation === undefined ? (
        <p>
          {explanations === undefined ? 'The explanation is being loaded.' : 'There is no explanation of this check.'}
        </p>
      ) : (
        <>
          <p className={styles.title}>{checkTitles[check]}</p>
          <dl className={styles.parts}>
            <dt>Means</dt>
            <dd>
              <CodeText parts={messageParts(explanation.means)} />
            </dd>
            <dt>Usual causes</dt>
            <dd>
              <CodeText parts={messageParts(explanation.causes)} />
            </dd>
            <dt>What to do</dt>
            <dd>
              <CodeText parts={messageParts(explanation.todo)} />
            </dd>
          </dl>
        </>
      )}
      <Button
        variant="outline"
        className={styles.mute}
        hint="Its findings leave the list and the counts, in every response, until you take it back"
        onClick={() => onMute(check)}
      >
        Mute {check}
      </Button>
    </div>
  );
}
