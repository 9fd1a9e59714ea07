// The pane "Source": the text of the document at the selection, with the selected range marked and the place of an error.
// Connects the view of lines to the store.

import { useRef, useState } from 'react';
import type { Pointer } from '../../json/pointer.ts';
import type { SourceLine } from '../../response/questions.ts';
import { useAnswer, useQuestions } from '../../state/answer.ts';
import type { Arrangement } from '../../state/panes.ts';
import { useShownHit } from '../../state/search.ts';
import { activeView, useDocument, useSelection, useStore } from '../../state/store.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { ToggleButton } from '../../ui/ToggleButton.tsx';
import styles from './SourcePane.module.css';
import { SourceView, type Target } from './SourceView.tsx';
import { linesText, neighbourByte, placeText, windowsFor } from './sourcePlaces.ts';
import type { LineWindows } from './useSourceLines.ts';
import { useSourceScroll } from './useSourceScroll.ts';

export interface SourcePaneProps {
  /** `narrow`: the width of a phone. */
  readonly arrangement?: Arrangement;
}

const noWindows: LineWindows = new Map();

export function SourcePane({ arrangement = 'full' }: SourcePaneProps) {
  const document = useDocument();
  const selection = useSelection();
  const questions = useQuestions();
  const isWrapping = useStore((state) => state.preferences.isSourceWrapping);
  const hovered = useStore((state) => state.hovered);
  const { select, setPreferences } = useStore.getState();

  const answer = useAnswer(`node ${selection}`, async (from) => ({ selection, node: await from.node(selection) }));
  // The range before stays marked until the next one is known.
  const node = answer.value?.node;
  const isKnown = answer.value?.selection === selection;
  const lit = useAnswer(hovered === undefined || hovered === selection ? undefined : `node ${hovered}`, (from) =>
    from.node(hovered as Pointer),
  ).value;

  const hit = useShownHit(document.id, selection);
  const [moved, setMoved] = useState({ selection, hit, windows: noWindows });
  const own = moved.selection === selection && moved.hit === hit ? moved.windows : noWindows;
  const windows = windowsFor(node, document.failure, hit, own);
  const onMove = (line: SourceLine, by: -1 | 1): void => {
    const next = new Map(own);
    setMoved({ selection, hit, windows: next.set(line.line, neighbourByte(line, by)) });
  };

  // A place that was pressed here is in view already.
  const pressed = useRef<Pointer>(undefined);
  const onPressByte = (byte: number): void => {
    void questions.pointerAt(byte).then((pointer) => {
      // What was selected since the press is meant more.
      const now = useStore.getState();
      if (now.activeId !== document.id || activeView(now).selection !== selection) return;
      pressed.current = pointer;
      select(pointer, 'source');
    });
  };
  // A document that turns out to be broken shows where, until something else is selected.
  const error = document.load === 'failed' ? document.failure?.place : undefined;
  const [broken, setBroken] = useState<{ readonly id: string; readonly selection: Pointer }>();
  if (error && broken?.id !== document.id) setBroken({ id: document.id, selection });
  const isErrorShown = error !== undefined && (broken?.selection === selection || (isKnown && node === undefined));

  const target: Target | undefined = targetOf();
  function targetOf() {
    const key = `${document.id} ${isErrorShown} ${selection}`;
    if (hit) {
      const { start, end } = hit.place;
      return { key: `${document.id} hit ${hit.from}`, line: start.line, lastLine: end.line };
    }
    if (isErrorShown) return { key, line: error.line, lastLine: error.line };
    if (!isKnown || node === undefined || pressed.current === selection) return undefined;
    return { key, line: node.start.line, lastLine: node.end.line };
  }

  const { lineCount } = document;
  const inView = useSourceScroll(lineCount ?? 0, isWrapping);
  const shown = hit ? { ...hit.place, isIncomplete: false } : node;
  const place = placeText(shown, document.load === 'failed' ? document.failure : undefined);
  return (
    <Pane
      pane="source"
      label="Source"
      count={
        lineCount === undefined || inView.scroll.viewPx === 0 ? '–' : linesText(inView.first, inView.last, lineCount)
      }
      header={<span className={styles.place}>{arrangement === 'narrow' ? undefined : place}</span>}
      actions={
        <>
          <ToggleButton
            label="Wrap lines"
            icon="wrap"
            isPressed={isWrapping}
            onToggle={(isSourceWrapping) => setPreferences({ isSourceWrapping })}
          />
          <CopyButton label="Copy source" text={async () => (await questions.brought(selection)) ?? ''} />
        </>
      }
    >
      {lineCount === undefined ? (
        document.load === 'failed' ? (
          <EmptyState>Nothing of this text was read.</EmptyState>
        ) : null
      ) : (
        <SourceView
          place={inView}
          lineCount={lineCount}
          isWrapping={isWrapping}
          marked={node}
          lit={lit}
          found={hit?.place}
          error={error}
          mend={document.mend}
          target={target}
          windows={windows}
          onMove={onMove}
          onPressByte={onPressByte}
        />
      )}
    </Pane>
  );
}
