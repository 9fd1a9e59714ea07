// Takes back matches that chance explains: a few common words in the same order, between long passages that have nothing
// else in common. Knows numbers only.

/** How far apart matches of one island may be, in tokens of each side. */
const bridge = 2;
/** Nats more than chance that make an island sure; islands between sure ones need only as much as chance. */
const certainty = 3;

interface Island {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
  readonly weight: number;
}

/**
 * Removes from `matches` (see `PairAligner.align`) the islands whose surprise is smaller than the logarithm of the number
 * of places where they could have stood, between the nearest sure islands.
 */
export function dropChanceMatches(a: Int32Array, matches: Int32Array, lengthB: number, surprise: Float64Array): void {
  const islands = islandsOf(a, matches, surprise);
  const sure = Math.log(Math.max(1, matches.length)) + Math.log(Math.max(1, lengthB)) + certainty;
  let start = 0;
  let fromA = 0;
  let fromB = 0;
  for (let at = 0; at <= islands.length; at++) {
    const island = islands[at];
    if (island !== undefined && island.weight < sure) continue;
    const cells = ((island?.fromA ?? matches.length) - fromA) * ((island?.fromB ?? lengthB) - fromB);
    const needed = Math.log(Math.max(1, cells));
    for (const weak of islands.slice(start, at)) if (weak.weight < needed) matches.fill(-1, weak.fromA, weak.toA);
    start = at + 1;
    fromA = island?.toA ?? 0;
    fromB = island?.toB ?? 0;
  }
}

function islandsOf(a: Int32Array, matches: Int32Array, surprise: Float64Array): readonly Island[] {
  const islands: Island[] = [];
  let fromA = -1;
  let lastA = -1;
  let weight = 0;
  const close = (): void => {
    if (fromA < 0) return;
    islands.push({
      fromA,
      toA: lastA + 1,
      fromB: matches[fromA] as number,
      toB: (matches[lastA] as number) + 1,
      weight,
    });
  };
  for (let at = 0; at < matches.length; at++) {
    const place = matches[at] as number;
    if (place < 0) continue;
    if (fromA < 0 || at - lastA > bridge || place - (matches[lastA] as number) > bridge) {
      close();
      fromA = at;
      weight = 0;
    }
    weight += surprise[a[at] as number] as number;
    lastA = at;
  }
  close();
  return islands;
}
