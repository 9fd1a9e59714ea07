// The search over the whole document, as a line below the panes: the box, how many hits there are and which one a person is at. Going to a hit selects
// its place, so that every pane follows. Connects the search to the store.

import { type ClipboardEvent, useEffect, useEffectEvent, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useQuestions } from '../../state/answer.ts';
import { useClosedByEscape } from '../../state/escape.ts';
import { goToPane, usePaneKeys } from '../../state/paneKeys.ts';
import { closeSearch, useSearch } from '../../state/search.ts';
import { activeView, useDocument, useStore } from '../../state/store.ts';
import { useTasks } from '../../state/task.ts';
import { takeTypedAhead, typedForSearch } from '../../state/typedAhead.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { ToggleButton } from '../../ui/ToggleButton.tsx';
import { failureText, pieceAsker, type Sought, soughtProblem, withSigns } from './asking.ts';
import { DocumentSearch, type SearchProgress } from './DocumentSearch.ts';
import styles from './FindBar.module.css';
import { countText, percentText } from './searchWords.ts';
import { stepTo } from './stepTo.ts';

/** Typing goes on: not every letter is looked for. */
const restMs = 120;
/** Of a text that is selected on the page when the bar opens. */
const longestTaken = 1000;
const nothing: SearchProgress = { state: 'waiting', count: 0, done: 0 };
const never = () => () => undefined;

/** The number of the hit that a person wants to be at, of the search that it was said of. */
interface Wanted {
  readonly key: string;
  readonly number: number;
}

export function FindBar() {
  const document = useDocument();
  const questions = useQuestions();
  const tasks = useTasks();
  const { text, isCaseMatched, isPattern } = useSearch();
  const bar = useRef<HTMLElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const before = useRef<Element>(null);

  const sought = useMemo<Sought>(() => ({ text, isCaseMatched, isPattern }), [text, isCaseMatched, isPattern]);
  const problem = useMemo(() => soughtProblem(sought), [sought]);
  const search = useMemo(
    () =>
      text === '' || problem !== undefined || document.bytes === undefined
        ? undefined
        : new DocumentSearch(pieceAsker(sought, questions, tasks), document.bytes),
    [text, problem, sought, questions, tasks, document.bytes],
  );
  // In step with the clock and the workers that look for it.
  useEffect(() => {
    if (search === undefined) return;
    const timer = setTimeout(() => void search.start().then(() => measured(search)), restMs);
    return () => {
      clearTimeout(timer);
      search.stop();
    };
  }, [search]);
  const progress = useSyncExternalStore(search?.subscribe ?? never, () => search?.progress ?? nothing);

  const key = keyOf(document.id, sought);
  const [wanted, setWanted] = useState<Wanted>();
  const isWanted = wanted !== undefined && wanted.key === key;
  const at = isWanted ? stepTo(wanted.number, 0, progress) : undefined;
  const isThere = at !== undefined && at < progress.count;
  // In step with the worker, which knows where the hit is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same number, wanted again, is gone to again
  useEffect(() => {
    if (search === undefined || at === undefined || !isThere) return;
    let isCurrent = true;
    goTo(search, at, () => isCurrent).catch((reason: unknown) => isCurrent && announce(failureText(reason)));
    return () => {
      isCurrent = false;
    };
  }, [search, at, isThere, wanted]);

  async function goTo(of: DocumentSearch, number: number, isCurrent: () => boolean): Promise<void> {
    const hit = await of.hit(number);
    if (hit === undefined || !isCurrent()) return;
    const place = await questions.foundPlace(hit.from, hit.to);
    const { activeId, select } = useStore.getState();
    if (!isCurrent() || activeId !== document.id) return;
    useSearch.setState({ shown: { documentId: document.id, ...hit, place } });
    select(place.pointer, 'source');
  }

  /** What a person looks for now: the first hit is gone to. */
  const change = (changed: Partial<Sought>): void => {
    useSearch.setState({ ...changed, shown: undefined });
    setWanted({ key: keyOf(document.id, { ...sought, ...changed }), number: 0 });
  };
  const step = (by: 1 | -1): void => setWanted({ key, number: stepTo(at, by, progress) });

  const focus = (): void => {
    if (bar.current?.contains(globalThis.document.activeElement) !== true) {
      before.current = globalThis.document.activeElement;
      const chosen = String(getSelection());
      if (chosen !== '' && chosen.length <= longestTaken && chosen !== text) change({ text: withSigns(chosen) });
    }
    input.current?.focus();
    input.current?.select();
  };
  const focusAtFirst = useEffectEvent(() => {
    focus();
    const typed = takeTypedAhead(typedForSearch);
    if (typed !== undefined && typed.text !== '') change({ text: typed.text });
  });
  // The focus belongs to the browser, and so do the keys that were pressed while the code of the bar was on its way.
  useEffect(() => focusAtFirst(), []);
  const close = (): void => {
    const hadFocus = bar.current?.contains(globalThis.document.activeElement) === true;
    closeSearch();
    if (!hadFocus) return;
    const last = before.current;
    if (last instanceof HTMLElement && last.isConnected && last !== globalThis.document.body) last.focus();
    else goToPane(activeView(useStore.getState()).pane);
  };
  useClosedByEscape(true, close);
  usePaneKeys('search', { find: focus, nextMatch: () => step(1), previousMatch: () => step(-1) });

  // A search box would drop line breaks.
  const onPaste = (event: ClipboardEvent): void => {
    const pasted = event.clipboardData.getData('text/plain');
    const field = input.current;
    if (field === null || event.target !== field || !/[\r\n]/.test(pasted)) return;
    event.preventDefault();
    field.setRangeText(withSigns(pasted), field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
    change({ text: field.value });
  };

  const { state, count, done } = progress;
  const failure = state === 'failed' ? failureText(progress.reason) : undefined;
  const isLoading = document.load === 'loading';
  return (
    <search ref={bar} data-pane="search" aria-label="Search the document" className={styles.bar} onPaste={onPaste}>
      <div className={styles.field}>
        <SearchField
          label="Search the document"
          inputRef={input}
          value={text}
          onChange={(next) => change({ text: next })}
          onEnter={(isBack) => step(isBack ? -1 : 1)}
          onLeave={close}
          isKeptOnEscape
          error={problem}
        >
          <ToggleButton
            label="Regular expression"
            icon="regex"
            isPressed={isPattern}
            onToggle={(next) => change({ isPattern: next })}
            hint="Regular expression, over each key and each value as it reads"
          />
          <ToggleButton
            label="Match case"
            icon="case"
            isPressed={isCaseMatched}
            onToggle={(next) => change({ isCaseMatched: next })}
            hint="Match case"
          />
        </SearchField>
      </div>
      <IconButton
        icon="chevron-up"
        label="Previous hit"
        keys="Shift+F3"
        disabled={count === 0}
        onClick={() => step(-1)}
      />
      <IconButton icon="chevron-down" label="Next hit" keys="F3" disabled={count === 0} onClick={() => step(1)} />
      <span role="status" aria-busy={state === 'running'} className={styles.count}>
        {search === undefined ? '' : countText(progress, isThere || at === undefined ? at : count - 1)}
      </span>
      {state === 'running' ? (
        <span className={styles.running}>
          <span role="progressbar" aria-label="Searching" aria-valuenow={Math.floor(done * 100)}>
            {percentText(done)} searched
          </span>
          <Button onClick={() => search?.stop()}>Stop</Button>
        </span>
      ) : null}
      <span className={styles.words} data-kind={(problem ?? failure) === undefined ? undefined : 'error'}>
        {problem ?? failure ?? (isLoading ? 'Still being read: the source shows hits once it is complete.' : '')}
      </span>
      <IconButton icon="x" label="Close the search" keys="Escape" onClick={close} />
    </search>
  );
}

/** How long it took, for the timeline of the browser and the bench. */
function measured({ progress, startedAt }: DocumentSearch): void {
  if (progress.state === 'done') performance.measure('inspector.search', { start: startedAt });
}

function keyOf(documentId: string, { text, isCaseMatched, isPattern }: Sought): string {
  return `${documentId} ${isCaseMatched} ${isPattern} ${text}`;
}
