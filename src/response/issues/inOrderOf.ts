// Puts issues into the order of the generations that they lie in. Knows numbers only.

import { stepLength } from './groupFacts.ts';

/** So many times more generations than issues are not counted one by one. */
const mostSparse = 8;

/** Numbers of issues by position, then ascending: counted and put in their places, because positions are those of generations. */
export function* inOrderOf(positions: Int32Array): Generator<void, Uint32Array<ArrayBuffer>> {
  const count = positions.length;
  let last = -1;
  for (const position of positions) if (position > last) last = position;
  if (last > mostSparse * (count + 1000)) return sortedBy(positions);
  // Where the numbers of each position begin, with those of -1 first.
  const next = new Uint32Array(last + 3);
  for (let n = 0; n < count; n++) {
    if (n % stepLength === stepLength - 1) yield;
    const after = (positions[n] ?? 0) + 2;
    next[after] = (next[after] ?? 0) + 1;
  }
  for (let at = 1; at < next.length; at++) next[at] = (next[at] ?? 0) + (next[at - 1] ?? 0);
  const order = new Uint32Array(count);
  for (let n = 0; n < count; n++) {
    if (n % stepLength === stepLength - 1) yield;
    const at = (positions[n] ?? 0) + 1;
    const place = next[at] ?? 0;
    order[place] = n;
    next[at] = place + 1;
  }
  return order;
}

/** The same for few issues of very many generations. The product is exact below 2⁵³: for 10⁷ generations that is 9 × 10⁸ issues. */
function sortedBy(positions: Int32Array): Uint32Array<ArrayBuffer> {
  const count = positions.length;
  const keys = Float64Array.from(positions, (position, n) => (position + 1) * count + n).sort();
  return Uint32Array.from(keys, (key) => key % count);
}
