// A short text that a person writes beside a generation: kept on Enter and when the focus leaves, not on Escape.

import { useEffect, useRef, useState } from 'react';
import { longestNote } from '../../response/annotations.ts';
import styles from './NoteLine.module.css';

export interface NoteLineProps {
  /** `#3` */
  readonly name: string;
  readonly note: string;
  /** The person asked to write: the focus goes there. */
  readonly isAsked: boolean;
  onChange(note: string): void;
  onDone(): void;
}

/** Mount it anew for another generation. */
export function NoteLine({ name, note, isAsked, onChange, onDone }: NoteLineProps) {
  const [draft, setDraft] = useState(note);
  const input = useRef<HTMLInputElement>(null);
  const isLeft = useRef(false);
  useEffect(() => {
    if (isAsked) input.current?.focus();
  }, [isAsked]);
  const leave = (isKept: boolean): void => {
    isLeft.current = true;
    if (isKept) onChange(draft.trim());
    else setDraft(note);
    onDone();
  };
  return (
    <label className={styles.line}>
      <span>Note</span>
      <input
        ref={input}
        type="text"
        aria-label={`Note on ${name}`}
        className={styles.input}
        value={draft}
        maxLength={longestNote}
        autoComplete="off"
        placeholder="Write a note; it stays in this browser until the response is closed"
        onChange={(event) => setDraft(event.currentTarget.value)}
        onFocus={() => {
          isLeft.current = false;
        }}
        onBlur={() => {
          if (!isLeft.current) leave(true);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
          event.preventDefault();
          event.stopPropagation();
          leave(event.key === 'Enter');
          input.current?.blur();
        }}
      />
    </label>
  );
}
