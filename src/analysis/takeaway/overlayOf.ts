// What a person put over some rows, without the rest, so that little is sent with a question about them. Pure.

import type { SampleOverlay } from '../../response/samples/sampleParts.ts';

/** `positions`: places in `data`. */
export function overlayOf({ estimates, taken }: SampleOverlay, positions: readonly number[]): SampleOverlay {
  return {
    ...(estimates && { estimates: { ...estimates, counts: withKeys(estimates.counts, positions) } }),
    ...(taken && { taken: withKeys(taken, positions) }),
  };
}

function withKeys<Value>(all: ReadonlyMap<number, Value>, keys: readonly number[]): ReadonlyMap<number, Value> {
  const some = new Map<number, Value>();
  for (const key of keys) {
    const value = all.get(key);
    if (value !== undefined) some.set(key, value);
  }
  return some;
}
