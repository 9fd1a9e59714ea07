// What is known of a check below one of its findings, and the way to mute it.

import { Button } from '../../ui/Button.tsx';
import { preloadable } from '../../ui/preloadable.tsx';
import styles from './CheckExplanation.module.css';

const explanationText = preloadable(() => import('./ExplanationText.tsx').then((module) => module.ExplanationText));

export interface CheckExplanationProps {
  /** Of the element, for the button that opens it. */
  readonly elementId: string;
  /** `HL050` */
  readonly check: string;
  readonly onMute: (check: string) => void;
}

export function CheckExplanation({ elementId, check, onMute }: CheckExplanationProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps a click on these words from selecting the issue
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div id={elementId} className={styles.explanation} onClick={(event) => event.stopPropagation()}>
      <explanationText.Part check={check} />
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
