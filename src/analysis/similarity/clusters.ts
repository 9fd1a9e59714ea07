// Groups samples by similarity, at any threshold, and orders them so that similar ones stand together. Knows a matrix.

import { pairIndex, type SimilarityMatrix } from './matrix.ts';

/** Two groups become one. Groups are numbered: the different texts first, then one for each merge. */
export interface Merge {
  readonly one: number;
  readonly other: number;
  /** The mean similarity of the samples of one with those of the other. */
  readonly similarity: number;
}

export interface Clustering {
  /** From the most similar to the least; one fewer than there are different texts. */
  readonly merges: readonly Merge[];
  /** The different texts, those of one cluster beside each other at every threshold. */
  readonly order: readonly number[];
}

/** Clusters by mean similarity (average linkage), samples of one text counted each. */
export function cluster(matrix: SimilarityMatrix): Clustering {
  const found = mergeNearest(matrix);
  const byValue = found
    .map((merge, at) => ({ ...merge, at }))
    .sort((one, other) => other.similarity - one.similarity || one.at - other.at);
  // Numbers of groups follow the order of the merges.
  const count = matrix.samples.length;
  const numberOf = new Map(byValue.map(({ at }, place) => [count + at, count + place]));
  const renumbered = (group: number): number => numberOf.get(group) ?? group;
  const merges = byValue.map(({ one, other, similarity }) => ({
    one: renumbered(one),
    other: renumbered(other),
    similarity,
  }));
  return { merges, order: orderOf(matrix, merges) };
}

/**
 * The clusters at a threshold: groups of different texts that are merged at this similarity or above, in the order of
 * the clustering.
 */
export function clustersAt({ merges, order }: Clustering, threshold: number): readonly (readonly number[])[] {
  const parent = Int32Array.from({ length: order.length + merges.length }, (_, group) => group);
  const rootOf = (group: number): number => {
    let root = group;
    while (parent[root] !== root) root = parent[root] as number;
    return root;
  };
  merges.forEach(({ one, other, similarity }, at) => {
    if (similarity < threshold) return;
    parent[rootOf(one)] = order.length + at;
    parent[rootOf(other)] = order.length + at;
  });
  const clusters = new Map<number, number[]>();
  for (const text of order) {
    const root = rootOf(text);
    const cluster = clusters.get(root);
    if (cluster) cluster.push(text);
    else clusters.set(root, [text]);
  }
  return [...clusters.values()];
}

/** Merges along chains of nearest neighbours: quadratic in the number of texts. Numbers follow the order of discovery. */
function mergeNearest({ samples, values }: SimilarityMatrix): readonly Merge[] {
  const count = samples.length;
  const near = values.slice();
  const sizes = samples.map(({ length }) => length);
  const groupOf = Int32Array.from({ length: count }, (_, text) => text);
  const merges: Merge[] = [];
  const chain: number[] = [];
  const active = Int32Array.from({ length: count }, (_, text) => text);
  let activeCount = count;
  while (merges.length < count - 1) {
    if (chain.length === 0) chain.push(active[0] as number);
    const tip = chain.at(-1) as number;
    const before = chain.at(-2) ?? -1;
    let nearest = before;
    let best = before < 0 ? -1 : (near[pairIndex(tip, before)] as number);
    for (let at = 0; at < activeCount; at++) {
      const other = active[at] as number;
      if (other === tip) continue;
      const value = near[pairIndex(tip, other)] as number;
      if (value <= best) continue;
      best = value;
      nearest = other;
    }
    if (nearest !== before) {
      chain.push(nearest);
      continue;
    }
    chain.length -= 2;
    const [kept, gone] = tip < nearest ? [tip, nearest] : [nearest, tip];
    merges.push({ one: groupOf[kept] as number, other: groupOf[gone] as number, similarity: best });
    const [size, goneSize] = [sizes[kept] as number, sizes[gone] as number];
    activeCount = without(active, activeCount, gone);
    for (let at = 0; at < activeCount; at++) {
      const other = active[at] as number;
      if (other === kept) continue;
      const pair = pairIndex(kept, other);
      const sum = size * (near[pair] as number) + goneSize * (near[pairIndex(gone, other)] as number);
      near[pair] = sum / (size + goneSize);
    }
    sizes[kept] = size + goneSize;
    groupOf[kept] = count + merges.length - 1;
  }
  return merges;
}

function without(list: Int32Array, count: number, value: number): number {
  const at = list.indexOf(value);
  list.copyWithin(at, at + 1, count);
  return count - 1;
}

/** Both halves of each merge stay together, turned so that their most similar ends meet; the larger half first. */
function orderOf(matrix: SimilarityMatrix, merges: readonly Merge[]): readonly number[] {
  const count = matrix.samples.length;
  const orders: (readonly number[])[] = Array.from({ length: count }, (_, text) => [text]);
  const sizes = matrix.samples.map(({ length }) => length);
  for (const { one, other } of merges) {
    const isFirst = (sizes[one] as number) >= (sizes[other] as number);
    const [left, right] = isFirst ? [one, other] : [other, one];
    orders.push(joined(matrix, orders[left] ?? [], orders[right] ?? []));
    sizes.push((sizes[one] as number) + (sizes[other] as number));
    orders[left] = orders[right] = [];
  }
  return orders.at(-1) ?? [];
}

function joined({ values }: SimilarityMatrix, left: readonly number[], right: readonly number[]): readonly number[] {
  const near = (one: number | undefined, other: number | undefined): number =>
    values[pairIndex(one as number, other as number)] as number;
  const [leftFirst, leftLast, rightFirst, rightLast] = [left[0], left.at(-1), right[0], right.at(-1)];
  const asIs = near(leftLast, rightFirst);
  const turnedRight = near(leftLast, rightLast);
  const turnedLeft = near(leftFirst, rightFirst);
  const bothTurned = near(leftFirst, rightLast);
  const best = Math.max(asIs, turnedRight, turnedLeft, bothTurned);
  if (best === asIs) return [...left, ...right];
  if (best === turnedRight) return [...left, ...[...right].reverse()];
  if (best === turnedLeft) return [...[...left].reverse(), ...right];
  return [...[...left].reverse(), ...[...right].reverse()];
}
