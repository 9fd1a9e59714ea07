// Which rows are of the responses and prompts that a person narrowed the table to. Pure.

import type { SampleTable } from '../../response/samples/sampleTable.ts';
import type { Brushes } from '../brushes.ts';

export type Test = (position: number) => boolean;

/** Of the responses and prompts that a person chose, or left. */
export function ofGroups(rows: SampleTable, { responses, prompts, without }: Brushes): readonly Test[] {
  const tests: Test[] = [];
  const among = (list: readonly number[] | undefined, of: (position: number) => number, isWanted = true): void => {
    if (list === undefined) return;
    const numbers = new Set(list);
    tests.push((position) => numbers.has(of(position)) === isWanted);
  };
  const response = (position: number): number => rows.response(position);
  among(responses, response);
  among(without, response, false);
  among(prompts, (position) => rows.count('prompt', position));
  return tests;
}

/** Whether a row is of the responses and prompts that the table is narrowed to. */
export function narrowedTo(rows: SampleTable, brushes: Brushes): Test {
  const tests = ofGroups(rows, brushes);
  return (position) => tests.every((test) => test(position));
}
