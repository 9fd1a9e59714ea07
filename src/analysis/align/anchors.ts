// Passages that two sequences surely share: runs that occur once in both, too long to be equal by chance, in the heaviest
// order that both have. Linear in the lengths but for a logarithm. Knows numbers only.

/** Places in both sequences, both rising; each stands for one equal item. */
export interface Anchors {
  readonly count: number;
  readonly inA: Int32Array;
  readonly inB: Int32Array;
}

/** How much rarer than once by chance a run must be, in nats. */
const certainty = 3;

/**
 * Finds runs of at least `runLength` items. `surprise` is by item, in nats: a run counts when the probability of its items
 * times the number of places where two runs could meet is small, as E-values do in the search for sequences.
 */
export function findAnchors(
  a: Int32Array,
  fromA: number,
  toA: number,
  b: Int32Array,
  fromB: number,
  toB: number,
  runLength: number,
  surprise: Float64Array,
): Anchors {
  const seeds = uniqueRuns(a, fromA, toA, b, fromB, toB, runLength);
  const needed = Math.log(toA - fromA) + Math.log(toB - fromB) + certainty;
  const kept = likelySeeds(seeds, a, runLength, needed, surprise);
  return spread(heaviestRise(kept, a, fromB, toB, surprise), runLength);
}

/** The first items of runs that occur once in both, by place in `a`. */
function uniqueRuns(
  a: Int32Array,
  fromA: number,
  toA: number,
  b: Int32Array,
  fromB: number,
  toB: number,
  runLength: number,
): Anchors {
  const lastA = toA - runLength;
  const lastB = toB - runLength;
  if (lastA < fromA || lastB < fromB) return { count: 0, inA: new Int32Array(0), inB: new Int32Array(0) };
  const size = 2 ** Math.ceil(Math.log2(2 * (lastA - fromA + 1) + 2));
  // By hash: the place in `a` plus one, and how often the run occurs in each (two is many).
  const table = new Int32Array(size);
  const timesA = new Uint8Array(size);
  const timesB = new Uint8Array(size);
  const placeB = new Int32Array(size);
  const factor = powerOf(runLength);
  let hash = hashOf(a, fromA, runLength);
  for (let at = fromA; at <= lastA; at++) {
    let slot = mix(hash) & (size - 1);
    while (table[slot] !== 0 && !isSameRun(a, (table[slot] as number) - 1, a, at, runLength))
      slot = (slot + 1) & (size - 1);
    if (table[slot] === 0) {
      table[slot] = at + 1;
      timesA[slot] = 1;
    } else timesA[slot] = 2;
    hash = rolled(hash, a, at, runLength, factor);
  }
  hash = hashOf(b, fromB, runLength);
  let count = 0;
  for (let at = fromB; at <= lastB; at++) {
    let slot = mix(hash) & (size - 1);
    while (table[slot] !== 0 && !isSameRun(a, (table[slot] as number) - 1, b, at, runLength))
      slot = (slot + 1) & (size - 1);
    if (table[slot] !== 0 && timesA[slot] === 1 && (timesB[slot] as number) < 2) {
      count += timesB[slot] === 0 ? 1 : -1;
      timesB[slot] = (timesB[slot] as number) + 1;
      placeB[slot] = at;
    }
    hash = rolled(hash, b, at, runLength, factor);
  }
  return collect(table, timesB, placeB, fromA, toA, count);
}

function collect(
  table: Int32Array,
  timesB: Uint8Array,
  placeB: Int32Array,
  fromA: number,
  toA: number,
  count: number,
): Anchors {
  const byPlace = new Int32Array(toA - fromA).fill(-1);
  for (let slot = 0; slot < table.length; slot++) {
    if (timesB[slot] === 1) byPlace[(table[slot] as number) - 1 - fromA] = placeB[slot] as number;
  }
  const inA = new Int32Array(count);
  const inB = new Int32Array(count);
  let filled = 0;
  for (let at = 0; at < byPlace.length; at++) {
    if ((byPlace[at] as number) < 0) continue;
    inA[filled] = fromA + at;
    inB[filled++] = byPlace[at] as number;
  }
  return { count, inA, inB };
}

const multiplier = 0x01000193;

function powerOf(exponent: number): number {
  let power = 1;
  for (let times = 0; times < exponent; times++) power = Math.imul(power, multiplier);
  return power;
}

function hashOf(items: Int32Array, from: number, length: number): number {
  let hash = 0;
  for (let at = from; at < from + length; at++) hash = (Math.imul(hash, multiplier) + (items[at] as number) + 1) | 0;
  return hash;
}

/** The hash of the run that begins one place later; anything at the end of the items. */
function rolled(hash: number, items: Int32Array, at: number, length: number, factor: number): number {
  const next = at + length < items.length ? (items[at + length] as number) + 1 : 0;
  return (Math.imul(hash, multiplier) + next - Math.imul((items[at] as number) + 1, factor)) | 0;
}

function mix(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return once ^ (once >>> 13);
}

function isSameRun(a: Int32Array, atA: number, b: Int32Array, atB: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (a[atA + at] !== b[atB + at]) return false;
  return true;
}

/** Seeds whose neighbours on the same diagonal make a run that is too rare for chance. */
function likelySeeds(
  seeds: Anchors,
  a: Int32Array,
  runLength: number,
  needed: number,
  surprise: Float64Array,
): Anchors {
  const { inA, inB } = seeds;
  let kept = 0;
  let first = 0;
  while (first < seeds.count) {
    let end = first + 1;
    while (end < seeds.count && isNext(inA, inB, end)) end++;
    let weight = 0;
    const to = (inA[end - 1] as number) + runLength;
    for (let at = inA[first] as number; at < to; at++) weight += surprise[a[at] as number] as number;
    if (weight >= needed) {
      inA.copyWithin(kept, first, end);
      inB.copyWithin(kept, first, end);
      kept += end - first;
    }
    first = end;
  }
  return { count: kept, inA, inB };
}

function isNext(inA: Int32Array, inB: Int32Array, at: number): boolean {
  return inA[at] === (inA[at - 1] as number) + 1 && inB[at] === (inB[at - 1] as number) + 1;
}

/** The seeds of the greatest surprise in all that rise in both sequences. */
function heaviestRise(seeds: Anchors, a: Int32Array, fromB: number, toB: number, surprise: Float64Array): Anchors {
  const { count, inA, inB } = seeds;
  let isRising = true;
  for (let at = 1; at < count && isRising; at++) isRising = (inB[at] as number) > (inB[at - 1] as number);
  if (isRising) return seeds;
  // A Fenwick tree over the places of `b`: the best chain that ends before a place.
  const size = toB - fromB + 1;
  const best = new Int32Array(size).fill(-1);
  const weights = new Float64Array(count);
  const previous = new Int32Array(count);
  let heaviest = -1;
  for (let at = 0; at < count; at++) {
    const place = (inB[at] as number) - fromB + 1;
    let before = -1;
    for (let node = place - 1; node > 0; node -= node & -node) before = heavier(before, best[node] as number, weights);
    weights[at] =
      (before < 0 ? 0 : (weights[before] as number)) + 0.1 + (surprise[a[inA[at] as number] as number] as number);
    previous[at] = before;
    for (let node = place; node < size; node += node & -node) best[node] = heavier(best[node] as number, at, weights);
    heaviest = heavier(heaviest, at, weights);
  }
  const chain: number[] = [];
  for (let at = heaviest; at >= 0; at = previous[at] as number) chain.push(at);
  chain.reverse();
  return {
    count: chain.length,
    inA: Int32Array.from(chain, (at) => inA[at] as number),
    inB: Int32Array.from(chain, (at) => inB[at] as number),
  };
}

function heavier(one: number, other: number, weights: Float64Array): number {
  if (one < 0 || other < 0) return Math.max(one, other);
  return (weights[other] as number) > (weights[one] as number) ? other : one;
}

/** Every item of the runs that begin at these places; what overlaps an earlier run is left out. */
function spread(seeds: Anchors, runLength: number): Anchors {
  const inA: number[] = [];
  const inB: number[] = [];
  let lastA = -1;
  let lastB = -1;
  for (let seed = 0; seed < seeds.count; seed++) {
    const placeA = seeds.inA[seed] as number;
    const placeB = seeds.inB[seed] as number;
    const from = Math.max(0, lastA + 1 - placeA, lastB + 1 - placeB);
    for (let at = from; at < runLength; at++) {
      inA.push(placeA + at);
      inB.push(placeB + at);
      lastA = placeA + at;
      lastB = placeB + at;
    }
  }
  return { count: inA.length, inA: Int32Array.from(inA), inB: Int32Array.from(inB) };
}
