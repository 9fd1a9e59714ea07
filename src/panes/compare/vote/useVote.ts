// The vote of the chosen generations: their different texts, what may count as the answer, what is taken from each, and who says what. Knows tasks
// and texts; not how they are shown.

import { useMemo } from 'react';
import type { AnswerRule } from '../../../analysis/vote/answerRule.ts';
import type { Suggestion } from '../../../analysis/vote/suggestRule.ts';
import type { TakenAnswer } from '../../../analysis/vote/takeAnswer.ts';
import { countVote, type Vote } from '../../../analysis/vote/vote.ts';
import type { SampleList } from '../../../response/samples/sampleList.ts';
import { useHeld } from '../../../state/held.ts';
import { useView } from '../../../state/store.ts';
import { type TaskState, useTask } from '../../../state/task.ts';
import type { Compared } from '../compared.ts';

/** A text with the samples that say it, by their place in `rows`, rising. */
export interface SaidText {
  readonly text: string;
  readonly samples: readonly number[];
}

/** The samples in document order, and their different texts. */
export interface Voters {
  readonly rows: SampleList;
  readonly texts: readonly SaidText[];
  /** For each sample its text. */
  readonly textOf: readonly number[];
  /** Samples of which only the beginning is here, so that where their answer would be is not known. */
  readonly cut: readonly number[];
}

/** Everything that is known of a vote, all of it of the same rule and the same samples. */
export interface CountedVote extends Voters {
  readonly rule: AnswerRule;
  readonly vote: Vote;
  /** By text. */
  readonly taken: readonly (TakenAnswer | undefined)[];
}

export interface VoteState {
  readonly suggestion: Suggestion | undefined;
  /** What counts as the answer now; absent until it is suggested. */
  readonly rule: AnswerRule | undefined;
  /** The last that was counted, until the next is. */
  readonly counted: CountedVote | undefined;
  readonly task: TaskState<unknown>;
}

const patternDeadlineMs = 2000;
const deadlineMs = 60_000;

export function useVote(compared: Compared): VoteState {
  const { answerRule } = useView();
  const isWhole = answerRule?.kind === 'whole';
  const voters = useMemo(() => votersOf(compared, isWhole), [compared, isWhole]);
  const outputs = useMemo(() => votersOf(compared, false), [compared]);
  const suggestInput = useMemo(
    () => ({ texts: outputs.texts.map(({ text, samples }) => ({ text, count: samples.length })) }),
    [outputs],
  );
  const suggesting = useTask('suggestedRule', suggestInput, deadlineMs);
  const suggestion = suggesting.isStale ? undefined : suggesting.value;
  const rule = answerRule ?? suggestion?.rule;
  const input = useMemo(
    () => (rule === undefined ? undefined : { texts: voters.texts.map(({ text }) => text), rule }),
    [voters, rule],
  );
  const task = useTask('answers', input, rule?.kind === 'pattern' ? patternDeadlineMs : deadlineMs);
  const taken = task.isStale ? undefined : task.value;
  const present = useMemo(
    () => (taken === undefined || rule === undefined ? undefined : countedVote(voters, taken, rule)),
    [voters, taken, rule],
  );
  const held = useHeld(present);
  return {
    suggestion,
    rule,
    counted: task.stopped === undefined ? held : undefined,
    task: rule === undefined ? suggesting : task,
  };
}

/** `isWhole`: all that is said, tool calls and refusal too; otherwise the output, where there is one. */
function votersOf({ rows, texts, outputLengths, totalLengths }: Compared, isWhole: boolean): Voters {
  const order = rows.inDocumentOrder();
  const known = new Map<string, number>();
  const said: { readonly text: string; readonly samples: number[] }[] = [];
  const cut: number[] = [];
  const textOf = order.map((place, sample) => {
    const whole = texts[place] ?? '';
    const isCut = whole.length < (totalLengths[place] ?? 0);
    if (isCut) cut.push(sample);
    const output = whole.slice(0, outputLengths[place]);
    const text = isCut ? '' : isWhole || output.trim() === '' ? whole : output;
    const at = known.get(text) ?? said.length;
    known.set(text, at);
    const one = said[at];
    if (one) one.samples.push(sample);
    else said.push({ text, samples: [sample] });
    return at;
  });
  return { rows: rows.pick(order), texts: said, textOf, cut };
}

function countedVote(voters: Voters, taken: readonly (TakenAnswer | undefined)[], rule: AnswerRule): CountedVote {
  const vote = countVote(
    voters.textOf.map((text, sample) => {
      const mean = voters.rows.figure('mean', sample);
      return { answer: taken[text]?.key, meanLogprob: Number.isNaN(mean) ? undefined : mean };
    }),
  );
  return { ...voters, taken, rule, vote };
}

/** How an answer is shown: as its first sample writes it. */
export function shownAnswer({ vote, taken, textOf }: CountedVote, answer: number): string {
  const sample = vote.answers[answer]?.samples[0];
  return taken[textOf[sample ?? -1] ?? -1]?.shown ?? '';
}
