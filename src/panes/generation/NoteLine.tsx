// A short text that a person writes beside a generation: kept on Enter, when the focus leaves and when the line leaves the screen, not on
// Escape. What is being typed stands in the store, where a reload does not lose it.

import { useEffect, useRef } from 'react';
import { longestNote } from '../../response/annotations.ts';
import type { DocumentId } from '../../state/documents.ts';
import { useStore } from '../../state/store.ts';
import styles from './NoteLine.module.css';

export interface NoteLineProps {
  readonly id: DocumentId;
  readonly position: number;
  /** `#3` */
  readonly name: string;
  readonly note: string;
  /** The person asked to write: the focus goes there. */
  readonly isAsked: boolean;
  onDone(): void;
}

/** Mount it anew for another generation. */
export function NoteLine({ id, position, name, note, isAsked, onDone }: NoteLineProps) {
  const writing = useStore((state) => state.writing);
  const typed = writing?.id === id && writing.position === position ? writing.note : undefined;
  const input = useRef<HTMLInputElement>(null);
  // The focus is the browser's.
  useEffect(() => {
    if (isAsked) input.current?.focus();
  }, [isAsked]);
  // Nothing tells of a field that goes with the document or the generation on screen.
  useEffect(() => () => leaveNote(id, position), [id, position]);
  return (
    <label className={styles.line}>
      <span>Note</span>
      <input
        ref={input}
        type="text"
        aria-label={`Note on ${name}`}
        className={styles.input}
        value={typed ?? note}
        maxLength={longestNote}
        autoComplete="off"
        placeholder="Write a note; it stays in this browser until the response is closed"
        onChange={(event) => useStore.getState().write({ id, position, note: event.currentTarget.value })}
        onBlur={() => {
          leaveNote(id, position);
          onDone();
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
          event.preventDefault();
          event.stopPropagation();
          useStore.getState().endWriting(event.key === 'Enter');
          input.current?.blur();
        }}
      />
    </label>
  );
}

function leaveNote(id: DocumentId, position: number): void {
  const { writing, endWriting } = useStore.getState();
  if (writing?.id === id && writing.position === position) endWriting(true);
}
