// One thing that may be done about a mistake. Types, and the two commonest ways to make one.

import type { Edit } from './edits.ts';

/** One thing to do: in words for one place (`Insert a comma`) and for several (`Insert commas`). */
export interface Candidate {
  readonly one: string;
  readonly many: string;
  readonly edits: readonly Edit[];
  /** It is of the whole text, not of a place. */
  readonly isWhole?: boolean;
}

export function insert(at: number, text: string, one: string, many: string): Candidate {
  return { one, many, edits: [{ from: at, to: at, text }] };
}

export function replace(from: number, to: number, text: string, one: string, many: string): Candidate {
  return { one, many, edits: [{ from, to, text }] };
}
