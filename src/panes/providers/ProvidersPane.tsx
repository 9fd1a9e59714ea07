// The pane "Provider responses": what the model provider sent, as a tree of the document, with one line per response above it.
// Connects the tree to the store; the tree itself knows no store.

import { useMemo, useRef, useState } from 'react';
import { type Pointer, pointerKeys } from '../../json/pointer.ts';
import { useQuestions } from '../../state/answer.ts';
import type { OpenDocument } from '../../state/documents.ts';
import { usePaneKeys } from '../../state/paneKeys.ts';
import type { Arrangement } from '../../state/panes.ts';
import { placeAs } from '../../state/placeAs.ts';
import { useShownHit } from '../../state/search.ts';
import { counterpart, owningPosition, providerAt } from '../../state/selection.ts';
import { activeDocument, useDocument, useSelection, useStore, useViewPart } from '../../state/store.ts';
import { setExpanded } from '../../state/view.ts';
import { announce } from '../../ui/announce.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { formatCount } from '../../words/numbers.ts';
import { wholeValue } from './nodeText.ts';
import { ProviderLines } from './ProviderLines.tsx';
import styles from './ProvidersPane.module.css';
import { mostLevels, mostNodes, subtreeOf } from './subtree.ts';
import { type TreeCommands, TreeView, type TreeViewHandle } from './TreeView.tsx';
import { treeHints } from './treeHints.ts';
import { isExpandable, type TreePlace } from './treeLayout.ts';
import { listPointer, useTree } from './useTree.ts';
import { useTreeCursor } from './useTreeCursor.ts';

export interface ProvidersPaneProps {
  /** `rail`: the column beside a comparison; `narrow`: the width of a phone. */
  readonly arrangement?: Arrangement;
}

/** With more provider responses than this only the one in view has its line. */
const mostLines = 3;

export function ProvidersPane({ arrangement = 'full' }: ProvidersPaneProps) {
  const document = useDocument();
  const selection = useSelection();
  const expanded = useViewPart((view) => view.expanded);
  const collapsed = useViewPart((view) => view.collapsed);
  const questions = useQuestions();
  const [chosenHere, setChosenHere] = useState<Pointer>();
  const [notice, setNotice] = useState<{ readonly text: string; readonly selection: Pointer }>();
  const hit = useShownHit(document.id, selection);
  // A hit is shown at its own place, not at the one that is linked to it.
  const tree = useTree(document, { selection, expanded, collapsed }, hit ? selection : chosenHere);
  const { pages, layout, open, shown } = tree;
  const hints = useMemo(() => treeHints(document), [document]);
  const sight = { layout, knowledge: pages, hints, found: hit?.place };
  const rowHeight = arrangement === 'narrow' ? 32 : 20;
  const cursor = useTreeCursor({ sight, pages, selection, shown, rowHeight });
  const { active } = cursor;
  const lit = useLitPointers();
  const handle = useRef<TreeViewHandle>(null);
  const { select, hover, changeView } = useStore.getState();

  const openBelow = async (start: readonly { readonly pointer: Pointer; readonly childCount: number }[]) => {
    const { containers, nodeCount, isWhole } = await subtreeOf(pages, start);
    if (useStore.getState().activeId !== document.id) return;
    changeView((current) => setExpanded(current, containers, true));
    const text = isWhole
      ? `${formatCount(nodeCount)} rows opened`
      : `${formatCount(nodeCount)} rows opened. At once at most ${formatCount(mostNodes)} rows and ${mostLevels} levels open; open the rest row by row.`;
    announce(text);
    setNotice(isWhole ? undefined : { text, selection });
  };
  const closeBelow = (pointer: Pointer) => {
    const below = [...open].filter((one) => one === pointer || one.startsWith(`${pointer}/`));
    changeView((current) => setExpanded(current, below, false));
  };

  const commands: TreeCommands = {
    onSelect: ({ pointer }) => {
      if (pointer === undefined) return;
      setChosenHere(pointer);
      // What is open stays open: rows must not move away under the mouse of somebody who works in the tree.
      changeView((current) => setExpanded(current, [...open], true));
      select(pointer, 'providers');
    },
    onSelectPointer: (pointer) => {
      setChosenHere(undefined);
      select(pointer, 'providers');
    },
    onToggle: ({ pointer, node, isExpanded }, isDeep) => {
      if (pointer === undefined || node === undefined) return;
      setNotice(undefined);
      if (!isDeep) changeView((current) => setExpanded(current, [pointer], !isExpanded));
      else if (isExpanded) closeBelow(pointer);
      else void openBelow([{ pointer, childCount: node.childCount }]);
    },
    onToggleSiblings: ({ branch }) => {
      void pages.all(branch.pointer, Math.min(branch.count, mostNodes)).then((rows) => {
        if (useStore.getState().activeId !== document.id) return;
        const containers = rows.filter(isExpandable).map((row) => row.pointer);
        changeView((current) => setExpanded(current, containers, true));
      });
    },
    onCollapseBelow: ({ pointer }) => pointer !== undefined && closeBelow(pointer),
    onHover: hover,
    onReadValue: (pointer) => wholeValue(questions, pointer),
    onWritePlace: (pointer, form) => placeAs(questions, pointer, form),
  };

  usePaneKeys('providers', {
    next: () => handle.current?.step(1),
    previous: () => handle.current?.step(-1),
    ...(active?.pointer !== undefined && { copyValue: () => handle.current?.act('copyValue') }),
    ...(active?.isExpandable && {
      openBelow: () => handle.current?.act('openBelow'),
      closeBelow: () => handle.current?.act('closeBelow'),
    }),
  });

  const hasList = document.kind === 'response' && document.providerCount > 0;
  const canOpenBelow = active?.isExpandable === true && active.pointer !== undefined;
  const sentence = emptySentence(document);
  return (
    <Pane
      pane="providers"
      label="Provider responses"
      count={document.kind === 'plain' ? undefined : formatCount(document.providerCount)}
      actions={
        layout.rowCount > 1 ? (
          <>
            {arrangement === 'rail' ? null : (
              <IconButton
                icon="expand-all"
                label="Open all below the row"
                keys="Shift+ArrowRight"
                disabled={!canOpenBelow}
                onClick={() => active && commands.onToggle({ ...active, isExpanded: false }, true)}
              />
            )}
            <IconButton
              icon="collapse-all"
              label="Collapse all"
              disabled={layout.branches.size <= layout.roots.length}
              onClick={() => changeView((current) => setExpanded(current, [...open], false))}
            />
          </>
        ) : undefined
      }
      footer={notice?.selection === selection ? <p className={styles.notice}>{notice.text}</p> : undefined}
    >
      {hasList ? (
        <ProviderLines
          table={document.providers}
          providers={shownProviders(document, shown, cursor.outermost)}
          isShort={arrangement === 'rail'}
          onSelect={(pointer) => select(pointer, 'providers')}
        />
      ) : null}
      {sentence === undefined ? null : <p className={styles.sentence}>{sentence}</p>}
      {layout.rowCount > 0 && (layout.roots.length > 0 || pages.node('' as Pointer)) ? (
        <TreeView
          cursor={cursor}
          sight={sight}
          pages={pages}
          selection={selection}
          shown={shown}
          isWaiting={tree.isWaiting}
          lit={lit}
          rowHeight={rowHeight}
          dividerLabel="elsewhere in the response"
          commands={commands}
          handle={handle}
        />
      ) : null}
    </Pane>
  );
}

/** The place under the mouse anywhere on the page, and its counterpart. */
function useLitPointers(): readonly Pointer[] {
  const hovered = useStore((state) => state.hovered);
  const other = useStore((state) => {
    const document = activeDocument(state);
    return document && state.hovered !== undefined ? counterpart(document, state.hovered) : undefined;
  });
  const choice = useStore((state) => {
    const document = activeDocument(state);
    const position = document && state.hovered !== undefined ? owningPosition(state.hovered) : undefined;
    return position === undefined ? undefined : document?.rows.choice(position);
  });
  return useMemo(() => [hovered, other, choice].filter((pointer) => pointer !== undefined), [hovered, other, choice]);
}

/** All of a few; of many the one that is selected, else the one in view. */
function shownProviders(document: OpenDocument, shown: Pointer | undefined, top: TreePlace | undefined) {
  const { providers } = document;
  if (providers.length <= mostLines)
    return Array.from({ length: providers.length }, (_, at) => providers.at(at)).filter((one) => one !== undefined);
  const selected = shown === undefined ? undefined : providerAt(document, shown);
  const inView = top?.branch.pointer === listPointer ? top.index : undefined;
  const provider = providers.at(selected ?? inView ?? 0);
  return provider ? [provider] : [];
}

/** What to say above the tree when there are no provider responses. */
function emptySentence(document: OpenDocument): string | undefined {
  if (document.kind === 'plain') return 'Plain JSON, not a completion response. These are its own members.';
  if (document.providerCount > 0 || !document.hasRows) return undefined;
  const line = document.failure?.place?.line;
  const isListRead = document.fields.some(({ pointer }) => pointerKeys(pointer)[0] === 'provider_responses');
  if (document.load === 'failed' && line !== undefined && !isListRead) {
    return `They stand after line ${formatCount(line)} and were not read. Mend the text, and they appear here.`;
  }
  return 'The response holds no provider responses. These are its own members.';
}
