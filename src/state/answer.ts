// How a pane asks the open response for something: its Questions, handed down by context, and a hook that keeps the last answer on screen
// until the next one is there, so that nothing flashes; the next is drawn as a transition. Knows no worker.

import { createContext, startTransition, useContext, useEffect, useState } from 'react';
import type { Questions } from '../response/questions.ts';
import { activeDocument, useStore } from './store.ts';

export const QuestionsContext = createContext<Questions | undefined>(undefined);

export function useQuestions(): Questions {
  const questions = useContext(QuestionsContext);
  if (!questions) throw new Error('A pane is on screen without Questions');
  return questions;
}

export interface Answer<T> {
  /** The latest answer; while a newer question is open, the one before. */
  readonly value: T | undefined;
  /** True while `value` answers an older question. */
  readonly isStale: boolean;
  /** Why the latest question has no answer. */
  readonly problem: string | undefined;
}

/** The last answer that was given ahead of need, by the one who answers. */
const given = new WeakMap<Questions, { readonly key: string; readonly value: unknown }>();

/** Answers a question of a document that is complete before it is asked; the next one of the same document takes its place. */
export function giveAnswer<T>(questions: Questions, key: string, value: T): void {
  given.set(questions, { key: fullKeyOf('complete', key), value });
}

function fullKeyOf(load: string | undefined, key: string): string {
  return `${load} ${key}`;
}

/**
 * Asks a question, again whenever its key changes or the document has loaded further. The key must hold everything that the question
 * depends on; `undefined` asks nothing and keeps nothing.
 */
export function useAnswer<T>(key: string | undefined, question: (questions: Questions) => Promise<T>): Answer<T> {
  const questions = useQuestions();
  const load = useStore((state) => activeDocument(state)?.load);
  const fullKey = key === undefined ? undefined : fullKeyOf(load, key);
  const [settled, setSettled] = useState<{ key: string; value: T | undefined; problem: string | undefined }>();

  const ready = given.get(questions);
  const isGiven = ready !== undefined && ready.key === fullKey;
  // Sound: a key stands for one question.
  if (isGiven && settled?.key !== fullKey) setSettled({ key: fullKey, value: ready.value as T, problem: undefined });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the question
  useEffect(() => {
    if (fullKey === undefined || isGiven) return;
    let isCurrent = true;
    question(questions).then(
      (value) => isCurrent && startTransition(() => setSettled({ key: fullKey, value, problem: undefined })),
      (reason: unknown) =>
        isCurrent &&
        startTransition(() =>
          setSettled({
            key: fullKey,
            value: undefined,
            problem: reason instanceof Error ? reason.message : String(reason),
          }),
        ),
    );
    return () => {
      isCurrent = false;
    };
  }, [questions, fullKey, isGiven]);

  if (fullKey === undefined) return { value: undefined, isStale: false, problem: undefined };
  return { value: settled?.value, isStale: settled?.key !== fullKey, problem: settled?.problem };
}
