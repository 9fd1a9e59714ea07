// The tool calls of a generation below its output, each as a person reads it; the tab "Tools" has them in full.

import type { GenerationDetail } from '../../response/questions.ts';
import { VisibleText } from '../../ui/VisibleText.tsx';
import styles from './CallLines.module.css';
import { PlaceButton } from './PlaceButton.tsx';

export function CallLines({ detail }: { readonly detail: GenerationDetail }) {
  return (
    <ul aria-label="Tool calls" className={styles.calls}>
      {detail.toolCalls.map(({ pointer }, at) => (
        <li key={pointer}>
          <PlaceButton pointer={pointer} className={styles.call}>
            <VisibleText text={detail.callTexts[at] ?? ''} wrap showInvisible={false} />
          </PlaceButton>
        </li>
      ))}
    </ul>
  );
}
