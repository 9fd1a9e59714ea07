import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from '../align/align.ts';
import type { Alignment } from '../align/alignment.ts';
import { type BranchGraph, branchesOf, end, start } from './graph.ts';
import { layoutBranches } from './layout.ts';

function aligned(texts: readonly string[]): Alignment {
  const alignment = align(texts, { granularity: 'word' });
  return alignment;
}

function graphOf(texts: readonly string[], collapses = true): BranchGraph {
  return branchesOf(aligned(texts), { collapses });
}

function nameOf(graph: BranchGraph, texts: readonly string[], id: number): string {
  if (id === start) return '(start)';
  const node = graph.nodes[id];
  return node === undefined ? '(end)' : (texts[node.text] ?? '').slice(node.from, node.to);
}

const texts = [
  'Light keeps your hours and follows the daylight outside.',
  'Light keeps your hours and reads the daylight outside.',
  'Light moves your day and follows the daylight outside.',
  'Light keeps your hours and follows the daylight outside.',
];

describe('the graph', () => {
  const graph = graphOf(texts);

  test('has common openings once, forks where samples differ and joins where they agree again', () => {
    expect(graph.pathOf.map((path) => path.map((id) => nameOf(graph, texts, id)))).toEqual([
      ['Light', 'keeps', 'your', 'hours', 'and', 'follows', 'the daylight outside.'],
      ['Light', 'keeps', 'your', 'hours', 'and', 'reads', 'the daylight outside.'],
      ['Light', 'moves', 'your', 'day', 'and', 'follows', 'the daylight outside.'],
      ['Light', 'keeps', 'your', 'hours', 'and', 'follows', 'the daylight outside.'],
    ]);
    expect(graph.pathCount).toBe(3);
    expect(graph.joinCount).toBe(3);
  });

  test('lists its forks with who goes where', () => {
    const forks = graph.forks.map(({ after, ways }) => [
      nameOf(graph, texts, after),
      ...ways.map(({ node, texts: own }) => `${nameOf(graph, texts, node)} ${own}`),
    ]);
    expect(forks).toEqual([
      ['Light', 'keeps 0,1,3', 'moves 2'],
      ['your', 'hours 0,1,3', 'day 2'],
      ['and', 'follows 0,2,3', 'reads 1'],
    ]);
  });

  test('of one text is one node, and word by word as many as it has words', () => {
    expect(graphOf(['one two three']).nodes).toMatchObject([
      { wordCount: 3, from: 0, to: 13, texts: [0], sampleCount: 1 },
    ]);
    expect(graphOf(['one two three', 'one two three'], false).nodes.length).toBe(3);
    expect(graphOf([]).nodes).toEqual([]);
  });

  test('says where samples end', () => {
    const own = ['one two', 'one two three', ''];
    const graphOfOwn = graphOf(own);
    const forks = graphOfOwn.forks.map(({ after, ways }) => [
      nameOf(graphOfOwn, own, after),
      ...ways.map(({ node, texts: on }) => `${node === end ? '(end)' : nameOf(graphOfOwn, own, node)} ${on}`),
    ]);
    expect(forks).toEqual([
      ['(start)', 'one two 0,1', '(end) 2'],
      ['one two', '(end) 0', 'three 1'],
    ]);
  });
});

const word = fc.constantFrom('lamp', 'light', 'desk', 'the', 'a', '.', 'evening', 'reads');
const someTexts = fc.array(
  fc.array(word, { maxLength: 15 }).map((words) => words.join(' ')),
  { maxLength: 6 },
);

describe('of any texts', () => {
  test('each path is the words of its sample, edges lead on and nobody is lost', () => {
    fc.assert(
      fc.property(someTexts, fc.boolean(), (own, collapses) => {
        const graph = graphOf(own, collapses);
        own.forEach((text, sample) => {
          const path = graph.pathOf[sample] ?? [];
          expect(path.map((id) => nameOf(graph, own, id)).join(' ')).toBe(text.trim());
          for (const [at, id] of path.entries()) {
            const from = path[at - 1] ?? start;
            expect(id).toBeGreaterThan(from);
            expect(graph.nodes[id]?.texts).toContain(sample);
            const edge = graph.edges.find((one) => one.from === from && one.to === id);
            expect(edge?.texts).toContain(sample);
          }
        });
        for (const fork of graph.forks) expect(fork.ways.length).toBeGreaterThan(1);
      }),
      { numRuns: 60 },
    );
  });

  test('no two nodes of the picture overlap, and lines go from left to right', () => {
    fc.assert(
      fc.property(someTexts, fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 1 }), (own, sizes) => {
        const graph = graphOf(own);
        const sizeOf = (id: number): { width: number; height: number } => ({
          width: 30 + (sizes[id % sizes.length] ?? 0),
          height: sizes[(id * 7) % sizes.length] ?? 10,
        });
        const { nodes, edges, width, height } = layoutBranches(graph, {
          sizeOf,
          gapX: 20,
          gapY: 8,
          bandHeights: graph.counts.map(() => 3),
        });
        nodes.forEach((node, id) => {
          expect(node.x).toBeGreaterThanOrEqual(0);
          expect(node.y).toBeGreaterThanOrEqual(-1e-6);
          expect(node.x + node.width).toBeLessThanOrEqual(width + 1e-6);
          expect(node.y + node.height).toBeLessThanOrEqual(height + 1e-6);
          for (const other of nodes.slice(0, id)) {
            const isBeside = node.x >= other.x + other.width || other.x >= node.x + node.width;
            const isApart = node.y >= other.y + other.height - 1e-6 || other.y >= node.y + node.height - 1e-6;
            expect(isBeside || isApart).toBe(true);
          }
        });
        expect(edges.length).toBe(graph.edges.length);
        for (const points of edges) {
          expect(points.length).toBeGreaterThan(1);
          for (const [at, { x }] of points.entries()) expect(x).toBeGreaterThanOrEqual(points[at - 1]?.x ?? 0);
        }
      }),
      { numRuns: 60 },
    );
  });
});
