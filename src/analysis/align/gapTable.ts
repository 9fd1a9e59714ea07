// The most probable alignment of two short sequences: a table of all places (O. Gotoh, "An improved algorithm for
// matching biological sequences", 1982), scored by log odds. Knows numbers only.

/*
 * Scores are nats in units of 1/256, times four; the two lowest bits of a sum name the state that it comes from. So the
 * greatest of several sums also says which of them it was.
 */
const inPair = 2;
const inA = 1;
const inB = 0;

function nats(value: number): number {
  return Math.round(value * 256) * 4;
}

/*
 * A pair of equal tokens earns the surprise of the token less `kept`, so that equal rare words weigh much and equal full
 * stops little: lone common words between two differences are left unmatched.
 */
const kept = 0.25;
const replaced = nats(-1.7);
const openGap = nats(-3.2);
const continueGap = nats(-0.45);
const turnGap = nats(-1.2);
const impossible = -(2 ** 29);

/** Of two integers that are less than 2^31 apart; without a branch, which no processor could foresee here. */
function greater(one: number, other: number): number {
  const difference = (one - other) | 0;
  return (one - (difference & (difference >> 31))) | 0;
}

let trace = new Uint8Array(0);
let rowPair = new Int32Array(0);
let rowA = new Int32Array(0);
let rowB = new Int32Array(0);

function reserve(cells: number, width: number): void {
  if (trace.length < cells) trace = new Uint8Array(Math.max(cells, 65_536));
  if (rowPair.length >= width) return;
  rowPair = new Int32Array(2 * width);
  rowA = new Int32Array(2 * width);
  rowB = new Int32Array(2 * width);
}

/**
 * Writes the matches of `a[fromA, toA)` with `b[fromB, toB)` into `matches` (for each place of `a` the place in `b`).
 * `surprise` is by token number, in nats. Memory is a byte for each pair of places.
 */
export function alignGap(
  a: Int32Array,
  fromA: number,
  toA: number,
  b: Int32Array,
  fromB: number,
  toB: number,
  surprise: Float64Array,
  matches: Int32Array,
): void {
  const lengthA = toA - fromA;
  const width = toB - fromB + 1;
  reserve((lengthA + 1) * width, width);
  const steps = trace;
  // The best score that ends at (row, column) in a pair, in a gap of `a` only, in a gap of `b` only.
  const pair = rowPair;
  const onlyA = rowA;
  const onlyB = rowB;
  pair[0] = 0;
  onlyA[0] = onlyB[0] = impossible;
  for (let column = 1; column < width; column++) {
    onlyB[column] = openGap + (column - 1) * continueGap;
    pair[column] = onlyA[column] = impossible;
    steps[column] = (column === 1 ? inPair : inB) << 4;
  }
  for (let row = 1; row <= lengthA; row++) {
    const item = a[fromA + row - 1] as number;
    const earned = nats((surprise[item] as number) - kept);
    const base = row * width;
    let diagonal = greater((pair[0] as number) + inPair, (onlyA[0] as number) + inA);
    let leftPair = impossible;
    let leftA = openGap + (row - 1) * continueGap;
    let leftB = impossible;
    pair[0] = impossible;
    onlyA[0] = leftA;
    steps[base] = (row === 1 ? inPair : inA) << 2;
    for (let column = 1; column < width; column++) {
      const abovePair = pair[column] as number;
      const aboveA = onlyA[column] as number;
      const best = diagonal;
      diagonal = greater(greater(abovePair + inPair, aboveA + inA), onlyB[column] as number);
      const down = greater(abovePair + (openGap + inPair), aboveA + (continueGap + inA));
      const right = greater(greater(leftPair + (openGap + inPair), leftA + (turnGap + inA)), leftB + continueGap);
      steps[base + column] = (best & 3) | ((down & 3) << 2) | ((right & 3) << 4);
      leftPair = (best & ~3) + (b[fromB + column - 1] === item ? earned : replaced);
      leftA = down & ~3;
      leftB = right & ~3;
      pair[column] = leftPair;
      onlyA[column] = leftA;
      onlyB[column] = leftB;
    }
  }
  const column = width - 1;
  const last = greater(
    greater((pair[column] as number) + inPair, (onlyA[column] as number) + inA),
    onlyB[column] as number,
  );
  walkBack(a, fromA, toA, b, fromB, toB, matches, last & 3);
}

function walkBack(
  a: Int32Array,
  fromA: number,
  toA: number,
  b: Int32Array,
  fromB: number,
  toB: number,
  matches: Int32Array,
  last: number,
): void {
  const width = toB - fromB + 1;
  let row = toA - fromA;
  let column = toB - fromB;
  let state = last;
  while (row > 0 || column > 0) {
    const step = trace[row * width + column] as number;
    if (state === inPair) {
      row--;
      column--;
      if (a[fromA + row] === b[fromB + column]) matches[fromA + row] = fromB + column;
      state = step & 3;
    } else if (state === inA) {
      row--;
      state = (step >> 2) & 3;
    } else {
      column--;
      state = (step >> 4) & 3;
    }
  }
}
