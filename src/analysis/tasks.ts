// Work on texts that may take long, by name, and the interface through which panes ask for it. `load/` implements it with a worker that is
// ended when the work is cancelled or its deadline passes. A new kind of work is one entry here and one in `load/taskWorker.ts`.

import type { FoundGeneration, MatchRange } from '../response/matches.ts';
import type { SearchedTexts } from '../response/questions.ts';
import type { Alignment, AlignOptions } from './align/alignment.ts';
import type { NodeLines } from './branches/nodeLines.ts';
import type { Branches, CountedTexts, Picture, PictureInput } from './branches/picture.ts';
import type { Captured } from './capture.ts';
import type { Consensus } from './consensus/consensus.ts';
import type { AnswerFields } from './fields/compareAnswers.ts';
import type { Answer, FieldSource } from './fields/jsonParts.ts';
import type { MarkdownNode } from './markdown.ts';
import type { Pattern } from './pattern.ts';
import type { ForkOdds, OddsInput } from './probability/forkOdds.ts';
import type { Reliability, ReliabilitySample } from './probability/reliability.ts';
import type { DifferingWords, Similarities } from './similarity/compareSamples.ts';
import type { SimilarityMatrix } from './similarity/matrix.ts';
import type { Normalisation, TextGroups } from './textGroups.ts';
import type { Encoding } from './tokenEncoding.ts';
import type { CountedText, Suggestion } from './vote/suggestRule.ts';
import type { AnswersInput, TakenAnswer } from './vote/takeAnswer.ts';

export interface TaskTypes {
  readonly align: {
    readonly input: { readonly texts: readonly string[]; readonly options: AlignOptions };
    readonly result: Alignment;
  };
  /** One text to read instead of many. */
  readonly consensus: { readonly input: { readonly texts: readonly string[] }; readonly result: Consensus };
  /** How near the samples on screen are to each other: which one is typical, and who is like whom. */
  readonly nearness: { readonly input: { readonly texts: readonly string[] }; readonly result: SimilarityMatrix };
  readonly groups: {
    readonly input: { readonly texts: readonly string[]; readonly normalisation: Normalisation };
    readonly result: TextGroups;
  };
  readonly similarity: {
    readonly input: { readonly texts: readonly string[] };
    readonly result: Similarities;
  };
  readonly differingWords: {
    readonly input: { readonly base: string; readonly texts: readonly string[] };
    readonly result: DifferingWords;
  };
  readonly fields: {
    readonly input: { readonly answers: readonly Answer[]; readonly source: FieldSource | undefined };
    readonly result: AnswerFields;
  };
  /** The subjects in which the pattern finds something, by their place, with where it does in the output. */
  readonly findPattern: {
    readonly input: { readonly pattern: Pattern; readonly subjects: readonly SearchedTexts[] };
    readonly result: readonly FoundGeneration[];
  };
  /** Places in a part of a document, `[from, to)` in bytes of that part, pair by pair, where the pattern finds something in a key or a value. */
  readonly findInPart: {
    readonly input: { readonly pattern: Pattern; readonly part: Uint8Array };
    readonly result: Float64Array;
  };
  /** Places of a text that the pattern finds. */
  readonly patternRanges: {
    readonly input: { readonly pattern: Pattern; readonly text: string };
    readonly result: readonly MatchRange[];
  };
  /** Tokens of each text. */
  readonly countTokens: {
    readonly input: { readonly encoding: Encoding; readonly texts: readonly string[] };
    readonly result: readonly number[];
  };
  readonly markdown: {
    readonly input: { readonly text: string };
    readonly result: readonly MarkdownNode[];
  };
  readonly capture: {
    readonly input: { readonly texts: readonly string[]; readonly sources: readonly string[] };
    readonly result: readonly (readonly Captured[])[];
  };
  /** The answer of each text, by what a person says counts as one. */
  readonly answers: {
    readonly input: AnswersInput;
    readonly result: readonly (TakenAnswer | undefined)[];
  };
  /** What may count as the answer. */
  readonly suggestedRule: {
    readonly input: { readonly texts: readonly CountedText[] };
    readonly result: Suggestion;
  };
  readonly branches: {
    readonly input: CountedTexts;
    readonly result: Branches;
  };
  readonly reliability: {
    readonly input: { readonly samples: readonly ReliabilitySample[] };
    readonly result: Reliability;
  };
  readonly forkOdds: {
    readonly input: OddsInput;
    readonly result: readonly ForkOdds[];
  };
  readonly branchPicture: {
    readonly input: PictureInput<NodeLines>;
    readonly result: Picture<NodeLines>;
  };
}

export type TaskName = keyof TaskTypes;
export type TaskInput<Name extends TaskName> = TaskTypes[Name]['input'];
export type TaskResult<Name extends TaskName> = TaskTypes[Name]['result'];

export interface TaskHooks {
  /** Gets the part of the work that is done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
  /** Ends the work when it is aborted. */
  readonly signal?: AbortSignal;
  /** Ends the work when it takes longer. */
  readonly deadlineMs?: number;
}

/** Why there is no result: a person or a newer question cancelled the work, it took too long, or it failed. */
export class TaskStopped extends Error {
  readonly why: 'cancelled' | 'deadline' | 'failed';

  constructor(why: 'cancelled' | 'deadline' | 'failed', message: string) {
    super(message);
    this.why = why;
  }
}

export interface TaskRunner {
  /** Inputs and results are copied; rejects with TaskStopped only. */
  run<Name extends TaskName>(name: Name, input: TaskInput<Name>, hooks?: TaskHooks): Promise<TaskResult<Name>>;
}

export interface Tasks extends TaskRunner {
  /** The result of earlier work with an equal input, as long as it is remembered. */
  known<Name extends TaskName>(name: Name, input: TaskInput<Name>): TaskResult<Name> | undefined;
}
