// What every tab of Compare shows: the chosen generations with their texts.

import type { GenerationRow } from '../../response/report.ts';

export interface Compared {
  /** The chosen generations: the baseline first, the others in document order. */
  readonly rows: readonly GenerationRow[];
  /** Outputs of the same places, decoded; a generation without output has an empty text. The same list as long as they are the same. */
  readonly texts: readonly string[];
  /** Code units of the whole output of each, where `texts` holds its start only. */
  readonly totalLengths: readonly number[];
}

/** What every tab of Compare is given. */
export interface CompareTabProps {
  readonly compared: Compared;
  readonly arrangement: 'full' | 'rail' | 'narrow';
}
