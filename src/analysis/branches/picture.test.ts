import { describe, expect, test } from 'vitest';
import { linesOf } from './lines.ts';
import { nodeBeside } from './moves.ts';
import { findBranches, placeBranches } from './picture.ts';

const texts = ['the kettle sang all day', 'the pot sang all day', 'the kettle sang all day', 'the pot broke'];

function pictureOf(own: readonly string[]) {
  const found = findBranches(own);
  const labels = found.graph.nodes.map(({ sample, from, to }) => ({
    text: (own[sample] ?? '').slice(from, to),
    width: 60,
    height: 24,
  }));
  return placeBranches({ graph: found.graph, labels, gapX: 20, gapY: 8, lineHeight: 4 });
}

const picture = pictureOf(texts);
const idOf = (text: string): number => picture.labels.findIndex((label) => label.text === text);

describe('the picture of branches', () => {
  test('has a line for every sample of every edge, none upon another where they leave', () => {
    const lines = linesOf(picture.graph, picture.layout, 4);
    expect(lines.map((list) => list.length)).toEqual(picture.graph.edges.map(({ samples }) => samples.length));
    const leaving = (node: number): readonly string[] =>
      lines
        .flatMap((list, at) => (picture.graph.edges[at]?.from === node ? list : []))
        .map((path) => path.split(/[CH]/)[0] ?? '');
    const starts = leaving(idOf('the'));
    expect(starts.length).toBe(4);
    expect(new Set(starts).size).toBe(4);
  });

  test('lines that enter a box lie within it', () => {
    const lines = linesOf(picture.graph, picture.layout, 4);
    picture.graph.edges.forEach(({ to }, at) => {
      const box = picture.layout.nodes[to];
      for (const path of lines[at] ?? []) {
        const y = Number(/ (-?[\d.]+)(?:H[\d.]+)?$/.exec(path)?.[1]);
        expect(y).toBeGreaterThanOrEqual(box?.y ?? 0);
        expect(y).toBeLessThanOrEqual((box?.y ?? 0) + (box?.height ?? 0));
      }
    });
  });

  test('is walked along the line of most samples, or of those that are pinned', () => {
    const the = idOf('the');
    const sides = new Set([idOf('kettle'), idOf('pot')]);
    expect(sides).toContain(nodeBeside(picture, the, 'right'));
    expect(nodeBeside(picture, the, 'right', new Set([3]))).toBe(idOf('pot'));
    expect(nodeBeside(picture, the, 'right', new Set([0]))).toBe(idOf('kettle'));
    expect(nodeBeside(picture, idOf('pot'), 'left')).toBe(the);
    expect(nodeBeside(picture, the, 'left')).toBeUndefined();
    const [upper, lower] = [...sides].sort(
      (one, other) => (picture.layout.nodes[one]?.y ?? 0) - (picture.layout.nodes[other]?.y ?? 0),
    );
    expect(nodeBeside(picture, upper ?? -1, 'down')).toBe(lower);
    expect(nodeBeside(picture, lower ?? -1, 'up')).toBe(upper);
    expect(nodeBeside(picture, the, 'up')).toBeUndefined();
  });
});
