// Sorts places by a comparison, in steps between which others may work. Knows nothing of what is compared.

/** Below 0: the first comes first. */
export type Compare = (one: number, other: number) => number;

/** Runs of this length are put in order one by one. */
const runLength = 16;
/** Comparisons after which others may work: a millisecond or two. */
const stepLength = 20_000;

/** Places 0 to `count` in order; equal ones stay as they are. A merge sort, because it can stop anywhere and never gets slower than n log n. */
export function* sortedInSteps(count: number, compare: Compare): Generator<void, Uint32Array> {
  let from = Uint32Array.from({ length: count }, (_, place) => place);
  let to = new Uint32Array(count);
  let done = 0;
  for (let start = 0; start < count; start += runLength) {
    done += sortRun(from, start, Math.min(count, start + runLength), compare);
    if (done > stepLength) {
      done = 0;
      yield;
    }
  }
  for (let width = runLength; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      const middle = Math.min(count, start + width);
      const end = Math.min(count, middle + width);
      yield* mergeRuns(from, to, start, middle, end, compare);
    }
    [from, to] = [to, from];
  }
  return from;
}

function sortRun(places: Uint32Array, start: number, end: number, compare: Compare): number {
  let compared = 0;
  for (let next = start + 1; next < end; next++) {
    const place = places[next] as number;
    let at = next;
    for (; at > start; at--) {
      const before = places[at - 1] as number;
      compared++;
      if (compare(before, place) <= 0) break;
      places[at] = before;
    }
    places[at] = place;
  }
  return compared;
}

function* mergeRuns(
  from: Uint32Array,
  to: Uint32Array,
  start: number,
  middle: number,
  end: number,
  compare: Compare,
): Generator<void, void> {
  if (middle >= end || compare(from[middle - 1] as number, from[middle] as number) <= 0) {
    to.set(from.subarray(start, end), start);
    return;
  }
  let left = start;
  let right = middle;
  let pause = start + stepLength;
  for (let at = start; at < end; at++) {
    const isLeft = left < middle && (right >= end || compare(from[left] as number, from[right] as number) <= 0);
    to[at] = from[isLeft ? left++ : right++] as number;
    if (at < pause) continue;
    pause = at + stepLength;
    yield;
  }
}
