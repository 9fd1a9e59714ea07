// Aligns the outputs that can be aligned, in the worker, and keeps the last picture on screen until the next is there. Knows no markup.

import { useMemo } from 'react';
import type { Alignment } from '../../../analysis/align/alignment.ts';
import { useHeld, useHeldFor, useSameList } from '../../../state/held.ts';
import { useView } from '../../../state/store.ts';
import { type TaskState, useTask } from '../../../state/task.ts';
import type { CompareTabProps } from '../compared.ts';
import { deadlineMs } from '../comparedOutputs.ts';
import { alignable, alignOptions, groupsOf } from './alignable.ts';
import { rowEnds } from './alignedPieces.ts';

/** What is drawn together. */
export interface Picture extends Pick<CompareTabProps, 'compared' | 'nearness' | 'isBaselineSet'> {
  /** Places in `compared` by column. */
  readonly groups: readonly (readonly number[])[];
  /** Places in `compared` of the samples that are aligned, in document order. */
  readonly places: readonly number[];
  /** Absent while it is being worked out, or when there is nothing to align. */
  readonly aligned: AlignedTexts | undefined;
}

/** An alignment with what all columns need of it: the same object as long as it is of the same texts. */
export interface AlignedTexts {
  readonly alignment: Alignment;
  /** By sample of the alignment. */
  readonly texts: readonly string[];
  /** Columns of the alignment behind which rows start. */
  readonly rowEnds: readonly number[];
}

/** How long the picture of before stays while its successor is being aligned; then the plain texts are shown. */
const patienceMs = 250;

/** The picture is undefined for a moment at first. `task` says how the work goes. */
export function useAlignment(props: Omit<CompareTabProps, 'arrangement'>): {
  readonly picture: Picture | undefined;
  readonly task: TaskState<Alignment>;
} {
  const { compared, nearness, isBaselineSet, isOrderKnown } = props;
  const { granularity, ignored } = useView();
  const options = useMemo(() => alignOptions(granularity, ignored), [granularity, ignored]);
  const groups = useMemo(() => groupsOf(compared), [compared]);
  const places = useMemo(() => alignable(compared, groups), [compared, groups]);
  // Another baseline is the same alignment: the samples stand in document order. It need not wait for the most typical one.
  const texts = useSameList(useMemo(() => places.map((place) => compared.texts[place] ?? ''), [places, compared]));
  const input = useMemo(() => (texts.length < 2 ? undefined : { texts, options }), [texts, options]);
  const task = useTask('align', input, deadlineMs);
  // While only the options are other ones, the marks of before stay.
  const alignment = useHeld(input === undefined || task.isStale ? undefined : task.value, input && texts);
  const aligned = useMemo(
    () => alignment && { alignment, texts, rowEnds: rowEnds(alignment, texts) },
    [alignment, texts],
  );
  const present = useMemo<Picture>(
    () => ({ compared, nearness, isBaselineSet, groups, places, aligned }),
    [compared, nearness, isBaselineSet, groups, places, aligned],
  );
  const isAligned = aligned !== undefined || input === undefined || task.stopped !== undefined;
  return { picture: useHeldFor(present, isOrderKnown && isAligned, patienceMs), task };
}
