// What the input on screen was recognised as, beside its name, with what was changed and left out a press away. The browser's own popover.

import { type ToggleEvent, useId, useRef } from 'react';
import { messageParts } from '../response/messageParts.ts';
import type { OpenDocument } from '../state/documents.ts';
import { CodeText } from '../ui/CodeText.tsx';
import { Icon } from '../ui/Icon.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { plural } from '../words/numbers.ts';
import styles from './Recognised.module.css';

const gapPx = 6;
const edgePx = 8;

export function Recognised({ document }: { readonly document: OpenDocument }) {
  const { form, notes, responses } = document;
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const all = responses?.grouping === undefined ? notes : [...notes, responses.grouping];
  if (all.length === 0) {
    return (
      <span className={styles.form} data-testid="recognised">
        {form}
      </span>
    );
  }
  // In the top layer nothing is an anchor.
  const place = (event: ToggleEvent<HTMLDivElement>): void => {
    const from = button.current?.getBoundingClientRect();
    if (event.newState !== 'open' || from === undefined) return;
    const { style } = event.currentTarget;
    style.top = `${from.bottom + gapPx}px`;
    style.left = `${Math.max(edgePx, Math.min(from.left, innerWidth - edgePx - Math.min(440, innerWidth - 2 * edgePx)))}px`;
  };
  return (
    <>
      <button ref={button} type="button" className={styles.button} popoverTarget={id}>
        <span className={styles.form} data-testid="recognised">
          {form}
        </span>
        <VisuallyHidden>, {plural(all.length, 'note')} on how it was read</VisuallyHidden>
        <Icon name="chevron-down" />
      </button>
      <div
        id={id}
        popover="auto"
        role="note"
        aria-label="How this was read"
        className={styles.notes}
        onBeforeToggle={place}
      >
        <ul>
          {all.map((note) => (
            <li key={note}>
              <CodeText parts={messageParts(note)} />
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
