// What a check means, what usually causes its finding and what to do. Comes late, with the texts of all checks: most people never ask.

import { useLayoutEffect, useRef } from 'react';
import { explanations } from '../../response/checks/explanations.ts';
import { checkTitles } from '../../response/checks/titles.ts';
import { messageParts } from '../../response/messageParts.ts';
import { CodeText } from '../../ui/CodeText.tsx';
import styles from './ExplanationText.module.css';

/** `check` is an id: `HL050`. */
export function ExplanationText({ check }: { readonly check: string }) {
  const explanation = explanations[check];
  const box = useRef<HTMLDivElement>(null);
  // In step with the scroll position of the list, which its height changes.
  useLayoutEffect(() => {
    // New browsers give a promise back, which is no clean-up.
    void box.current?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, []);
  if (explanation === undefined) return <p>There is no explanation of this check.</p>;
  return (
    <div ref={box}>
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
    </div>
  );
}
