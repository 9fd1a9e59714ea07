// The panes of the document on screen, mounted one frame after the other. Knows which panes exist, not where they stand.

import { createContext, type ReactNode, startTransition, useContext, useEffect, useState } from 'react';
import { GenerationPane } from '../../panes/generation/GenerationPane.tsx';
import { GenerationsPane } from '../../panes/generations/GenerationsPane.tsx';
import { IssuesPane } from '../../panes/issues/IssuesPane.tsx';
import { ProvidersPane } from '../../panes/providers/ProvidersPane.tsx';
import { SourcePane } from '../../panes/source/SourcePane.tsx';
import { UsagePane } from '../../panes/usage/UsagePane.tsx';
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx';
import { preloadable } from '../../ui/preloadable.tsx';
import { afterNextFrame } from '../opening/timing.ts';

type Arrangement = 'full' | 'rail' | 'narrow';

/** The document on screen, and how far its panes are mounted; no document while nothing is open. */
export const Mounting = createContext<{ readonly id: string | undefined; readonly step: number }>({
  id: undefined,
  step: 0,
});

/** The step with which the table and the generation beside it are there. */
export const firstRowsStep = 2;
const lastStep = 6;

/** Panes come one by one, a frame each, so that no frame waits for all of them. */
export function useMountingStep(id: string | undefined): number {
  const [mounted, setMounted] = useState({ id, step: 0 });
  const step = mounted.id === id ? mounted.step : 0;
  useEffect(() => {
    if (id === undefined || step >= lastStep) return;
    let isCurrent = true;
    afterNextFrame(() => isCurrent && startTransition(() => setMounted({ id, step: step + 1 })));
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

export const panes = {
  generations: (arrangement: Arrangement) => (
    <Mounted turn={1} name="Generations">
      <GenerationsPane arrangement={arrangement} />
    </Mounted>
  ),
  generation: (arrangement: Arrangement) => (
    <Mounted turn={2} name="Generation">
      <GenerationPane arrangement={arrangement} />
    </Mounted>
  ),
  compare: (arrangement: Arrangement) => (
    <Mounted turn={2} name="Compare">
      <comparePane.Part arrangement={arrangement} />
    </Mounted>
  ),
  providers: (arrangement: Arrangement) => (
    <Mounted turn={3} name="Provider responses">
      <ProvidersPane arrangement={arrangement} />
    </Mounted>
  ),
  usage: (arrangement: Arrangement) => (
    <Mounted turn={4} name="Token usage">
      <UsagePane arrangement={arrangement} />
    </Mounted>
  ),
  source: (arrangement: Arrangement) => (
    <Mounted turn={5} name="Source">
      <SourcePane arrangement={arrangement} />
    </Mounted>
  ),
  issues: (arrangement: Arrangement) => (
    <Mounted turn={6} name="Issues">
      <IssuesPane arrangement={arrangement} />
    </Mounted>
  ),
};
