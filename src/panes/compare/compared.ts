// What every tab of Compare shows: the chosen generations with their texts.

import { pairIndex, type SimilarityMatrix } from '../../analysis/similarity/matrix.ts';
import type { SampleList } from '../../response/samples/sampleList.ts';
import type { Arrangement } from '../../state/panes.ts';
import type { ComparedPart } from '../../state/view.ts';
import type { ShownOrder } from './shownOrder.ts';

export interface Compared {
  /** What of each generation the texts are. */
  readonly part: ComparedPart;
  /**
   * The chosen generations: the baseline first, the others in document order. Of a reasoning only those that give one, and what their rows say of
   * a text they say of it.
   */
  readonly rows: SampleList;
  /**
   * What the generations of the same places say: output, tool calls, refusal (`saidText`), or their reasoning; '' for nothing. The same list as
   * long as they are the same.
   */
  readonly texts: readonly string[];
  /** Code units of the whole of each, where `texts` holds its start only. */
  readonly totalLengths: readonly number[];
  /** Code units at the beginning of each that are its output. */
  readonly outputLengths: readonly number[];
}

/** How near the generations on screen are to each other; `positions` says which sample of the matrix is which. */
export interface Nearness {
  readonly positions: readonly number[];
  readonly matrix: SimilarityMatrix;
}

/** What a tab of Compare gets. */
export interface CompareTabProps {
  readonly compared: Compared;
  readonly arrangement: Arrangement;
  /** Absent until it is known. */
  readonly nearness: Nearness | undefined;
  /** False while the most typical one is being looked for: another one may then come first. */
  readonly isOrderKnown: boolean;
  /** The person chose the baseline; otherwise it is the most typical one. */
  readonly isBaselineSet: boolean;
  /** The tab says there how it has them on screen. */
  readonly shownOrder: ShownOrder;
}

/** Whether a text says anything: without words there is nothing that could be similar. */
export function saysSomething(text: string): boolean {
  return text.trim() !== '';
}

/** The similarity of two generations, 0 to 1; undefined when it is not known. */
export function nearnessOf({ positions, matrix }: Nearness, position: number, other: number): number | undefined {
  const one = matrix.textOf[positions.indexOf(position)];
  const two = matrix.textOf[positions.indexOf(other)];
  if (one === undefined || two === undefined) return undefined;
  return one === two ? 1 : matrix.values[pairIndex(one, two)];
}
