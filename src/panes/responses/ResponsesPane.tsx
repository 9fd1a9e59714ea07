// The pane "Responses": the open documents. Selecting one shows it; renaming and removing act on the one that is active in the list. A filter leaves
// those whose name holds a text.

import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { DocumentId, OpenDocument } from '../../state/documents.ts';
import { usePaneKeys } from '../../state/paneKeys.ts';
import { shownDocument, useStore } from '../../state/store.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { OptionList, type OptionListHandle } from '../../ui/OptionList.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { SeverityIcon } from '../../ui/SeverityIcon.tsx';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { formatCount, plural } from '../../words/numbers.ts';
import { RenameForm } from './RenameForm.tsx';
import styles from './ResponsesPane.module.css';
import { filteredWords, named, responseWords, stateWord } from './responseWords.ts';

export interface ResponsesPaneProps {
  readonly onActivate: (id: DocumentId) => void;
  readonly onRename: (id: DocumentId, name: string) => void;
  /** Takes the document off the list; the caller offers to undo it. */
  readonly onRemove: (id: DocumentId) => void;
}

/** Height of an option that was not drawn yet, in CSS pixels. */
const usualPx = 47;
/** They move where they begin a word. */
const movingKeys = 'jk';

export function ResponsesPane({ onActivate, onRename, onRemove }: ResponsesPaneProps) {
  const documents = useStore((state) => state.documents);
  const activeId = useStore((state) => state.activeId);
  const { setResponsesListOpen } = useStore.getState();
  const listRef = useRef<OptionListHandle>(null);
  const filterRef = useRef<HTMLInputElement>(null);
  const [filter, setFilter] = useState('');
  // Where the keyboard stands; the document on screen until it is moved.
  const [stand, setStand] = useState<DocumentId>();
  const [renaming, setRenaming] = useState<DocumentId>();
  const shown = useMemo(() => named(documents, filter), [documents, filter]);
  const standing = shown.find((one) => one.id === stand) ?? shown.find((one) => one.id === activeId) ?? shown[0];
  const at = standing === undefined ? -1 : shown.indexOf(standing);
  const renamed = documents.find((one) => one.id === renaming);

  const activate = (id: DocumentId): void => {
    setStand(id);
    onActivate(id);
  };
  const remove = (id: DocumentId): void => {
    const neighbour = shown[at + 1] ?? shown[at - 1];
    setStand(neighbour?.id);
    setRenaming(undefined);
    onRemove(id);
    listRef.current?.focus();
  };
  const endRenaming = (): void => {
    setRenaming(undefined);
    listRef.current?.focus();
  };
  const moveTo = (place: number): void => {
    const next = shown[place];
    if (next !== undefined) setStand(next.id);
  };
  const changeFilter = (text: string): void => {
    setFilter(text);
    announce(filteredWords(named(documents, text).length, documents.length));
  };
  usePaneKeys('responses', {
    next: () => moveTo(at + 1),
    previous: () => moveTo(at - 1),
    filter: () => filterRef.current?.focus(),
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (standing === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'F2') setRenaming(standing.id);
    else if (event.key === 'Delete') remove(standing.id);
    else return;
    event.preventDefault();
  };

  return (
    <Pane
      pane="responses"
      label="Responses"
      count={filter === '' ? formatCount(documents.length) : filteredWords(shown.length, documents.length)}
      toolbar={
        documents.length < 2 && filter === '' ? undefined : (
          <div className={styles.filter}>
            <SearchField
              label="Filter responses"
              keys="/"
              inputRef={filterRef}
              value={filter}
              onChange={changeFilter}
              onEnter={() => listRef.current?.focus()}
              onLeave={() => listRef.current?.focus()}
            />
          </div>
        )
      }
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
      ) : shown.length === 0 ? (
        <EmptyState
          actions={
            <Button variant="outline" onClick={() => changeFilter('')}>
              Show all
            </Button>
          }
        >
          None of {plural(documents.length, 'response')} has this text in its name.
        </EmptyState>
      ) : (
        <OptionList
          ref={listRef}
          label="Responses"
          count={shown.length}
          of={filter}
          usualPx={usualPx}
          at={at}
          onMove={moveTo}
          isSelected={(place) => shown[place]?.id === activeId}
          onPress={(place) => {
            const pressed = shown[place];
            if (pressed !== undefined) activate(pressed.id);
          }}
          nameOf={(place) => shown[place]?.name}
          otherKeys={movingKeys}
          onKeyDown={onKeyDown}
          keyOf={(place) => shown[place]?.id ?? place}
          renderOption={(place) => {
            const one = shown[place];
            return one === undefined ? null : <Option document={one} />;
          }}
        />
      )}
    </Pane>
  );
}

function Option({ document }: { readonly document: OpenDocument }) {
  const { counts } = useStore((state) => shownDocument(state, document)).issues;
  const state = stateWord(document);
  return (
    <div className={styles.option}>
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
