// The pane "Responses": the open documents, and the responses in the one on screen where it holds several. Selecting a document shows it, selecting its
// responses narrows the table to them; renaming, moving and removing act on what the keys are at. A filter leaves those whose name holds a text.

import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { DocumentId, OpenDocument } from '../../state/documents.ts';
import { usePaneKeys } from '../../state/paneKeys.ts';
import { activeDocument, activeView, useStore } from '../../state/store.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { OptionList, type OptionListHandle, type PressHow } from '../../ui/OptionList.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { ToggleButton } from '../../ui/ToggleButton.tsx';
import { formatCount, plural } from '../../words/numbers.ts';
import { itemKey, itemName, type ListItem, listItems } from './listItems.ts';
import { extended, isSelected, noneSelected, type Selected, selectedBy, selectedCount } from './listSelection.ts';
import { OrderMenu } from './OrderMenu.tsx';
import { RenameForm } from './RenameForm.tsx';
import { DocumentOption, ResponseOption } from './ResponseOptions.tsx';
import styles from './ResponsesPane.module.css';
import { filteredWords } from './responseWords.ts';
import { useResponseActions } from './useResponseActions.ts';

export interface ResponsesPaneProps {
  readonly onActivate: (id: DocumentId) => void;
  readonly onRename: (id: DocumentId, name: string) => void;
  /** Takes documents off the list; the caller offers to undo it. */
  readonly onRemove: (ids: readonly DocumentId[]) => void;
  readonly onTogether: (wanted: Together) => void;
}

/** Opens documents of the list as one, all of them where no ids are given, with this of its view. */
interface Together {
  readonly ids?: readonly DocumentId[] | undefined;
  /** Responses of the document on screen that are wanted of it. */
  readonly responses?: readonly number[] | undefined;
  readonly view?: { readonly areCallsShown?: boolean };
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

  // Documents beside the one on screen, or instead of it; where a range began.
  const [pickedOnce, setPicked] = useState(noneSelected.documents);
  const picked = useMemo(() => present(pickedOnce, documents), [pickedOnce, documents]);
  const [from, setFrom] = useState<string>();
  const selected: Selected = { documents: picked, responses: chosen };
  const selectedNumber = selectedCount(selected, activeId);

  const narrow = (responses: readonly number[] | undefined): void =>
    changeView((view) => {
      const { responses: _replaced, ...brushes } = view.brushes;
      return { ...view, brushes: responses === undefined ? brushes : { ...brushes, responses } };
    });
  const choose = (next: Selected): void => {
    setPicked(next.documents);
    if (several !== undefined && !isSameList(next.responses, chosen)) narrow(next.responses);
    const count = selectedCount(next, activeId);
    if (count > 1) announce(`${formatCount(count)} selected`);
  };
  const press = (place: number, how: PressHow): void => {
    const pressed = shown[place];
    if (pressed === undefined) return;
    const began = how === 'extending' ? (from ?? (item && itemKey(item))) : undefined;
    const start = shown.findIndex((one) => itemKey(one) === began);
    setFrom(began);
    setStand(itemKey(pressed));
    const next = selectedBy(selected, { items: shown, at: place, how, from: start < 0 ? at : start, activeId });
    if (next !== undefined) choose(next);
    else {
      setPicked(noneSelected.documents);
      onActivate(pressed.document.id);
    }
  };
  /** The entry, with all that are selected where it is one of them. */
  const remove = (one: ListItem): void => {
    const isPicked = picked.size > 0 && isSelected(selected, one, activeId) && chosen === undefined;
    const ids = one.response === undefined ? (isPicked ? [...picked] : [one.document.id]) : [];
    const isOther = (other: ListItem): boolean =>
      one.response === undefined
        ? !ids.includes(other.document.id)
        : other.response !== undefined && other.response !== one.response;
    const neighbour = shown.find((other, place) => place > at && isOther(other)) ?? shown.findLast(isOther);
    setStand(neighbour && itemKey(neighbour));
    setRenaming(undefined);
    if (one.response === undefined) {
      setPicked(noneSelected.documents);
      onRemove(ids);
    } else actions.takeOut(one.response);
    listRef.current?.focus();
  };
  const endRenaming = (): void => {
    setRenaming(undefined);
    listRef.current?.focus();
  };
  const moveTo = (place: number): void => {
    const next = shown[place];
    setFrom(undefined);
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

  const together = (view: { readonly areCallsShown?: boolean }): void => {
    const ids = documents.map(({ id }) => id).filter((id) => picked.has(id));
    const [only] = ids;
    setPicked(noneSelected.documents);
    if (ids.length === 1 && only !== undefined) onActivate(only);
    else if (ids.length > 1) {
      const own = activeId !== undefined && picked.has(activeId) ? chosen : undefined;
      onTogether({ ids, responses: own, view });
    } else if (several === undefined) onTogether({ view });
    else if (view.areCallsShown) changeView((current) => ({ ...current, ...view }));
    else narrow(chosen === undefined ? [item?.response ?? 0] : undefined);
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

  const wanted = picked.size > 0 ? `the ${plural(selectedNumber, 'selected response')}` : 'all responses';
  const counted = filter === '' ? formatCount(all.length) : filteredWords(shown.length, all.length);

  return (
    <Pane
      pane="responses"
      label="Responses"
      count={selectedNumber > 1 ? `${counted}, ${formatCount(selectedNumber)} selected` : counted}
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
                isPressed={several !== undefined && chosen === undefined && picked.size === 0}
                hint={`The samples of ${wanted} in one table`}
                onToggle={() => together({})}
              />
              <IconButton
                icon="columns-compare"
                label="Compare responses"
                hint={`What differs between the calls of ${wanted}, and between their answers`}
                onClick={() => together({ areCallsShown: true })}
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
          isMultiple={all.length > 1}
          isSelected={(place) => isSelected(selected, shown[place], activeId)}
          onPress={press}
          onAll={() => choose(extended(shown, activeId))}
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

/** Those of the ids that are open still. */
function present(ids: ReadonlySet<DocumentId>, documents: readonly OpenDocument[]): ReadonlySet<DocumentId> {
  return ids.size === 0 ? ids : new Set(documents.flatMap(({ id }) => (ids.has(id) ? [id] : [])));
}

function isSameList(some: readonly number[] | undefined, others: readonly number[] | undefined): boolean {
  return some?.length === others?.length && (some ?? []).every((one, at) => one === others?.[at]);
}
