// The bar at the top: what is open and how it stands, and everything that opens something else. Knows no pane.

import { memo, type ReactNode } from 'react';
import { type OpenDocument, outcomeSentence } from '../state/documents.ts';
import { useFollowed } from '../state/followed.ts';
import { useStore } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { preloadable } from '../ui/preloadable.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { formatBytes, plural } from '../words/numbers.ts';
import { SeverityCountList } from './arrangements/SeverityCountList.tsx';
import { openExample } from './opening/examples.ts';
import { undoMend } from './opening/mending.ts';
import { Recognised } from './Recognised.tsx';
import { useExamples } from './start/ExampleList.tsx';
import styles from './TopBar.module.css';

const followButton = preloadable(() => import('./FollowButton.tsx').then((module) => module.FollowButton));

interface TopBarProps {
  readonly document: OpenDocument | undefined;
  readonly openCount: number;
  readonly isListShown: boolean;
  readonly onOpenFiles: () => void;
  readonly onPaste: () => void;
  readonly onShowCommands: () => void;
  readonly onShowShortcuts: () => void;
  readonly onShowStart: () => void;
  /** Things without a look of their own. */
  readonly children: ReactNode;
}

export const TopBar = memo(function TopBar(props: TopBarProps) {
  const { document, openCount, isListShown } = props;
  const followed = useFollowed(({ byId }) => (document === undefined ? undefined : byId[document.id]));
  return (
    <header className={styles.bar}>
      <button type="button" className={styles.brand} aria-label="Completion Inspector" onClick={props.onShowStart}>
        <Icon name="logo" />
        <span className={styles.brandName}>Completion Inspector</span>
      </button>
      {document === undefined && openCount === 0 ? null : (
        <DocumentButton document={document} openCount={openCount} isOpen={isListShown} />
      )}
      {document?.hasRows ? <Recognised key={document.id} document={document} /> : null}
      {document?.mend === undefined ? null : (
        <Button
          icon="undo"
          className={styles.labelled}
          hint={`Applied: ${document.mend.title}. Read the text as it was brought`}
          onClick={() => undoMend(document.id)}
        >
          <span>Undo the mend</span>
        </Button>
      )}
      {document !== undefined && followed !== undefined ? (
        <followButton.Part key={`follow ${document.id}`} id={document.id} followed={followed} />
      ) : null}
      <p className={styles.status}>
        <Outcome document={document} />
      </p>
      <div className={styles.actions}>
        <Button
          icon="folder"
          keys="Control+O"
          hint="Open files"
          onClick={props.onOpenFiles}
          className={styles.labelled}
        >
          <span>Open files</span>
        </Button>
        <Button icon="clipboard" hint="Paste" onClick={props.onPaste} className={styles.labelled}>
          <span>Paste</span>
        </Button>
        <ExamplesMenu />
        <span className={styles.separator} />
        <Button onClick={props.onShowCommands} aria-label="Commands" keys="Control+K" className={styles.commands}>
          <span>Commands</span>
          <Kbd keys="Control+K" />
        </Button>
        <ThemeMenu />
        <IconButton icon="help" label="Keyboard shortcuts" keys="?" onClick={props.onShowShortcuts} />
      </div>
      {props.children}
    </header>
  );
});

function DocumentButton({
  document,
  openCount,
  isOpen,
}: {
  readonly document: OpenDocument | undefined;
  readonly openCount: number;
  readonly isOpen: boolean;
}) {
  const setOpen = useStore((state) => state.setResponsesListOpen);
  return (
    <button type="button" className={styles.document} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
      {document === undefined ? (
        <span className={styles.documentName}>{plural(openCount, 'open response')}</span>
      ) : (
        <>
          <span className={styles.documentName}>{document.name}</span>
          <span className={styles.quiet}>{document.bytes === undefined ? '–' : formatBytes(document.bytes)}</span>
        </>
      )}
      <Icon name={isOpen ? 'chevron-up' : 'chevron-down'} />
      <VisuallyHidden>, show open responses</VisuallyHidden>
    </button>
  );
}

/** The page's one status: what opened, in a sentence, with the counts of issues behind it. */
function Outcome({ document }: { readonly document: OpenDocument | undefined }) {
  return (
    <>
      <span role="status" className={styles.outcome}>
        {document === undefined ? null : <OutcomeText document={document} />}
      </span>
      {document?.load === 'complete' ? <SeverityCountList counts={document.issues.counts} /> : null}
    </>
  );
}

/** The name stands beside the status already, so that only assistive technology hears it again. */
function OutcomeText({ document }: { readonly document: OpenDocument }) {
  const sentence = outcomeSentence(document);
  const prefix = `${document.name}: `;
  return sentence.startsWith(prefix) ? (
    <>
      <VisuallyHidden>{prefix}</VisuallyHidden>
      {sentence.slice(prefix.length)}
    </>
  ) : (
    sentence
  );
}

const ExamplesMenu = memo(function ExamplesMenu() {
  const list = useExamples();
  return (
    <MenuButton
      label="Examples"
      icon="file"
      className={styles.examples}
      entries={list.map((example) => ({
        id: example.file,
        label: example.title,
        hint: example.note,
        detail: formatBytes(example.bytes),
      }))}
      onAction={(file) => {
        const example = list.find((one) => one.file === file);
        if (example) void openExample(example);
      }}
    >
      <span>Examples</span>
    </MenuButton>
  );
});

const ThemeMenu = memo(function ThemeMenu() {
  const theme = useStore((state) => state.preferences.theme);
  const setPreferences = useStore((state) => state.setPreferences);
  return (
    <MenuButton
      label="Theme"
      icon="theme"
      entries={[
        { id: 'system', label: 'System' },
        { id: 'light', label: 'Light' },
        { id: 'dark', label: 'Dark' },
      ]}
      selected={[theme]}
      onAction={(id) => {
        if (id === 'system' || id === 'light' || id === 'dark') setPreferences({ theme: id });
      }}
    />
  );
});
