import { describe, expect, test } from 'vitest';
import { compareSamples } from '../../../analysis/similarity/compareSamples.ts';
import { levelOf, matrixShape, similarityWords, textSimilarity } from './matrixShape.ts';

function similarities(texts: readonly string[]) {
  const found = compareSamples(texts);
  return found;
}

describe('the rows of the matrix', () => {
  const texts = ['one two three four', 'red green blue', 'one two three five', 'red green grey', 'one two three four'];

  test('are the different texts, clusters side by side and numbered', () => {
    const shape = matrixShape(similarities(texts), 0.6);
    expect(shape).toMatchObject({ clusterCount: 2, hidden: 0 });
    expect(shape.order.length).toBe(4);
    const clusters = new Map(shape.order.map((text, at) => [text, shape.clusterOf[at]]));
    expect(clusters.get(0)).toBe(clusters.get(2));
    expect(clusters.get(1)).toBe(clusters.get(3));
    expect(clusters.get(0)).not.toBe(clusters.get(1));
    expect(shape.clusterOf).toEqual(shape.clusterOf.toSorted((one, other) => one - other));
  });

  test('are limited to the texts that most samples have, and say how many are missing', () => {
    const shape = matrixShape(similarities(texts), 0.6, 2);
    expect([...shape.order].sort()).toEqual([0, 1]);
    expect(shape.hidden).toBe(2);
  });
});

describe('a value', () => {
  test('is that of the pair in either order', () => {
    const { matrix } = similarities(['one two', 'one six', 'nine ten']);
    expect(textSimilarity(matrix, 0, 1)).toBe(0.5);
    expect(textSimilarity(matrix, 1, 0)).toBe(0.5);
    expect(textSimilarity(matrix, 2, 2)).toBe(1);
  });

  test('is written as 1 only where it is 1', () => {
    expect(['0.57', '>.99', '1']).toEqual([0.571, 0.998, 1].map(similarityWords));
    expect([0.39, 0.4, 0.5, 0.7, 0.999, 1].map(levelOf)).toEqual([0, 1, 2, 3, 3, 4]);
  });
});
