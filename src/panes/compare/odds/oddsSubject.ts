// What the odds of forks are asked of: compared texts with the tokens of their samples. Pure; knows no hook and no tab.

import type { OddsFork, OddsText } from '../../../analysis/probability/forkWays.ts';
import type { OddsSample } from '../../../analysis/probability/oddsShapes.ts';
import type { SampleTokens } from '../../../response/questions.ts';
import type { GenerationRow } from '../../../response/rows.ts';
import type { SampleList } from '../../../response/samples/sampleList.ts';
import { textKey } from '../../../response/textHash.ts';

/** Texts with the places at which they part, as a tab has them. */
export interface OddsSubject {
  /** By sample; absent where there are none. */
  readonly rows: SampleList | undefined;
  readonly saying: (sample: number) => string;
  /** Code units at the beginning of what a sample says that are its answer. */
  readonly answerLength: (sample: number) => number;
  /** By different text: its samples. */
  readonly samplesOf: readonly (readonly number[])[];
  /** Called where there are tokens to hold against them. */
  readonly forks: () => readonly OddsFork[];
}

/** A sample whose choice lists tokens, without odds all the same. */
export interface WithoutOdds {
  readonly sample: number;
  readonly problem: NonNullable<SampleTokens['problem']> | 'otherText';
}

export interface OddsMaterial {
  readonly texts: readonly OddsText[];
  /** In document order, as those without. */
  readonly samples: readonly OddsSample[];
  readonly without: readonly WithoutOdds[];
}

export function oddsMaterial(subject: OddsSubject, tokens: ReadonlyMap<number, SampleTokens>): OddsMaterial {
  const { rows, saying, answerLength, samplesOf } = subject;
  const samples: OddsSample[] = [];
  const without: WithoutOdds[] = [];
  const texts = samplesOf.map((members, text): OddsText => {
    const said = saying(members[0] ?? -1);
    const length = answerLength(members[0] ?? -1) || said.length;
    const key = textKey(said.slice(0, length));
    let ends = false;
    for (const sample of members) {
      const row = rows?.at(sample);
      if (row === undefined) continue;
      if (length === said.length && !isCutOff(row)) ends = true;
      const found = tokens.get(row.position);
      if (found === undefined) continue;
      if (found.problem !== undefined) without.push({ sample, problem: found.problem });
      else if (found.length !== length || found.answerKey !== key) without.push({ sample, problem: 'otherText' });
      else samples.push({ sample, text, index: found.index, place: found.place });
    }
    return { text: said, length, ends };
  });
  const inOrder = (one: { readonly sample: number }, other: { readonly sample: number }): number =>
    (rows?.position(one.sample) ?? 0) - (rows?.position(other.sample) ?? 0);
  return { texts, samples: samples.sort(inOrder), without: without.sort(inOrder) };
}

/** Whether its text does not end because the model ended it. */
function isCutOff({ finishReason }: GenerationRow): boolean {
  switch (finishReason?.class) {
    case 'length':
    case 'filter':
    case 'error':
    case 'pending':
      return true;
    default:
      return false;
  }
}
