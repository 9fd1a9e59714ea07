// Links all generations and choices, with rests between pieces of the work.

import type { LinkResult } from '../response/link/linkColumns.ts';
import type { LinkInput } from '../response/link/linkInput.ts';
import { linkInSteps } from '../response/link/linking.ts';
import { Links } from '../response/link/links.ts';
import type { Slice } from './slice.ts';

export interface FoundLinks {
  readonly result: LinkResult;
  readonly links: Links;
}

export async function linkAll(input: LinkInput, slice: Slice): Promise<FoundLinks> {
  const steps = linkInSteps(input);
  for (;;) {
    await slice.progress('linking', 0, 1);
    const { done, value } = steps.next();
    if (!done) continue;
    const index = (position: number): number => input.generations.index(position);
    return { result: value, links: new Links(value.columns, { index, choices: input.table }) };
  }
}
