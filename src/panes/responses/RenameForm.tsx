// A new name for a response: Enter keeps it, Escape does not.

import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import styles from './ResponsesPane.module.css';

export interface RenameFormProps {
  readonly name: string;
  readonly onRename: (name: string) => void;
  readonly onCancel: () => void;
}

export function RenameForm({ name, onRename, onCancel }: RenameFormProps) {
  const [draft, setDraft] = useState(name);
  const inputRef = useRef<HTMLInputElement>(null);
  // What is marked in the field is the browser's.
  useEffect(() => inputRef.current?.select(), []);
  const canRename = draft.trim() !== '';
  return (
    <form
      className={styles.rename}
      onSubmit={(event) => {
        event.preventDefault();
        if (canRename) onRename(draft.trim());
      }}
    >
      <input
        ref={inputRef}
        type="text"
        aria-label="New name"
        className={styles.input}
        value={draft}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          onCancel();
        }}
      />
      <Button type="submit" variant="outline" disabled={!canRename}>
        Rename
      </Button>
      <Button onClick={onCancel}>Cancel</Button>
    </form>
  );
}
