// The pane "Generation": the selected one in full. It keeps the last one on screen while the selection is elsewhere.

import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { noAnnotation } from '../../response/annotations.ts';
import { generationName } from '../../response/generationNames.ts';
import { flagBits } from '../../response/samples/sampleColumns.ts';
import { useAnswer, useQuestions } from '../../state/answer.ts';
import type { Arrangement } from '../../state/panes.ts';
import { generationAt } from '../../state/selection.ts';
import { activeAnnotations, useDocument, useSelection, useStore, useViewPart } from '../../state/store.ts';
import { generationTabNames } from '../../state/tabNames.ts';
import type { GenerationTab } from '../../state/view.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { classNames } from '../../ui/classNames.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { preloadable } from '../../ui/preloadable.tsx';
import { TabPanel, Tabs } from '../../ui/Tabs.tsx';
import { ToggleButton } from '../../ui/ToggleButton.tsx';
import { formatCount } from '../../words/numbers.ts';
import { AnnotationActions } from './AnnotationActions.tsx';
import { copyOf } from './copyOf.ts';
import { GenerationFacts } from './GenerationFacts.tsx';
import styles from './GenerationPane.module.css';
import { isRawDifferent, noGenerationSentence } from './generationShown.ts';
import { linkedChoice } from './linkChoices.ts';
import { NoteLine } from './NoteLine.tsx';
import { OutputTab } from './OutputTab.tsx';
import { noOwnIssues, ownIssues } from './ownIssues.ts';
import { useTokensReady } from './tokens/useTokensReady.ts';

const providerAnswers = preloadable(() => import('./ProviderAnswers.tsx').then((module) => module.ProviderAnswers));

const inputsTab = preloadable(() => import('./InputsTab.tsx').then((module) => module.InputsTab));
const jsonTab = preloadable(() => import('./JsonTab.tsx').then((module) => module.JsonTab));
const messagesTab = preloadable(() => import('./MessagesTab.tsx').then((module) => module.MessagesTab));
const tokensTab = preloadable(() => import('./tokens/TokensTab.tsx').then((module) => module.TokensTab));
const toolsTab = preloadable(() => import('./ToolsTab.tsx').then((module) => module.ToolsTab));

export interface GenerationPaneProps {
  readonly arrangement: Arrangement;
}

const idBase = 'generation';

export function GenerationPane({ arrangement }: GenerationPaneProps) {
  const document = useDocument();
  const wantedTab = useViewPart((view) => view.tab);
  const questions = useQuestions();
  const preferences = useStore((state) => state.preferences);
  const { setPreferences, changeView } = useStore.getState();
  const bodyRef = useRef<HTMLDivElement>(null);
  const [isRawShown, setRawShown] = useState(false);
  const [noted, setNoted] = useState<string>();
  const position = useShownPosition();
  const row = position === undefined ? undefined : document.rows.at(position);
  const annotation =
    useStore((state) => (position === undefined ? undefined : activeAnnotations(state)[position])) ?? noAnnotation;
  const answer = useAnswer(row && `generation ${row.position}`, (one) => one.generation(row?.position ?? 0));
  const issues = useMemo(
    () => (position === undefined ? noOwnIssues : ownIssues(document.issues, position)),
    [document.issues, position],
  );
  const isChat = document.rows.firstWith('flags', flagBits.messages) !== undefined;
  const choice = useMemo(() => linkedChoice(document.providers, row), [document.providers, row]);
  useTokensReady(choice, document.load === 'complete');
  const tabs = tabsOf(isChat, row ? row.toolCallCount + row.toolResultCount : 0);
  const tab = tabs.some((one) => one.id === wantedTab) ? wantedTab : 'output';

  // Scroll position of the body, which starts anew; a new body would lose what is kept on screen until the next answer arrives.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another generation or tab begins at its top
  useLayoutEffect(() => {
    bodyRef.current?.scrollTo(0, 0);
  }, [position, tab]);

  if (row === undefined) {
    return (
      <Pane pane="generation" label="Generation">
        {document.generationCount === 0 && document.providers.choiceCount > 0 ? (
          <providerAnswers.Part providers={document.providers} />
        ) : (
          <EmptyState>{noGenerationSentence(document)}</EmptyState>
        )}
      </Pane>
    );
  }

  const detail = answer.value;
  const current = detail?.position === row.position ? detail : undefined;
  const isRaw = isRawShown && current !== undefined && isRawDifferent(current);
  // These tabs scroll by themselves: they can hold a million parts.
  const isList = tab === 'inputs' || tab === 'messages' || tab === 'tools';
  const noteKey = `${document.id} ${row.position}`;
  const name = generationName(row.label);
  return (
    <Pane
      pane="generation"
      label="Generation"
      className={classNames(styles.pane, arrangement !== 'narrow' && styles.titled)}
      title={arrangement === 'narrow' ? name : undefined}
      count={arrangement === 'narrow' ? undefined : name}
      header={
        <Tabs<GenerationTab>
          label="Parts of the generation"
          idBase={idBase}
          tabs={tabs}
          selected={tab}
          onSelect={(next) => changeView((one) => ({ ...one, tab: next }))}
        />
      }
      toolbar={
        annotation.note === '' && noted !== noteKey ? undefined : (
          <NoteLine
            key={noteKey}
            id={document.id}
            position={row.position}
            name={name}
            note={annotation.note}
            isAsked={noted === noteKey}
            onDone={() => setNoted(undefined)}
          />
        )
      }
      actions={
        <>
          <AnnotationActions position={row.position} annotation={annotation} onNote={() => setNoted(noteKey)} />
          {arrangement === 'narrow' ? null : (
            <>
              <ToggleButton
                icon="wrap"
                label="Wrap lines"
                isPressed={preferences.isWrapping}
                onToggle={(isWrapping) => setPreferences({ isWrapping })}
              />
              <ToggleButton
                icon="pilcrow"
                label="Show invisible characters"
                isPressed={preferences.areInvisiblesShown}
                onToggle={(areInvisiblesShown) => setPreferences({ areInvisiblesShown })}
              />
            </>
          )}
          <CopyButton {...copyOf({ tab, row, detail: current, isRaw, choice, questions })} />
        </>
      }
    >
      <div ref={bodyRef} className={styles.body}>
        <TabPanel idBase={idBase} id={tab} className={isList ? styles.list : styles.panel} isFocusable={!isList}>
          {tab === 'output' ? (
            <>
              <GenerationFacts row={row} detail={current} issues={issues} isRawShown={isRaw} onRawShown={setRawShown} />
              <OutputTab row={row} detail={detail} choice={choice} isRawShown={isRaw} />
            </>
          ) : tab === 'tokens' ? (
            <tokensTab.Part row={row} choice={choice} />
          ) : tab === 'json' ? (
            <jsonTab.Part row={row} />
          ) : detail === undefined ? null : tab === 'inputs' ? (
            <inputsTab.Part detail={detail} />
          ) : tab === 'messages' ? (
            <messagesTab.Part detail={detail} />
          ) : (
            <toolsTab.Part detail={detail} />
          )}
        </TabPanel>
      </div>
    </Pane>
  );
}

/** Position of the generation that the selection belongs to, or else of the one that was shown before in this document. */
function useShownPosition(): number | undefined {
  const document = useDocument();
  const selection = useSelection();
  const selected = useMemo(() => generationAt(document, selection), [document, selection]);
  const [last, setLast] = useState({ id: document.id, position: selected });
  if (selected !== undefined && (last.id !== document.id || last.position !== selected)) {
    setLast({ id: document.id, position: selected });
  }
  return selected ?? (last.id === document.id ? last.position : undefined);
}

function tabsOf(isChat: boolean, toolCount: number) {
  const tools = toolCount === 0 ? undefined : <span aria-hidden="true">{formatCount(toolCount)}</span>;
  return [
    { id: 'output', label: generationTabNames.output },
    { id: 'tokens', label: generationTabNames.tokens },
    { id: 'inputs', label: generationTabNames.inputs },
    ...(isChat ? [{ id: 'messages', label: generationTabNames.messages } as const] : []),
    { id: 'tools', label: generationTabNames.tools, count: tools },
    { id: 'json', label: generationTabNames.json },
  ] as const;
}
