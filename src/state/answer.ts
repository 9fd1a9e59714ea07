// How a pane asks the open response for something: its Questions, handed down by context, and a hook that keeps the last answer on screen
// until the next one is there. Knows no worker.

import { createContext, useContext, useMemo } from 'react';
import type { DocumentQuestions } from '../analysis/order/orderRequest.ts';
import { useAsked } from './asked.ts';
import { activeDocument, useStore } from './store.ts';

export const QuestionsContext = createContext<DocumentQuestions | undefined>(undefined);

export function useQuestions(): DocumentQuestions {
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
const given = new WeakMap<DocumentQuestions, { readonly key: string; readonly value: unknown }>();

/** Answers a question of a document that is complete before it is asked; the next one of the same document takes its place. */
export function giveAnswer<T>(questions: DocumentQuestions, key: string, value: T): void {
  given.set(questions, { key: fullKeyOf('complete', key), value });
}

function fullKeyOf(load: string | undefined, key: string): string {
  return `${load} ${key}`;
}

/**
 * Asks a question, again whenever its key changes or the document has loaded further. The key must hold everything that the question
 * depends on; `undefined` asks nothing.
 */
export function useAnswer<T>(
  key: string | undefined,
  question: (questions: DocumentQuestions) => Promise<T>,
): Answer<T> {
  const questions = useQuestions();
  const load = useStore((state) => activeDocument(state)?.load);
  const fullKey = key === undefined ? undefined : fullKeyOf(load, key);
  // The same key of another document is another question.
  const asked = useMemo(() => (fullKey === undefined ? undefined : { fullKey, questions }), [fullKey, questions]);
  const ready = given.get(questions);
  // Sound: a key stands for one question.
  const known = ready !== undefined && ready.key === fullKey ? (ready.value as T) : undefined;
  const { value, isOpen, problem } = useAsked(asked, known, () => question(questions));
  return {
    value: problem === undefined ? value : undefined,
    isStale: asked !== undefined && isOpen,
    problem: problem === undefined || problem instanceof Error ? problem?.message : String(problem),
  };
}
