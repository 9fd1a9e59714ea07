// The panes of the document on screen, mounted one frame after the other. Knows which panes exist, not where they stand.

import { createContext, Fragment, type ReactNode, useContext, useEffect, useState } from 'react';
import { ComparePane } from '../panes/compare/ComparePane.tsx';
import { GenerationPane } from '../panes/generation/GenerationPane.tsx';
import { GenerationsPane } from '../panes/generations/GenerationsPane.tsx';
import { IssuesPane } from '../panes/issues/IssuesPane.tsx';
import { ProvidersPane } from '../panes/providers/ProvidersPane.tsx';
import { SourcePane } from '../panes/source/SourcePane.tsx';
import { UsagePane } from '../panes/usage/UsagePane.tsx';
import { afterNextFrame } from './timing.ts';

type Arrangement = 'full' | 'rail' | 'narrow';

/** The document on screen, and how many further panes have been mounted for it. */
export const Mounting = createContext({ id: '', step: 0 });

/** Panes behind the first two come one by one, a frame each, so that no frame waits for all of them. */
const mountingSteps = 4;

export function useMountingStep(id: string): number {
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

export const panes = {
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
