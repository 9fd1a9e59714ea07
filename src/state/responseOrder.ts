// The responses of a document in the order that a person gave them, without those that they took out. Pure.

import type { View } from './view.ts';

type Wanted = Pick<View, 'brushes' | 'responseOrder'>;

export interface ListedResponses {
  /** Numbers of responses as they stand in the list. */
  readonly all: readonly number[];
}

/** `count`: of all. A number that the order does not have stands behind those that it has. */
export function listedResponses(count: number, { brushes, responseOrder }: Wanted): ListedResponses {
  const out = new Set(brushes.without);
  const ordered = responseOrder.filter((one) => one < count);
  const known = new Set(ordered);
  const all: number[] = ordered.filter((one) => !out.has(one));
  for (let response = 0; response < count; response++) {
    if (!(known.has(response) || out.has(response))) all.push(response);
  }
  return { all };
}

/** By response: its place in the order; behind all for one that it does not have. */
export function ranksOf(order: readonly number[], count: number): Uint32Array<ArrayBuffer> {
  const ranks = new Uint32Array(count).fill(count);
  order.forEach((response, at) => {
    ranks[response] = at;
  });
  return ranks;
}
/** The order with some responses moved up or down by one among the listed; the same order where they stand at that end. */
export function movedResponses(listed: ListedResponses, moved: ReadonlySet<number>, by: -1 | 1): readonly number[] {
  const all = [...listed.all];
  const places = [...all.keys()].filter((at) => moved.has(all[at] ?? -1));
  const end = by < 0 ? 0 : all.length - 1;
  const first = by < 0 ? places[0] : places.at(-1);
  if (first === undefined || first === end) return listed.all;
  for (const at of by < 0 ? places : places.reverse()) {
    const other = all[at + by] ?? 0;
    all[at + by] = all[at] ?? 0;
    all[at] = other;
  }
  return all;
}
