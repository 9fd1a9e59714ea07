// Where the nodes of a branch graph stand in a picture, from left to right (after K. Sugiyama, S. Tagawa, M. Toda 1981:
// layers, fewer crossings, places). Knows sizes in whatever unit the caller measures; no words.

import { heightOfBands } from './bands.ts';
import { type BranchGraph, start } from './graph.ts';

export interface NodeSize {
  readonly width: number;
  readonly height: number;
}

export interface LayoutOptions {
  readonly sizeOf: (node: number) => NodeSize;
  /** Between layers, for the lines. */
  readonly gapX: number;
  /** Between nodes one below the other. */
  readonly gapY: number;
  /** By text: the height that its band takes where it passes nodes. */
  readonly bandHeights: readonly number[];
}

export interface PlacedNode extends NodeSize {
  /** The left upper corner. */
  readonly x: number;
  readonly y: number;
}

/** A point that a line goes through. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface BranchLayout {
  readonly width: number;
  readonly height: number;
  /** Where all texts begin: the middle of the left edge. */
  readonly start: Point;
  readonly nodes: readonly PlacedNode[];
  /** By edge: the way from the right side of one node to the left side of the other, between other nodes. */
  readonly edges: readonly (readonly Point[])[];
}

/** One place in a layer: a node, or an edge that passes. */
interface Slot {
  readonly node: number;
  readonly width: number;
  readonly height: number;
  /** Slots of the layers beside, with the number of samples between. */
  readonly before: { readonly slot: Slot; readonly weight: number }[];
  readonly after: { readonly slot: Slot; readonly weight: number }[];
  order: number;
  /** The middle. */
  y: number;
}

const sweeps = 6;
/** Longer lines go straight: they would need more slots than anything else. */
const longestWay = 400;

/** Places all nodes; the same graph and sizes always give the same picture. */
export function layoutBranches(graph: BranchGraph, options: LayoutOptions): BranchLayout {
  const layerOf = layersOf(graph);
  const layers: Slot[][] = [];
  const slotOf = graph.nodes.map(({ id }) => {
    const { width, height } = options.sizeOf(id);
    return addSlot(layers, (layerOf[id] as number) + 1, { node: id, width, height });
  });
  const heightOf = (texts: readonly number[]): number => heightOfBands(options.bandHeights, texts);
  const root = addSlot(layers, 0, { node: start, width: 0, height: heightOf([...graph.counts.keys()]) });
  const ways = graph.edges.map(({ from, to, texts, sampleCount }) => {
    const first = from === start ? 0 : (layerOf[from] as number) + 1;
    const last = (layerOf[to] as number) + 1;
    const way = [from === start ? root : (slotOf[from] as Slot)];
    if (last - first <= longestWay) {
      const height = heightOf(texts);
      for (let layer = first + 1; layer < last; layer++)
        way.push(addSlot(layers, layer, { node: -2, width: 0, height }));
    }
    way.push(slotOf[to] as Slot);
    for (let at = 1; at < way.length; at++) connect(way[at - 1] as Slot, way[at] as Slot, sampleCount);
    return way;
  });
  for (const layer of layers) numberSlots(layer);
  for (let sweep = 0; sweep < sweeps; sweep++) sortLayers(layers, sweep % 2 === 0);
  for (let sweep = 0; sweep < sweeps; sweep++) placeLayers(layers, sweep % 2 === 0, options.gapY);
  return measure(graph, layers, slotOf, root, ways, options);
}

/** The layer of each node: one more than the greatest of those before it. */
function layersOf({ nodes, edges }: BranchGraph): Int32Array {
  const layerOf = new Int32Array(nodes.length);
  // Edges are sorted by their first node, and lead to greater numbers only.
  for (const { from, to } of edges) {
    if (from !== start) layerOf[to] = Math.max(layerOf[to] as number, (layerOf[from] as number) + 1);
  }
  return layerOf;
}

function addSlot(layers: Slot[][], layer: number, slot: Pick<Slot, 'node' | 'width' | 'height'>): Slot {
  while (layers.length <= layer) layers.push([]);
  const added: Slot = { ...slot, before: [], after: [], order: 0, y: 0 };
  (layers[layer] as Slot[]).push(added);
  return added;
}

function connect(from: Slot, to: Slot, weight: number): void {
  from.after.push({ slot: to, weight });
  to.before.push({ slot: from, weight });
}

function neighbours(slot: Slot, isForward: boolean): Slot['before'] {
  return isForward ? slot.before : slot.after;
}

/** The weighted mean over neighbours; `own` where there are none. */
function meanOf(list: Slot['before'], keyOf: (slot: Slot) => number, own: number): number {
  let sum = 0;
  let weights = 0;
  for (const { slot, weight } of list) {
    sum += weight * keyOf(slot);
    weights += weight;
  }
  return weights === 0 ? own : sum / weights;
}

function inDirection<Item>(items: readonly Item[], isForward: boolean): readonly Item[] {
  return isForward ? items : [...items].reverse();
}

function numberSlots(layer: readonly Slot[]): void {
  layer.forEach((slot, order) => {
    slot.order = order;
  });
}

function sortLayers(layers: readonly Slot[][], isForward: boolean): void {
  for (const layer of inDirection(layers, isForward)) {
    const keys = new Map(
      layer.map((slot) => [slot, meanOf(neighbours(slot, isForward), ({ order }) => order, slot.order)]),
    );
    layer.sort((one, other) => (keys.get(one) ?? 0) - (keys.get(other) ?? 0) || one.order - other.order);
    numberSlots(layer);
  }
}

function placeLayers(layers: readonly Slot[][], isForward: boolean, gapY: number): void {
  for (const layer of inDirection(layers, isForward)) {
    const wanted = layer.map((slot) => meanOf(neighbours(slot, isForward), ({ y }) => y, slot.y));
    placeApart(layer, wanted, gapY);
  }
}

/** Middles as near as can be to where they are wanted, in order and apart: neighbours that collide move as one. */
function placeApart(layer: readonly Slot[], wanted: readonly number[], gapY: number): void {
  const blocks: { sum: number; count: number; slots: number }[] = [];
  const offsets: number[] = [];
  let offset = 0;
  layer.forEach((slot, at) => {
    if (at > 0) offset += ((layer[at - 1] as Slot).height + slot.height) / 2 + gapY;
    offsets.push(offset);
    blocks.push({ sum: (wanted[at] as number) - offset, count: 1, slots: 1 });
    while (blocks.length > 1) {
      const [before, last] = [blocks.at(-2), blocks.at(-1)];
      if (!before || !last || before.sum / before.count <= last.sum / last.count) break;
      blocks.length -= 2;
      blocks.push({ sum: before.sum + last.sum, count: before.count + last.count, slots: before.slots + last.slots });
    }
  });
  let at = 0;
  for (const { sum, count, slots } of blocks) {
    for (let member = 0; member < slots; member++, at++) (layer[at] as Slot).y = sum / count + (offsets[at] as number);
  }
}

function measure(
  graph: BranchGraph,
  layers: readonly (readonly Slot[])[],
  slotOf: readonly Slot[],
  root: Slot,
  ways: readonly (readonly Slot[])[],
  { gapX }: LayoutOptions,
): BranchLayout {
  const xOf = new Map<Slot, number>();
  const widthOf = new Map<Slot, number>();
  let x = 0;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const layer of layers) {
    const width = layer.reduce((most, slot) => Math.max(most, slot.width), 0);
    for (const slot of layer) {
      xOf.set(slot, x);
      widthOf.set(slot, slot.node >= 0 ? slot.width : width);
      top = Math.min(top, slot.y - slot.height / 2);
      bottom = Math.max(bottom, slot.y + slot.height / 2);
    }
    x += width + gapX;
  }
  const pointsOf = (slot: Slot, isFirst: boolean, isLast: boolean): readonly Point[] => {
    const left = { x: xOf.get(slot) ?? 0, y: slot.y - top };
    const right = { x: left.x + (widthOf.get(slot) ?? 0), y: left.y };
    if (isFirst) return [right];
    return isLast || left.x === right.x ? [left] : [left, right];
  };
  return {
    width: Math.max(0, x - gapX),
    height: bottom - top,
    start: { x: 0, y: root.y - top },
    nodes: graph.nodes.map(({ id }) => {
      const slot = slotOf[id] as Slot;
      return { x: xOf.get(slot) ?? 0, y: slot.y - slot.height / 2 - top, width: slot.width, height: slot.height };
    }),
    edges: ways.map((way) => way.flatMap((slot, at) => pointsOf(slot, at === 0, at === way.length - 1))),
  };
}
