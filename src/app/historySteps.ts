// Which entries of the tab's history are worth a stop: those of an open document that show something else than is shown. Pure; knows no
// window and no store.

import { decodeHash } from '../state/hash.ts';

/** The hash of each entry by its step; of entries from before a reload nothing is known. */
export type Steps = readonly (string | undefined)[];

export interface Shown {
  readonly hash: string;
  /** The ids of the open documents. */
  readonly documents: ReadonlySet<string>;
}

export function isWorthAStop(hash: string | undefined, shown: Shown): boolean {
  if (hash === undefined) return true;
  if (hash === shown.hash) return false;
  const { document } = decodeHash(hash);
  return document === undefined || shown.documents.has(document);
}

/** The first entry worth a stop before (-1) or behind (1) the one at `at`; `last` is the last there is. */
export function nextStop(steps: Steps, at: number, direction: 1 | -1, last: number, shown: Shown): number | undefined {
  for (let step = at + direction; step >= 0 && step <= last; step += direction)
    if (isWorthAStop(steps[step], shown)) return step;
  return undefined;
}

/**
 * Where what is shown at `at` stands for good when documents have gone: the earliest entry that shows the same with nothing worth a stop in
 * between, so that the next step back is one that is seen.
 */
export function settledStep(steps: Steps, at: number, shown: Shown): number {
  let settled = at;
  for (let step = at - 1; step >= 0 && !isWorthAStop(steps[step], shown); step--)
    if (steps[step] === shown.hash) settled = step;
  return settled;
}
