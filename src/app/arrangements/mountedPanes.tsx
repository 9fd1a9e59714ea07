// The panes of the document on screen, mounted one after the other. Knows which panes exist, not where they stand.

import {
  type ComponentType,
  createContext,
  type ReactNode,
  startTransition,
  useContext,
  useEffect,
  useState,
} from 'react';
import { GenerationPane } from '../../panes/generation/GenerationPane.tsx';
import { GenerationsPane } from '../../panes/generations/GenerationsPane.tsx';
import { IssuesPane } from '../../panes/issues/IssuesPane.tsx';
import { ProvidersPane } from '../../panes/providers/ProvidersPane.tsx';
import { SourcePane } from '../../panes/source/SourcePane.tsx';
import { UsagePane } from '../../panes/usage/UsagePane.tsx';
import { type Arrangement, type PaneId, panes } from '../../state/panes.ts';
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx';
import { preloadable } from '../../ui/preloadable.tsx';
import { afterNextFrame } from '../opening/timing.ts';

/** The document on screen, and how far its panes are mounted; no document while nothing is open. */
export const Mounting = createContext<{ readonly id: string | undefined; readonly step: number }>({
  id: undefined,
  step: 0,
});

/** The step with which the table and the generation beside it are there. */
export const firstRowsStep = 1;

/**
 * The panes of the first rows come together and at once, as a transition, which leaves the page free; the others one by one, a frame each, so that no frame
 * waits for all of them.
 */
export function useMountingStep(id: string | undefined): number {
  const [mounted, setMounted] = useState({ id, step: 0 });
  const step = mounted.id === id ? mounted.step : 0;
  // In step with the frames of the browser.
  useEffect(() => {
    if (id === undefined || step >= lastStep) return;
    let isCurrent = true;
    const mount = () => isCurrent && startTransition(() => setMounted({ id, step: step + 1 }));
    if (step < firstRowsStep) mount();
    else afterNextFrame(mount);
    return () => {
      isCurrent = false;
    };
  }, [id, step]);
  return step;
}

/** A pane of the document on screen; another document gets a new one, in its turn. A fault in one leaves the others alone. */
export function Mounted({
  turn,
  name,
  children,
}: {
  readonly turn: number;
  readonly name: string;
  readonly children: ReactNode;
}) {
  const { id, step } = useContext(Mounting);
  return id === undefined || step < turn ? null : (
    <ErrorBoundary key={id} name={name}>
      {children}
    </ErrorBoundary>
  );
}

/** Comes after everything that a single generation needs. */
const comparePane = preloadable(() =>
  import('../../panes/compare/ComparePane.tsx').then((module) => module.ComparePane),
);

/** What draws a pane, and the turn in which it is mounted. */
const drawn = {
  generations: { turn: firstRowsStep, Part: GenerationsPane },
  generation: { turn: firstRowsStep, Part: GenerationPane },
  compare: { turn: firstRowsStep, Part: comparePane.Part },
  providers: { turn: 2, Part: ProvidersPane },
  usage: { turn: 3, Part: UsagePane },
  source: { turn: 4, Part: SourcePane },
  issues: { turn: 5, Part: IssuesPane },
} satisfies Partial<
  Record<PaneId, { readonly turn: number; readonly Part: ComponentType<{ readonly arrangement: Arrangement }> }>
>;

const lastStep = Math.max(...Object.values(drawn).map(({ turn }) => turn));

/** A pane of the document on screen, in its turn. */
export function mountedPane(id: keyof typeof drawn, arrangement: Arrangement): ReactNode {
  const { turn, Part } = drawn[id];
  return (
    <Mounted key={id} turn={turn} name={panes[id].name}>
      <Part arrangement={arrangement} />
    </Mounted>
  );
}
