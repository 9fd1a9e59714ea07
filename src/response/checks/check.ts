// What a check is: an id, a severity and a function that finds places. One file per group holds a table of them; a new
// group is one file and one line in `generationChecks.ts`, `responseChecks.ts` or `sourceChecks.ts`.

import type { JsonCursor } from '../../json/cursor.ts';
import type { Pointer } from '../../json/pointer.ts';
import type { Generation, Issue, Severity, Usage } from '../model.ts';
import type { TextKind } from '../provider/reading.ts';
import type { ExtraKey } from '../violations.ts';

/** An issue without what the table already says. */
export type Finding = Omit<Issue, 'id' | 'severity'>;

/** `Subject` is what the check looks at: a generation, the facts of a response, findings of the strict pass. */
export interface Check<Subject> {
  readonly id: string;
  readonly severity: Severity;
  find(subject: Subject): readonly Finding[];
}

export interface CheckContext {
  readonly isChat: boolean;
  /** False when the text breaks off: then nothing is called missing that may have stood further on. */
  readonly isWhole: boolean;
}

export interface GenerationSubject {
  readonly generation: Generation;
  readonly cursor: JsonCursor;
}

/** What is kept of a generation until the whole response is checked: no texts. */
export interface GenerationFacts {
  readonly pointer: Pointer;
  readonly position: number;
  readonly id?: string;
  readonly index?: number;
  /** Equal for generations of equal inputs. */
  readonly inputsKey: string;
  /** No output, no raw output, no tool call, and the finish class is `stop`. */
  readonly isEmptyStop: boolean;
  readonly extraKeys: readonly ExtraKey[];
}

export interface ResponseSubject {
  readonly root: JsonCursor;
  readonly context: CheckContext;
  /** `num_samples` when it is a whole number. */
  readonly sampleCount?: { readonly value: number; readonly pointer: Pointer };
  readonly usage?: Usage;
  readonly providerUsages: readonly Usage[];
  /** In the order of `data`. */
  readonly generations: readonly GenerationFacts[];
  readonly rootExtraKeys: readonly ExtraKey[];
  /** What the linked choice of a generation holds; undefined when there is none. */
  linkedTextKind(position: number): TextKind | undefined;
}

/** Runs a table of checks on one subject. */
export function runChecks<Subject>(checks: readonly Check<Subject>[], subject: Subject): readonly Issue[] {
  const issues: Issue[] = [];
  for (const { id, severity, find } of checks) {
    for (const finding of find(subject)) issues.push({ id, severity, ...finding });
  }
  return issues;
}
