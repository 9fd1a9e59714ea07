// The pane "Responses": the open documents, and the responses in the one on screen where it holds several. Selecting a document shows it, selecting its
// responses narrows the table to them; renaming, moving and removing act on what the keys are at. A filter leaves those whose name holds a text.

import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { DocumentId } from '../../state/documents.ts';
import { usePaneKeys } from '../../state/paneKeys.ts';
import { activeDocument, activeView, useStore } from '../../state/store.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { OptionList, type OptionListHandle } from '../../ui/OptionList.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { ToggleButton } from '../../ui/ToggleButton.tsx';
import { formatCount, plural } from '../../words/numbers.ts';
import { itemKey, itemName, type ListItem, listItems, toggled } from './listItems.ts';
import { OrderMenu } from './OrderMenu.tsx';
import { RenameForm } from './RenameForm.tsx';
import { DocumentOption, ResponseOption } from './ResponseOptions.tsx';
import styles from './ResponsesPane.module.css';
import { filteredWords } from './responseWords.ts';
import { useResponseActions } from './useResponseActions.ts';

export interface ResponsesPaneProps {
  readonly onActivate: (id: DocumentId) => void;
  readonly onRename: (id: DocumentId, name: string) => void;
  /** Takes the document off the list; the caller offers to undo it. */
  readonly onRemove: (id: DocumentId) => void;
  /** Opens all of the list as one document, with this of its view. */
  readonly onTogether: (view: { readonly areCallsShown?: boolean }) => void;
}

/** Height of an option that was not drawn yet, in CSS pixels. */
const usualPx = 47;
/** They move where they begin a word. */
const movingKeys = 'jk';

export function ResponsesPane({ onActivate, onRename, onRemove, onTogether }: ResponsesPaneProps) {
  const opened = useStore((state) => state.documents);
  const active = useStore(activeDocument);
  const activeId = active?.id;
  // With the names that a person gave.
  const documents = useMemo(() => opened.map((one) => (one.id === active?.id ? active : one)), [opened, active]);
  const { setResponsesListOpen, changeView } = useStore.getState();
  const listRef = useRef<OptionListHandle>(null);
  const filterRef = useRef<HTMLInputElement>(null);
  const [filter, setFilter] = useState('');
  // Where the keyboard stands; the document on screen until it is moved.
  const [stand, setStand] = useState<string>();
  const [renaming, setRenaming] = useState<string>();
  const actions = useResponseActions(active);
  const chosen = useStore((state) => activeView(state).brushes.responses);
  const { options } = actions;
  const shown = useMemo(() => listItems(documents, activeId, filter, options), [documents, activeId, filter, options]);
  const all = useMemo(() => listItems(documents, activeId, '', options), [documents, activeId, options]);
  const stood = useMemo(() => shown.findIndex((item) => itemKey(item) === stand), [shown, stand]);
  const at =
    stood >= 0
      ? stood
      : Math.max(
          shown.findIndex(({ document }) => document.id === activeId),
          shown.length > 0 ? 0 : -1,
        );
  const item = shown[at];
  const several = documents.find((one) => one.id === activeId && one.responses !== undefined);
  const renamed = shown.find((one) => itemKey(one) === renaming);

  const narrow = (responses: readonly number[] | undefined): void =>
    changeView((view) => {
      const { responses: _replaced, ...brushes } = view.brushes;
      return { ...view, brushes: responses === undefined ? brushes : { ...brushes, responses } };
    });
  const press = (pressed: ListItem, isAdding: boolean): void => {
    setStand(itemKey(pressed));
    const { document, response } = pressed;
    if (document.id !== activeId) onActivate(document.id);
    else if (response === undefined) narrow(undefined);
    else narrow(isAdding ? toggled(chosen, response) : [response]);
  };
  const remove = ({ document: { id }, response }: ListItem): void => {
    const isOther = (one: ListItem): boolean =>
      response === undefined ? one.document.id !== id : one.response !== undefined && one.response !== response;
    const neighbour = shown.find((one, place) => place > at && isOther(one)) ?? shown[at - 1];
    setStand(neighbour && itemKey(neighbour));
    setRenaming(undefined);
    if (response === undefined) onRemove(id);
    else actions.takeOut(response);
    listRef.current?.focus();
  };
  const endRenaming = (): void => {
    setRenaming(undefined);
    listRef.current?.focus();
  };
  const moveTo = (place: number): void => {
    const next = shown[place];
    if (next !== undefined) setStand(itemKey(next));
  };
  const changeFilter = (text: string): void => {
    setFilter(text);
    announce(filteredWords(listItems(documents, activeId, text, options).length, all.length));
  };
  usePaneKeys('responses', {
    next: () => moveTo(at + 1),
    previous: () => moveTo(at - 1),
    filter: () => filterRef.current?.focus(),
  });

  const isSelected = (one: ListItem | undefined): boolean => {
    if (one === undefined || one.document.id !== activeId) return false;
    return one.response === undefined ? chosen === undefined : (chosen?.includes(one.response) ?? false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (item === undefined || event.ctrlKey || event.metaKey) return;
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
    if (event.altKey && by !== undefined && item.response !== undefined) actions.move(item.response, by);
    else if (event.altKey) return;
    else if (event.key === 'F2') setRenaming(itemKey(item));
    else if (event.key === 'Delete') remove(item);
    else return;
    event.preventDefault();
  };

  return (
    <Pane
      pane="responses"
      label="Responses"
      count={filter === '' ? formatCount(all.length) : filteredWords(shown.length, all.length)}
      toolbar={
        all.length < 2 && filter === '' ? undefined : (
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
          {several === undefined && documents.length < 2 ? null : (
            <>
              <ToggleButton
                label="One table"
                icon="rows"
                isPressed={several !== undefined && chosen === undefined}
                hint="The samples of all responses in one table"
                onToggle={(next) => {
                  if (several === undefined) onTogether({});
                  else narrow(next ? undefined : [item?.response ?? 0]);
                }}
              />
              <IconButton
                icon="columns-compare"
                label="Compare responses"
                hint="What differs between the calls, and between their answers"
                onClick={() => {
                  if (several === undefined) onTogether({ areCallsShown: true });
                  else changeView((view) => ({ ...view, areCallsShown: true }));
                }}
              />
            </>
          )}
          {several === undefined ? null : (
            <OrderMenu actions={actions} standing={item?.response} isFiltered={filter !== ''} />
          )}
          {item === undefined ? null : (
            <>
              <IconButton
                icon="pencil"
                label="Rename"
                hint={`Rename ${itemName(item)}`}
                keys="F2"
                onClick={() => setRenaming(itemKey(item))}
              />
              <IconButton
                icon="trash"
                label="Remove"
                hint={`Remove ${itemName(item)} from the list`}
                keys="Delete"
                onClick={() => remove(item)}
              />
            </>
          )}
          <IconButton icon="x" label="Close the list" onClick={() => setResponsesListOpen(false)} />
        </>
      }
    >
      {renamed === undefined ? null : (
        <RenameForm
          key={itemKey(renamed)}
          name={itemName(renamed)}
          onCancel={endRenaming}
          onRename={(name) => {
            if (renamed.response === undefined) onRename(renamed.document.id, name);
            else actions.rename(renamed.response, name);
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
          None of {plural(all.length, 'response')} has this text in its name.
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
          isMultiple={several !== undefined}
          isSelected={(place) => isSelected(shown[place])}
          onPress={(place, isAdding) => {
            const pressed = shown[place];
            if (pressed !== undefined) press(pressed, isAdding);
          }}
          nameOf={(place) => shown[place] && itemName(shown[place])}
          otherKeys={movingKeys}
          onKeyDown={onKeyDown}
          keyOf={(place) => (shown[place] ? itemKey(shown[place]) : place)}
          renderOption={(place) => {
            const one = shown[place];
            if (one === undefined) return null;
            return one.response === undefined ? (
              <DocumentOption document={one.document} />
            ) : (
              <ResponseOption document={one.document} response={one.response} />
            );
          }}
        />
      )}
    </Pane>
  );
}
