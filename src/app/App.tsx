// The page: top bar, the start screen or the work area, progress, dialogs, drop and paste. Wires them; knows no pane.

import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { partMissing } from '../load/partMissing.ts';
import { whenIdle } from '../load/whenIdle.ts';
import type { OpenDocument } from '../state/documents.ts';
import { showNotice } from '../state/notice.ts';
import { isResponsesListShown, listedCount, useDrawnDocument, useStore } from '../state/store.ts';
import { typedForPalette, useTypedAhead } from '../state/typedAhead.ts';
import { Announcer } from '../ui/Announcer.tsx';
import { announce } from '../ui/announce.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { preloadable } from '../ui/preloadable.tsx';
import { TooltipLayer } from '../ui/TooltipLayer.tsx';
import styles from './App.module.css';
import { useHasRoomForList } from './arrangements/useWidth.ts';
import type { Shell } from './commands/command.ts';
import { commandsOf } from './commands/commands.ts';
import { useContextMenu } from './commands/useContextMenu.tsx';
import { useShortcuts } from './commands/useShortcuts.ts';
import { NoticeBar } from './NoticeBar.tsx';
import { useChangedFiles } from './opening/changedFiles.ts';
import { DropTarget } from './opening/DropTarget.tsx';
import { openFiles, openText } from './opening/inputs.ts';
import { LoadProgress } from './opening/LoadProgress.tsx';
import { markComplete, markFirstRows } from './opening/timing.ts';
import { StartScreen } from './start/StartScreen.tsx';
import { TopBar } from './TopBar.tsx';

const failureStrip = preloadable(() => import('./opening/FailureStrip.tsx').then((module) => module.FailureStrip));

const workArea = preloadable(() => import('./arrangements/WorkArea.tsx').then((module) => module.WorkArea));
const responsesList = preloadable(() => import('./ResponsesList.tsx').then((module) => module.ResponsesList));
const dialogs = {
  commands: preloadable(() => import('./commands/CommandPalette.tsx').then((module) => module.CommandPalette)),
  shortcuts: preloadable(() => import('./commands/ShortcutsDialog.tsx').then((module) => module.ShortcutsDialog)),
};

interface WorkAreaSlotProps {
  readonly document: OpenDocument | undefined;
  readonly onPainted: (id: string) => void;
}

/** The work area: mounted without a document as soon as the page is idle, so that opening one has only its panes to draw. */
const WorkAreaSlot = memo(function WorkAreaSlot({ document, onPainted }: WorkAreaSlotProps) {
  const [isReady, setReady] = useState(false);
  // The browser's idle time.
  useEffect(() => whenIdle(() => setReady(true)), []);
  if (!isReady && !document) return null;
  return <workArea.Part document={document} onPainted={onPainted} />;
});

type DialogName = keyof typeof dialogs;

export function App() {
  const shown = useDrawnDocument();
  const opening = useStore((state) => state.documents.find((document) => document.id === state.openingId));
  const attempts = useStore((state) => state.attempts);
  const openCount = useStore(listedCount);
  const isListWanted = useStore(isResponsesListShown);
  const isListOpened = useStore((state) => state.isResponsesListOpen === true);
  // Where there is room for one thing only, the list would hide the response.
  const isListShown = useHasRoomForList() ? isListWanted : isListOpened;
  const activate = useStore((state) => state.activate);
  const [dialog, setDialog] = useState<DialogName>();
  const fileInput = useRef<HTMLInputElement>(null);
  const [paintedId, setPaintedId] = useState<string>();
  const onPainted = useCallback((id: string) => {
    markFirstRows(id);
    setPaintedId(id);
  }, []);
  const isPainted = shown === undefined || paintedId === shown.id;

  const onPaste = useCallback(() => {
    const askForKeys = () => {
      activate(undefined);
      announce('The browser does not let a button read the clipboard here. Press Ctrl V or Command V.');
    };
    // Absent on pages that are not served from this machine or over HTTPS.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (!clipboard) return askForKeys();
    clipboard.readText().then((text) => openText(text), askForKeys);
  }, [activate]);

  const closeDialog = useCallback(() => setDialog(undefined), []);
  const showDialog = useCallback((name: DialogName) => {
    setDialog(name);
    dialogs[name].fetch().catch(() => {
      // A dialog has no place of its own in which to say it.
      setDialog(undefined);
      showNotice({ text: `${partMissing}.`, action: { label: 'Try again', run: () => showDialog(name) } });
    });
  }, []);
  const shell = useMemo<Shell>(
    () => ({
      openFileChooser: () => fileInput.current?.click(),
      paste: onPaste,
      showShortcuts: () => showDialog('shortcuts'),
      showCommands: () => showDialog('commands'),
    }),
    [onPaste, showDialog],
  );
  const commands = useMemo(() => commandsOf(shell), [shell]);
  useShortcuts(commands, dialog === undefined);
  const contextMenu = useContextMenu(commands);
  useTypedAhead(typedForPalette, dialog === 'commands', closeDialog);
  usePasteAnywhere();
  useChangedFiles(shell.openFileChooser);

  const showStart = useCallback(() => activate(undefined), [activate]);
  const chooser = useMemo(
    () => (
      <input
        ref={fileInput}
        type="file"
        multiple
        aria-label="Open response files"
        className={styles.fileInput}
        tabIndex={-1}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file can be chosen again only when the input forgets it.
          event.currentTarget.value = '';
          openFiles(files);
        }}
      />
    ),
    [],
  );
  const loading = opening ?? (shown?.load === 'loading' ? shown : undefined);
  const completeId = shown?.load === 'complete' ? shown.id : undefined;
  // The timeline of the browser.
  useEffect(() => {
    if (completeId !== undefined) markComplete(completeId);
  }, [completeId]);
  const load = opening ? 'loading' : (shown?.load ?? (attempts.length > 0 ? 'failed' : 'idle'));

  const Dialog = dialog && dialogs[dialog].Part;
  return (
    <div className={styles.page}>
      <TopBar
        document={shown}
        openCount={openCount}
        isListShown={isListShown}
        onOpenFiles={shell.openFileChooser}
        onPaste={onPaste}
        onShowCommands={shell.showCommands}
        onShowShortcuts={shell.showShortcuts}
        onShowStart={showStart}
      >
        {chooser}
      </TopBar>
      <LoadProgress document={loading} />
      <main className={styles.main} aria-busy={opening !== undefined || !isPainted} data-load={load}>
        <ErrorBoundary name="The page" resetKey={shown?.id}>
          {shown && attempts.length > 0 ? <failureStrip.Part attempts={attempts} /> : null}
          <div className={styles.columns}>
            {isListShown ? (
              <div className={styles.responses}>
                <responsesList.Part />
              </div>
            ) : null}
            <div className={styles.content}>
              {shown ? null : <StartScreen attempts={attempts} onOpenFiles={shell.openFileChooser} />}
              <div className={shown ? styles.workArea : styles.readyWorkArea} inert={!shown}>
                <WorkAreaSlot document={shown} onPainted={onPainted} />
              </div>
            </div>
          </div>
        </ErrorBoundary>
      </main>
      <NoticeBar />
      <DropTarget />
      {contextMenu}
      {Dialog === undefined ? null : <Dialog key={dialog} commands={commands} onClose={closeDialog} />}
      <Announcer />
      <TooltipLayer />
    </div>
  );
}

function isEditable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null;
}

/** A paste outside of an editable field opens what the clipboard holds. */
function usePasteAnywhere(): void {
  // The clipboard events of the window.
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || isEditable(event.target) || !event.clipboardData) return;
      const files = [...event.clipboardData.files];
      const text = event.clipboardData.getData('text/plain');
      event.preventDefault();
      if (files.length > 0) openFiles(files);
      else openText(text);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
}
