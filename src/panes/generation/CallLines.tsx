// The first tool calls of a generation below its output, each as a person reads it; the tab "Tools" has all of them in full.

import type { GenerationDetail } from '../../response/questions.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { VisibleText } from '../../ui/VisibleText.tsx';
import { plural } from '../../words/numbers.ts';
import styles from './CallLines.module.css';
import { PlaceButton } from './PlaceButton.tsx';

export function CallLines({ detail: { calls, counts } }: { readonly detail: GenerationDetail }) {
  return (
    <>
      <ul aria-label="Tool calls" className={styles.calls}>
        {calls.map(({ pointer, text }) => (
          <li key={pointer}>
            <PlaceButton pointer={pointer} className={styles.call}>
              <VisibleText text={text} wrap showInvisible={false} />
            </PlaceButton>
          </li>
        ))}
      </ul>
      {counts.toolCalls > calls.length ? (
        <Button variant="outline" onClick={() => useStore.getState().changeView((view) => ({ ...view, tab: 'tools' }))}>
          Show all {plural(counts.toolCalls, 'tool call')}
        </Button>
      ) : null}
    </>
  );
}
