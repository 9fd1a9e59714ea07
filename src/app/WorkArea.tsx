// The panes of one document, arranged for the room there is: inspecting, comparing, a broken text, or one pane at a time on a phone.
// Knows which panes exist and where they stand; not what is in them. Loaded after the start screen.

import { createContext, Fragment, type ReactNode, useContext, useEffect, useState } from 'react';
import { ComparePane } from '../panes/compare/ComparePane.tsx';
import { FieldsLine } from '../panes/fields/FieldsLine.tsx';
import { FieldsPane } from '../panes/fields/FieldsPane.tsx';
import { GenerationPane } from '../panes/generation/GenerationPane.tsx';
import { GenerationsPane } from '../panes/generations/GenerationsPane.tsx';
import { IssuesPane } from '../panes/issues/IssuesPane.tsx';
import { ProvidersPane } from '../panes/providers/ProvidersPane.tsx';
import { SourcePane } from '../panes/source/SourcePane.tsx';
import { UsagePane } from '../panes/usage/UsagePane.tsx';
import { ReaderContext } from '../state/answer.ts';
import type { OpenDocument } from '../state/documents.ts';
import { useStore, useView } from '../state/store.ts';
import { SplitLayout, type SplitPanel } from '../ui/SplitLayout.tsx';
import { BottomBar } from './BottomBar.tsx';
import { BottomLine } from './BottomLine.tsx';
import { BrokenText } from './BrokenText.tsx';
import { restoreFocus } from './focus.ts';
import { LocationLine } from './LocationLine.tsx';
import { readerOf } from './opening.ts';
import { afterNextFrame } from './timing.ts';
import { useWidth } from './useWidth.ts';
import styles from './WorkArea.module.css';

type Arrangement = 'full' | 'rail' | 'narrow';

/** The document on screen, and how many further panes have been mounted for it. */
const Mounting = createContext({ id: '', step: 0 });

/** Panes behind the first two come one by one, a frame each, so that no frame waits for all of them. */
const mountingSteps = 4;

function useMountingStep(id: string): number {
  const [mounted, setMounted] = useState({ id, step: 0 });
  const step = mounted.id === id ? mounted.step : 0;
  useEffect(() => {
    if (step >= mountingSteps) return;
    let isCurrent = true;
    afterNextFrame(() => isCurrent && setMounted({ id, step: step + 1 }));
    return () => {
      isCurrent = false;
    };
  }, [id, step]);
  return step;
}

/** A pane of the document on screen; another document gets a new one, in its turn. */
function Mounted({ turn, children }: { readonly turn: number; readonly children: ReactNode }) {
  const { id, step } = useContext(Mounting);
  return step < turn ? null : <Fragment key={id}>{children}</Fragment>;
}

const panes = {
  generations: (arrangement: Arrangement) => (
    <Mounted turn={0}>
      <GenerationsPane arrangement={arrangement} />
    </Mounted>
  ),
  generation: (arrangement: Arrangement) => (
    <Mounted turn={0}>
      <GenerationPane arrangement={arrangement} />
    </Mounted>
  ),
  compare: (arrangement: Arrangement) => (
    <Mounted turn={1}>
      <ComparePane arrangement={arrangement} />
    </Mounted>
  ),
  providers: (arrangement: Arrangement) => (
    <Mounted turn={1}>
      <ProvidersPane arrangement={arrangement} />
    </Mounted>
  ),
  usage: (arrangement: Arrangement) => (
    <Mounted turn={2}>
      <UsagePane arrangement={arrangement} />
    </Mounted>
  ),
  source: (arrangement: Arrangement) => (
    <Mounted turn={3}>
      <SourcePane arrangement={arrangement} />
    </Mounted>
  ),
  issues: (arrangement: Arrangement) => (
    <Mounted turn={4}>
      <IssuesPane arrangement={arrangement} />
    </Mounted>
  ),
};

export function WorkArea({ document }: { readonly document: OpenDocument }) {
  const { id } = document;
  const reader = readerOf(id);
  const view = useView();
  const width = useWidth();
  const step = useMountingStep(id);
  const [fieldsOpenFor, setFieldsOpenFor] = useState<string>();
  const [errorReadOf, setErrorReadOf] = useState<string>();
  const arrangement = view.isComparing ? 'compare' : width;
  useEffect(() => {
    if (arrangement !== undefined) restoreFocus();
  }, [arrangement]);
  if (!reader) return null;
  const isBroken = document.load === 'failed' && errorReadOf !== id;
  const areFieldsOpen = fieldsOpenFor === id;
  const toggleFields = () => setFieldsOpenFor(areFieldsOpen ? undefined : id);
  const goOn = () => setErrorReadOf(id);
  return (
    <ReaderContext value={reader}>
      <Mounting value={{ id, step }}>
        <LocationLine document={document}>
          <FieldsLine isOpen={areFieldsOpen} onToggle={toggleFields} />
        </LocationLine>
        {areFieldsOpen ? (
          <div className={styles.fields}>
            <FieldsPane onClose={toggleFields} />
          </div>
        ) : null}
        <div className={styles.stage}>
          {width === 'narrow' ? (
            isBroken ? (
              <BrokenText document={document} onGoOn={goOn} />
            ) : (
              <Narrow />
            )
          ) : isBroken ? (
            <Broken document={document} onGoOn={goOn} />
          ) : view.isComparing ? (
            <Comparing width={width} />
          ) : (
            <Inspecting width={width} />
          )}
        </div>
      </Mounting>
    </ReaderContext>
  );
}

/** Panels of a group with their remembered sizes. */
function Split(props: {
  readonly id: string;
  readonly direction: 'horizontal' | 'vertical';
  readonly panels: readonly SplitPanel[];
}) {
  const sizes = useStore((state) => state.preferences.paneSizes[props.id]);
  const onSizes = (next: Readonly<Record<string, number>>) => {
    const { preferences, setPreferences } = useStore.getState();
    setPreferences({ paneSizes: { ...preferences.paneSizes, [props.id]: next } });
  };
  return <SplitLayout {...props} sizes={sizes} onSizes={onSizes} />;
}

function Inspecting({ width }: { readonly width: 'wide' | 'medium' }) {
  const isWide = width === 'wide';
  const middle = (
    <Split
      id={`middle-${width}`}
      direction="horizontal"
      panels={[
        {
          id: `providers-${width}`,
          label: 'Provider responses',
          defaultSize: 47,
          minPx: 180,
          content: panes.providers('full'),
        },
        {
          id: `usage-${width}`,
          label: 'Token usage',
          defaultSize: 53,
          minPx: 200,
          isCollapsible: true,
          content: panes.usage('full'),
        },
      ]}
    />
  );
  const left = (
    <Split
      id={`left-${width}`}
      direction="vertical"
      panels={[
        {
          id: `generations-${width}`,
          label: 'Generations',
          defaultSize: 35,
          minPx: 110,
          content: panes.generations('full'),
        },
        {
          id: `middle-panel-${width}`,
          label: 'Provider responses and Token usage',
          defaultSize: 42,
          minPx: 96,
          content: middle,
        },
        ...(isWide
          ? [
              {
                id: 'source-wide',
                label: 'Source',
                defaultSize: 23,
                minPx: 64,
                closedPx: 32,
                isCollapsible: true,
                content: panes.source('full'),
              },
            ]
          : []),
      ]}
    />
  );
  const right = isWide ? (
    <Split
      id="right-wide"
      direction="vertical"
      panels={[
        {
          id: 'generation-wide',
          label: 'Generation',
          defaultSize: 77,
          minPx: 140,
          content: panes.generation('full'),
        },
        {
          id: 'issues-wide',
          label: 'Issues',
          defaultSize: 23,
          minPx: 64,
          closedPx: 32,
          isCollapsible: true,
          content: panes.issues('full'),
        },
      ]}
    />
  ) : (
    panes.generation('full')
  );
  return (
    <>
      <div className={styles.fill}>
        <Split
          id={`inspect-${width}`}
          direction="horizontal"
          panels={[
            {
              id: `left-panel-${width}`,
              label: 'Generations',
              defaultSize: isWide ? 63.4 : 58.6,
              minPx: 380,
              content: left,
            },
            {
              id: `right-panel-${width}`,
              label: 'Generation',
              defaultSize: isWide ? 36.6 : 41.4,
              minPx: 260,
              content: right,
            },
          ]}
        />
      </div>
      {isWide ? null : <BottomLine />}
    </>
  );
}

function Rail() {
  return (
    <Split
      id="rail"
      direction="vertical"
      panels={[
        {
          id: 'rail-generations',
          label: 'Generations',
          defaultSize: 35,
          minPx: 110,
          content: panes.generations('rail'),
        },
        {
          id: 'rail-providers',
          label: 'Provider responses',
          defaultSize: 51,
          minPx: 96,
          content: panes.providers('rail'),
        },
        {
          id: 'rail-usage',
          label: 'Token usage',
          defaultSize: 14,
          minPx: 72,
          content: panes.usage('rail'),
        },
      ]}
    />
  );
}

function Comparing({ width }: { readonly width: 'wide' | 'medium' }) {
  return (
    <>
      <div className={styles.fill}>
        <Split
          id={`compare-${width}`}
          direction="horizontal"
          panels={[
            {
              id: `rail-${width}`,
              label: 'Generations',
              defaultSize: width === 'wide' ? 21.1 : 23.4,
              minPx: 200,
              content: <Rail />,
            },
            {
              id: `stage-${width}`,
              label: 'Compare',
              defaultSize: width === 'wide' ? 78.9 : 76.6,
              minPx: 320,
              content: panes.compare('full'),
            },
          ]}
        />
      </div>
      <BottomLine />
    </>
  );
}

/** A text that breaks off: what is whole on the left, the error and what to do on the right, the source below. */
function Broken({ document, onGoOn }: { readonly document: OpenDocument; readonly onGoOn: () => void }) {
  return (
    <Split
      id="broken"
      direction="vertical"
      panels={[
        {
          id: 'broken-top',
          label: 'the error',
          defaultSize: 77,
          minPx: 160,
          content: (
            <Split
              id="broken-columns"
              direction="horizontal"
              panels={[
                { id: 'broken-rail', label: 'Generations', defaultSize: 26, minPx: 200, content: <Rail /> },
                {
                  id: 'broken-report',
                  label: 'the error',
                  defaultSize: 74,
                  minPx: 320,
                  content: <BrokenText document={document} onGoOn={onGoOn} />,
                },
              ]}
            />
          ),
        },
        {
          id: 'broken-source',
          label: 'Source',
          defaultSize: 23,
          minPx: 64,
          content: panes.source('full'),
        },
      ]}
    />
  );
}

/** One pane at a time; the selected generation stands under the table. */
function Narrow() {
  const { pane, isComparing } = useView();
  const shown = isComparing ? 'compare' : pane;
  const content = () => {
    switch (shown) {
      case 'compare':
        return panes.compare('narrow');
      case 'providers':
        return panes.providers('narrow');
      case 'usage':
        return panes.usage('narrow');
      case 'issues':
        return panes.issues('narrow');
      case 'source':
        return panes.source('narrow');
      case 'generations':
      case 'generation':
      case 'fields':
      case 'responses':
        return (
          <Split
            id="narrow"
            direction="vertical"
            panels={[
              {
                id: 'narrow-generations',
                label: 'Generations',
                defaultSize: 52,
                minPx: 96,
                content: panes.generations('narrow'),
              },
              {
                id: 'narrow-generation',
                label: 'Generation',
                defaultSize: 48,
                minPx: 96,
                content: panes.generation('narrow'),
              },
            ]}
          />
        );
    }
  };
  return (
    <>
      <div className={styles.fill}>{content()}</div>
      <BottomBar />
    </>
  );
}
