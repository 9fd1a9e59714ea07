// Which of the chosen samples pass, by stars or by a field of the response: what there is to go by, and what each sample says. Knows Questions.

import { useMemo } from 'react';
import { likelyFrom, likelyPassedBy, verdictOf } from '../../../analysis/vote/passed.ts';
import type { PassedBy } from '../../../analysis/vote/passedBy.ts';
import type { SampleList } from '../../../response/samples/sampleList.ts';
import type { ScoreField } from '../../../response/scores.ts';
import { useAnswer } from '../../../state/answer.ts';
import { activeAnnotations, useStore, useView } from '../../../state/store.ts';

export interface PassedState {
  readonly by: PassedBy;
  /** A person chose it; otherwise it is the likely one. */
  readonly isChosen: boolean;
  readonly fields: readonly ScoreField[];
  /** The least number that passes; absent where no value is a number. */
  readonly from: number | undefined;
  /** Samples that pass, and that say whether they do; absent while the values are asked for, and where nothing is gone by. */
  readonly counts: { readonly passed: number; readonly judged: number; readonly all: number } | undefined;
}

const noFields: readonly ScoreField[] = [];

export function usePassed({ positions }: SampleList): PassedState {
  const annotations = useStore(activeAnnotations);
  const { passedBy } = useView();
  const { value: fields = noFields } = useAnswer('score fields', (questions) => questions.scoreFields());
  const hasStars = positions.some((position) => annotations[position]?.isStarred);
  const by = passedBy ?? likelyPassedBy(fields, hasStars);
  const path = by.kind === 'field' ? by.path : undefined;
  const asked = useAnswer(path === undefined ? undefined : `scores ${path} ${positions.join(' ')}`, (questions) =>
    path === undefined ? Promise.resolve(undefined) : questions.scores(path, positions),
  );
  const values = asked.isStale ? undefined : asked.value;
  const from = (by.kind === 'field' ? by.from : undefined) ?? (values && likelyFrom(values));
  const counts = useMemo(() => {
    if (by.kind === 'nothing' || (by.kind === 'field' && values === undefined)) return undefined;
    const verdicts =
      by.kind === 'stars'
        ? positions.map((position) => annotations[position]?.isStarred ?? false)
        : (values ?? []).map((value) => verdictOf(value, from));
    return {
      passed: verdicts.filter((verdict) => verdict === true).length,
      judged: verdicts.filter((verdict) => verdict !== undefined).length,
      all: positions.length,
    };
  }, [by.kind, values, from, positions, annotations]);
  const hasNumbers = values?.some((value) => typeof value === 'number') ?? false;
  return { by, isChosen: passedBy !== undefined, fields, from: hasNumbers ? from : undefined, counts };
}
