// A vote as Markdown: its result in a sentence, then each answer with who gives it. Pure.

import { inline, tableLines } from '../../../analysis/takeaway/markdown.ts';
import { formatCount, formatPercent } from '../../../words/numbers.ts';
import { namesOf } from '../sampleWords.ts';
import { type CountedVote, shownAnswer } from './useVote.ts';
import { disagreementSentence, resultSentence, votersSentence } from './voteWords.ts';

export function* voteMarkdown(counted: CountedVote): Generator<string> {
  const { vote, rows } = counted;
  const { answers, answered, silent, sampleCount, weighted } = vote;
  const nameOf = (answer: number): string => shownAnswer(counted, answer);
  for (const sentence of [resultSentence(vote, nameOf), disagreementSentence(vote, nameOf), votersSentence(vote)]) {
    if (sentence !== undefined) yield `${inline(sentence)}\n`;
  }
  const who = (samples: readonly number[]): string => namesOf(rows.pick(samples), Number.MAX_SAFE_INTEGER);
  const share = (part: number | undefined): string => (part === undefined ? '' : formatPercent(part));
  yield* tableLines(['Answer', 'Votes', 'Share', ...(weighted ? ['Weight'] : []), 'Generations'], lines());

  function* lines(): Generator<readonly string[]> {
    for (const [at, answer] of answers.entries()) {
      yield [
        nameOf(at) || '(empty)',
        `${formatCount(answer.samples.length)} of ${formatCount(answered)}`,
        share(answer.share),
        ...(weighted ? [share(answer.weightShare)] : []),
        who(answer.samples),
      ];
    }
    if (silent.length > 0) {
      const votes = `${formatCount(silent.length)} of ${formatCount(sampleCount)}`;
      yield ['No answer', votes, '', ...(weighted ? [''] : []), who(silent)];
    }
  }
}
