// The panes of one document, arranged for the room there is: inspecting, comparing, a broken text, or one pane at a time on a phone.
// Loaded after the start screen.

import { useDeferredValue, useEffect, useState } from 'react';
import { whenIdle } from '../../load/whenIdle.ts';
import { FieldsLine } from '../../panes/fields/FieldsLine.tsx';
import { QuestionsContext } from '../../state/answer.ts';
import type { DocumentId, OpenDocument } from '../../state/documents.ts';
import { useClosedByEscape } from '../../state/escape.ts';
import { closeSearch, useSearch } from '../../state/search.ts';
import { useStore, useViewPart } from '../../state/store.ts';
import { TasksContext } from '../../state/task.ts';
import { typedForSearch, useTypedAhead } from '../../state/typedAhead.ts';
import { preloadAll, preloadable } from '../../ui/preloadable.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { LocationLine } from '../LocationLine.tsx';
import { questionsOf } from '../opening/sessions.ts';
import { afterNextFrame } from '../opening/timing.ts';
import { textTasks, warmUpTasks } from '../textTasks.ts';
import { Comparing } from './Comparing.tsx';
import { focusRows, usePaneFocus } from './focus.ts';
import { Inspecting } from './Inspecting.tsx';
import { firstRowsStep, Mounting, useMountingStep } from './mountedPanes.tsx';
import { Narrow } from './Narrow.tsx';
import { useIsHigh, useWidth } from './useWidth.ts';
import styles from './WorkArea.module.css';

const fieldsPane = preloadable(() => import('../../panes/fields/FieldsPane.tsx').then((module) => module.FieldsPane));
const callsPane = preloadable(() => import('../../panes/calls/CallsPane.tsx').then((module) => module.CallsPane));
const brokenText = preloadable(() => import('../start/BrokenText.tsx').then((module) => module.BrokenText));
const findBar = preloadable(() => import('../../panes/search/FindBar.tsx').then((module) => module.FindBar));
const broken = preloadable(() => import('./Broken.tsx').then((module) => module.Broken));

interface WorkAreaProps {
  /** Absent while nothing is open: the arrangement stands ready without panes. */
  readonly document: OpenDocument | undefined;
  /** Called after the frame in which the first rows of a document were painted. */
  readonly onPainted: (id: string) => void;
}

export function WorkArea({ document, onPainted }: WorkAreaProps) {
  const id = document?.id;
  const isComparingWanted = useViewPart((view) => view.isComparing);
  const width = useWidth();
  const step = useMountingStep(id);
  const [errorReadOf, setErrorReadOf] = useState<string>();
  const hasFirstRows = step >= firstRowsStep;
  // The frames of the browser, and the focus, which is its too.
  useEffect(() => {
    if (id === undefined || !hasFirstRows) return;
    afterNextFrame(() => {
      onPainted(id);
      focusRows();
    });
  }, [id, hasFirstRows, onPainted]);
  const isLoaded = document !== undefined && document.load !== 'loading';
  // The browser's idle time: what the page has not asked its server for yet it gets then.
  useEffect(() => (isLoaded ? whenIdle(preloadAll) : undefined), [isLoaded]);
  const isComparable = document?.load === 'complete' && document.generationCount > 1;
  // The browser's idle time, and the worker that compares.
  useEffect(
    () => (isComparable && id !== undefined ? whenIdle(() => warmUpComparing(id)) : undefined),
    [isComparable, id],
  );
  // The other arrangement is drawn in turns between which the page stays free.
  const comparingId = useDeferredValue(isComparingWanted ? id : undefined);
  const isComparing = id !== undefined && comparingId === id;
  // What stands over the panes takes a third of the window.
  const areCallsShown = useViewPart((view) => view.areCallsShown);
  const areCallsOver = areCallsShown && document?.responses !== undefined;
  const isLow = !useIsHigh() && areCallsOver;
  const arrangement = isComparing ? 'compare' : `${width}${isLow ? ' low' : ''}`;
  usePaneFocus(arrangement);

  const isSearchOpen = useSearch((state) => state.isOpen);
  useTypedAhead(typedForSearch, document !== undefined && isSearchOpen, closeSearch);
  const failed = document?.load === 'failed' && errorReadOf !== id ? document : undefined;
  const goOn = () => setErrorReadOf(id);
  return (
    <QuestionsContext value={questionsOf(id)}>
      <TasksContext value={textTasks}>
        <Mounting value={{ id, step }}>
          <div className={styles.head}>{document ? <WorkAreaHead key={id} document={document} /> : null}</div>
          <div className={styles.stage}>
            {width === 'narrow' ? (
              failed ? (
                <brokenText.Part document={failed} onGoOn={goOn} />
              ) : (
                <Narrow />
              )
            ) : failed ? (
              <broken.Part document={failed} onGoOn={goOn} />
            ) : isComparing ? (
              <Comparing width={width} />
            ) : (
              <Inspecting width={width} isLow={isLow} />
            )}
          </div>
          {document !== undefined && isSearchOpen ? <findBar.Part /> : null}
        </Mounting>
      </TasksContext>
    </QuestionsContext>
  );
}

/** Choosing generations then shows the comparison at once, all of them even aligned. */
function warmUpComparing(id: DocumentId): void {
  warmUpTasks();
  const questions = questionsOf(id);
  const { documents, views } = useStore.getState();
  const rows = documents.find((one) => one.id === id)?.rows;
  const view = views[id];
  if (!questions || !rows || !view || view.isComparing) return;
  import('../../panes/compare/prepareComparison.ts')
    .then(({ prepareComparison }) => prepareComparison(rows, view, questions, textTasks))
    // What fails now is tried again, and said, when it is needed.
    .catch(() => undefined);
}

/** The location line, and the fields of the response where they are opened. */
function WorkAreaHead({ document }: { readonly document: OpenDocument }) {
  const [areFieldsOpen, setFieldsOpen] = useState(false);
  const areCallsShown = useViewPart((view) => view.areCallsShown);
  const { changeView } = useStore.getState();
  const toggleFields = () => setFieldsOpen(!areFieldsOpen);
  useClosedByEscape(areFieldsOpen, () => setFieldsOpen(false));
  return (
    <>
      <VisuallyHidden>
        <h1>{document.name}</h1>
      </VisuallyHidden>
      <LocationLine document={document}>
        <FieldsLine isOpen={areFieldsOpen} onToggle={toggleFields} />
      </LocationLine>
      {areCallsShown && document.responses !== undefined ? (
        <div className={styles.calls}>
          <callsPane.Part onClose={() => changeView((view) => ({ ...view, areCallsShown: false }))} />
        </div>
      ) : null}
      {areFieldsOpen ? (
        <div className={styles.fields}>
          <fieldsPane.Part onClose={toggleFields} />
        </div>
      ) : null}
    </>
  );
}
