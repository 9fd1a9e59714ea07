import { describe, expect, test } from 'vitest';
import { bandHeights } from './bands.ts';
import { bandsOf, outlineOf } from './lines.ts';
import { nodeBeside } from './moves.ts';
import { findBranches, placeBranches } from './picture.ts';

const texts = ['the kettle sang all day', 'the pot sang all day', 'the pot broke'];
const counts = [2, 1, 1];

const found = findBranches({ texts, counts });
const heights = bandHeights(counts);
const labels = found.graph.nodes.map(({ text, from, to }) => ({
  text: (texts[text] ?? '').slice(from, to),
  width: 60,
  height: 24,
}));
const picture = placeBranches({ graph: found.graph, labels, gapX: 20, gapY: 8, bandHeights: heights });
const bands = bandsOf(picture.graph, picture.layout, heights);
const idOf = (text: string): number => picture.labels.findIndex((label) => label.text === text);

describe('the picture of branches', () => {
  test('has a band for every text of every edge, none upon another where they leave', () => {
    expect(bands.map((list) => list.length)).toEqual(picture.graph.edges.map((edge) => edge.texts.length));
    const leaving = bands
      .flatMap((list, at) => (picture.graph.edges[at]?.from === idOf('the') ? list : []))
      .map(({ points, height }) => ({ from: (points[0]?.y ?? 0) - height / 2, to: (points[0]?.y ?? 0) + height / 2 }))
      .sort((one, other) => one.from - other.from);
    expect(leaving.length).toBe(3);
    leaving.slice(1).forEach(({ from }, at) => {
      expect(from).toBeCloseTo(leaving[at]?.to ?? Number.NaN);
    });
  });

  test('bands that enter a box lie within it', () => {
    picture.graph.edges.forEach(({ to }, at) => {
      const box = picture.layout.nodes[to];
      for (const { points, height } of bands[at] ?? []) {
        const y = points.at(-1)?.y ?? Number.NaN;
        expect(y - height / 2).toBeGreaterThanOrEqual(box?.y ?? 0);
        expect(y + height / 2).toBeLessThanOrEqual((box?.y ?? 0) + (box?.height ?? 0));
      }
    });
  });

  test('has bands as thick as many say the text, whole at both ends', () => {
    expect(bandHeights([3, 1])).toEqual([15, 5]);
    expect(bandHeights([1, 1500, 499])).toEqual([2, 60, expect.closeTo(19.96)]);
    const outline = outlineOf(
      {
        points: [
          { x: 0, y: 10 },
          { x: 20, y: 40 },
        ],
        height: 9,
      },
      1,
    );
    expect(outline).toBe('M0 6C10 6 10 36 20 36L20 44C10 44 10 14 0 14Z');
  });

  test('is walked along the band of most samples, or of those that are pinned', () => {
    const the = idOf('the');
    const sides = new Set([idOf('kettle'), idOf('pot')]);
    expect(sides).toContain(nodeBeside(picture, the, 'right'));
    expect(nodeBeside(picture, the, 'right', new Set([2]))).toBe(idOf('pot'));
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

test('each text is one path with all who say it', () => {
  const { graph } = findBranches({ texts, counts: [1990, 9, 1] });
  expect(graph.sampleCount).toBe(2000);
  expect(graph.counts).toEqual([1990, 9, 1]);
  expect(graph.pathOf.length).toBe(3);
  const said = (text: string) => graph.nodes.find(({ text: at, from, to }) => texts[at]?.slice(from, to) === text);
  expect(said('the')).toMatchObject({ texts: [0, 1, 2], sampleCount: 2000 });
  expect(said('pot')).toMatchObject({ texts: [1, 2], sampleCount: 10 });
  expect(graph.forks[0]?.ways.map(({ sampleCount }) => sampleCount)).toEqual([1990, 10]);
});
