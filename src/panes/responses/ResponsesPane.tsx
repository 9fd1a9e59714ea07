// The pane "Responses": the open documents. Selecting one shows it; renaming and removing act on the one that is active in the list.

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { DocumentId, OpenDocument } from '../../state/documents.ts';
import { usePaneKeys } from '../../state/paneKeys.ts';
import { shownDocument, useStore } from '../../state/store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { listKeys } from '../../ui/listKeys.ts';
import { Pane } from '../../ui/Pane.tsx';
import { SeverityIcon } from '../../ui/SeverityIcon.tsx';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { formatCount } from '../../words/numbers.ts';
import { RenameForm } from './RenameForm.tsx';
import styles from './ResponsesPane.module.css';
import { responseWords, stateWord } from './responseWords.ts';

export interface ResponsesPaneProps {
  readonly onActivate: (id: DocumentId) => void;
  readonly onRename: (id: DocumentId, name: string) => void;
  /** Takes the document off the list; the caller offers to undo it. */
  readonly onRemove: (id: DocumentId) => void;
}

const rowsOfPage = 8;

export function ResponsesPane({ onActivate, onRename, onRemove }: ResponsesPaneProps) {
  const documents = useStore((state) => state.documents);
  const activeId = useStore((state) => state.activeId);
  const { setResponsesListOpen } = useStore.getState();
  const idBase = useId();
  const listRef = useRef<HTMLDivElement>(null);
  // Where the keyboard stands; the document on screen until it is moved.
  const [stand, setStand] = useState<DocumentId>();
  const [renaming, setRenaming] = useState<DocumentId>();
  const standing =
    documents.find((one) => one.id === stand) ?? documents.find((one) => one.id === activeId) ?? documents[0];
  const at = standing === undefined ? -1 : documents.indexOf(standing);
  const renamed = documents.find((one) => one.id === renaming);

  const activate = (id: DocumentId): void => {
    setStand(id);
    onActivate(id);
  };
  const remove = (id: DocumentId): void => {
    const neighbour = documents[at + 1] ?? documents[at - 1];
    setStand(neighbour?.id);
    setRenaming(undefined);
    onRemove(id);
    listRef.current?.focus();
  };
  const endRenaming = (): void => {
    setRenaming(undefined);
    listRef.current?.focus();
  };
  const move = (step: number): void => {
    const next = documents[at + step];
    if (next) setStand(next.id);
  };
  usePaneKeys('responses', {
    next: () => move(1),
    previous: () => move(-1),
  });

  const standId = standing && `${idBase}${standing.id}`;
  // In step with the scroll position of the list.
  useEffect(() => {
    if (standId !== undefined) document.getElementById(standId)?.scrollIntoView({ block: 'nearest' });
  }, [standId]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (standing === undefined) return;
    const to = listKeys(event, at, documents.length, rowsOfPage);
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey;
    if (to !== undefined) setStand(documents[to]?.id);
    else if (isPlain && (event.key === 'Enter' || event.key === ' ')) activate(standing.id);
    else if (isPlain && event.key === 'F2') setRenaming(standing.id);
    else if (isPlain && event.key === 'Delete') remove(standing.id);
    else return;
    event.preventDefault();
  };

  return (
    <Pane
      pane="responses"
      label="Responses"
      count={formatCount(documents.length)}
      actions={
        <>
          {standing === undefined ? null : (
            <>
              <IconButton
                icon="pencil"
                label="Rename"
                hint={`Rename ${standing.name}`}
                keys="F2"
                onClick={() => setRenaming(standing.id)}
              />
              <IconButton
                icon="trash"
                label="Remove"
                hint={`Remove ${standing.name} from the list`}
                keys="Delete"
                onClick={() => remove(standing.id)}
              />
            </>
          )}
          <IconButton icon="x" label="Close the list" onClick={() => setResponsesListOpen(false)} />
        </>
      }
    >
      {renamed === undefined ? null : (
        <RenameForm
          key={renamed.id}
          name={renamed.name}
          onCancel={endRenaming}
          onRename={(name) => {
            onRename(renamed.id, name);
            endRenaming();
          }}
        />
      )}
      {documents.length === 0 ? (
        <EmptyState>No response is open. Open a file, paste a response or take an example.</EmptyState>
      ) : (
        <div
          ref={listRef}
          role="listbox"
          aria-label="Responses"
          tabIndex={0}
          aria-activedescendant={standId}
          className={styles.list}
          onKeyDown={onKeyDown}
        >
          {documents.map((one) => (
            <Option
              key={one.id}
              id={`${idBase}${one.id}`}
              document={one}
              isSelected={one.id === activeId}
              isStanding={one === standing}
              onPress={() => activate(one.id)}
            />
          ))}
        </div>
      )}
    </Pane>
  );
}

interface OptionProps {
  readonly id: string;
  readonly document: OpenDocument;
  readonly isSelected: boolean;
  readonly isStanding: boolean;
  readonly onPress: () => void;
}

function Option({ id, document, isSelected, isStanding, onPress }: OptionProps) {
  const { counts } = useStore((state) => shownDocument(state, document)).issues;
  const state = stateWord(document);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys
    <div
      role="option"
      id={id}
      tabIndex={-1}
      aria-selected={isSelected}
      data-standing={isStanding || undefined}
      className={styles.option}
      onClick={onPress}
    >
      <span className={styles.name} title={document.name}>
        <PreviewText text={document.name} />
      </span>
      <span className={styles.marks}>
        {(['error', 'warning', 'info'] as const).map((severity) =>
          counts[severity] === 0 ? null : (
            <SeverityIcon key={severity} severity={severity}>
              {formatCount(counts[severity])}
              <VisuallyHidden> {severity}</VisuallyHidden>
            </SeverityIcon>
          ),
        )}
      </span>
      <span className={styles.words}>
        {responseWords(document)}
        {state === undefined ? null : <span className={styles.state}> · {state}</span>}
      </span>
    </div>
  );
}
