// How a question to a worker is asked from a component: a newer question ends an older one, the last answer stays on screen until the next
// one is there, and the next is drawn as a transition: however much is drawn for it, the page stays free. Knows no worker.

import { startTransition, useEffect, useMemo, useRef, useState } from 'react';
import { useHeld } from './held.ts';

export interface Asked<T> {
  /** The latest answer; while a newer question is open, or has none, the one before. */
  readonly value: T | undefined;
  /** Whether the present question is open, or nothing was asked. */
  readonly isOpen: boolean;
  /** Why the present question has no answer. */
  readonly problem: unknown;
  cancel(): void;
  /** Asks the present question once more. */
  again(): void;
}

interface Answer<T> {
  readonly question: unknown;
  readonly value: T;
}

interface Failure {
  readonly question: unknown;
  readonly problem: unknown;
}

/**
 * Asks whenever `question` is another one; `undefined` asks nothing. `known` is its answer where that is there already. `question` must be the
 * same value as long as it means the same, and stand for all that `ask` depends on.
 */
export function useAsked<T>(
  question: unknown,
  known: T | undefined,
  ask: (signal: AbortSignal) => Promise<T>,
): Asked<T> {
  const [settled, setSettled] = useState<Answer<T> | Failure>();
  const [attempt, setAttempt] = useState(0);
  const running = useRef<AbortController>(undefined);
  const isAsked = question !== undefined && known === undefined;

  // In step with the worker that answers.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question stands for `ask`; another attempt is the same question once more
  useEffect(() => {
    if (!isAsked) return;
    const controller = new AbortController();
    let isCurrent = true;
    running.current = controller;
    const settle = (how: Answer<T> | Failure) => isCurrent && startTransition(() => setSettled(how));
    ask(controller.signal).then(
      (value) => settle({ question, value }),
      (problem: unknown) => settle({ question, problem }),
    );
    return () => {
      isCurrent = false;
      controller.abort();
    };
  }, [question, isAsked, attempt]);

  const present = useMemo(
    () => (known !== undefined ? { question, value: known } : settled?.question === question ? settled : undefined),
    [question, known, settled],
  );
  const answer = useHeld(present && 'value' in present ? present : undefined);
  return {
    value: question === undefined ? undefined : answer?.value,
    isOpen: question === undefined || present === undefined,
    problem: present && 'problem' in present ? present.problem : undefined,
    cancel: () => running.current?.abort(),
    again: () => {
      setSettled(undefined);
      setAttempt((now) => now + 1);
    },
  };
}
