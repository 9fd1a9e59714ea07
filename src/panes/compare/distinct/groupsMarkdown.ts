// Groups of equal answers as Markdown: how many samples each has, which, and what they say. Pure.

import { fence, inline } from '../../../analysis/takeaway/markdown.ts';
import { formatCount, plural } from '../../../words/numbers.ts';
import type { Compared } from '../compared.ts';
import { namesOf } from '../sampleWords.ts';
import type { AnswerGroup } from './answerGroups.ts';

const allNames = Number.MAX_SAFE_INTEGER;

export function* groupsMarkdown({ rows, totalLengths }: Compared, groups: readonly AnswerGroup[]): Generator<string> {
  const answers = groups.filter(({ isAnswer }) => isAnswer).length;
  yield `${plural(answers, 'different answer')} of ${plural(rows.length, 'generation')}`;
  for (const [at, group] of groups.entries()) {
    const names = inline(namesOf(rows.pick(group.places), allNames));
    yield '';
    yield `## ${formatCount(at + 1)}. ${plural(group.places.length, 'generation')}: ${names}`;
    for (const { text, places } of group.variants) {
      yield '';
      if (group.variants.length > 1) yield `${inline(namesOf(rows.pick(places), allNames))}\n`;
      yield text === '' ? (group.isAnswer ? '(empty)' : 'No answer.') : fence(text);
      const total = totalLengths[places[0] ?? -1] ?? 0;
      if (total > text.length) yield `\n${formatCount(total - text.length)} UTF-16 units more`;
    }
  }
}
