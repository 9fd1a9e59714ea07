// The disposable worker: does one piece of work on texts at a time and may be ended in the middle of it. A thin shell around `analysis/`.

import { align } from '../analysis/align/align.ts';
import { findBranches, placeBranches } from '../analysis/branches/picture.ts';
import { capture } from '../analysis/capture.ts';
import { consensusOf } from '../analysis/consensus/consensusOf.ts';
import { compareAnswers } from '../analysis/fields/compareAnswers.ts';
import { findPattern, patternRanges } from '../analysis/pattern.ts';
import { findInPart } from '../analysis/patternInPart.ts';
import { forkOdds } from '../analysis/probability/forkOdds.ts';
import { reliability } from '../analysis/probability/reliability.ts';
import { compareSamples, differingWords } from '../analysis/similarity/compareSamples.ts';
import { compareSoon } from '../analysis/similarity/compareSoon.ts';
import type { StepHooks } from '../analysis/steps.ts';
import type { TaskInput, TaskName, TaskResult } from '../analysis/tasks.ts';
import { groupTexts } from '../analysis/textGroups.ts';
import { suggestRule } from '../analysis/vote/suggestRule.ts';
import { takeAnswers } from '../analysis/vote/takeAnswer.ts';
import { countTokens } from './countTokens.ts';
import { listen } from './listen.ts';
import { reasonInWords } from './partMissing.ts';
import { readMarkdown } from './readMarkdown.ts';
import type { FromTaskWorker, ToTaskWorker } from './taskProtocol.ts';

type Work = {
  readonly [Name in TaskName]: (
    input: TaskInput<Name>,
    hooks: StepHooks,
  ) => TaskResult<Name> | Promise<TaskResult<Name>>;
};

const work: Work = {
  align: ({ texts, options }, hooks) => align(texts, options, hooks),
  consensus: ({ texts }, hooks) => consensusOf(texts, hooks),
  nearness: ({ texts }, hooks) => compareSoon(texts, hooks),
  groups: ({ texts, normalisation }) => groupTexts(texts, normalisation),
  similarity: ({ texts }, hooks) => compareSamples(texts, hooks),
  differingWords: ({ base, texts }) => differingWords(base, texts),
  fields: ({ answers, source }) => compareAnswers(answers, source),
  findPattern: ({ pattern, subjects }, hooks) => findPattern(pattern, subjects, hooks),
  findInPart: ({ pattern, part }) => findInPart(pattern, part),
  patternRanges: ({ pattern, text }) => patternRanges(pattern, text),
  countTokens: ({ encoding, texts }, hooks) => countTokens(encoding, texts, hooks),
  markdown: ({ text }) => readMarkdown(text),
  capture: ({ texts, sources }, hooks) => capture(texts, sources, hooks),
  answers: takeAnswers,
  suggestedRule: ({ texts }) => suggestRule(texts),
  branches: findBranches,
  branchPicture: placeBranches,
  forkOdds,
  reliability: ({ samples }) => reliability(samples),
};

/** Milliseconds between two reports. */
const reportEveryMs = 80;

function post(message: FromTaskWorker): void {
  postMessage(message);
}

listen<ToTaskWorker>(async ({ id, name, input }) => {
  post({ type: 'begun', id });
  let reported = performance.now();
  const hooks: StepHooks = {
    onProgress(done) {
      const now = performance.now();
      if (now - reported < reportEveryMs) return;
      reported = now;
      post({ type: 'progress', id, done });
    },
  };
  try {
    // Sound: the name says which input it comes with.
    const run = work[name] as (input: unknown, hooks: StepHooks) => unknown;
    post({ type: 'result', id, result: await run(input, hooks) });
  } catch (reason) {
    post({ type: 'failed', id, reason: reasonInWords(reason) });
  }
});
