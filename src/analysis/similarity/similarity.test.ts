import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from '../align/align.ts';
import { cutText, tokenKind } from '../align/tokens.ts';
import { cluster, clustersAt } from './clusters.ts';
import { compareSamples, differingWords } from './compareSamples.ts';
import { keptWords, similarity, WordComparison } from './keptWords.ts';
import { compareTexts, pairIndex, type SimilarityMatrix } from './matrix.ts';
import { typicality } from './medoid.ts';

/** The similarity of two samples; 1 for equal texts. */
function similarityOf(matrix: SimilarityMatrix, sample: number, other: number): number {
  const one = matrix.textOf[sample] as number;
  const two = matrix.textOf[other] as number;
  return one === two ? 1 : (matrix.values[pairIndex(one, two)] as number);
}

function compared(texts: readonly string[], exactLimit?: number): SimilarityMatrix {
  const matrix = compareTexts(texts, {}, exactLimit);
  return matrix;
}

/** A matrix of single samples with the given values above the diagonal, row by row. */
function matrixOf(count: number, pairValue: (one: number, other: number) => number): SimilarityMatrix {
  const values = new Float32Array((count * (count - 1)) / 2);
  for (let one = 0; one < count; one++) {
    for (let other = one + 1; other < count; other++) values[pairIndex(one, other)] = pairValue(one, other);
  }
  const none = new Uint32Array(0);
  const samples = Array.from({ length: count }, (_, sample) => [sample]);
  const textOf = Uint32Array.from({ length: count }, (_, sample) => sample);
  return { sampleCount: count, samples, textOf, isApproximate: false, values, kept: none, words: none };
}

const word = fc.constantFrom('lamp', 'light', 'desk', 'the', 'a', '.', ',', 'evening', '漢字');
const text = fc.array(word, { maxLength: 25 }).map((words) => words.join(' '));

describe('similarity', () => {
  test('is twice the words that the alignment keeps, divided by the words of both', () => {
    const { kept, words, otherWords } = keptWords('The lamp, it follows you.', 'The lamp: it never follows.');
    expect([kept, words, otherWords]).toEqual([4, 5, 5]);
    expect(similarity({ kept, words, otherWords })).toBe(0.8);
  });

  test('counts what the alignment of the pair shows', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const alignment = align([one, other], { granularity: 'word' });
        const row = alignment?.texts[alignment.textOf[0] ?? 0];
        const { kinds } = cutText(one, 'word');
        let shared = 0;
        row?.columnOf.forEach((column, at) => {
          if (alignment?.support[column] === 2 && kinds[at] === tokenKind.word) shared++;
        });
        expect(keptWords(one, other).kept).toBe(shared);
      }),
      { numRuns: 150 },
    );
  });

  test('is the same in either order, 1 for equal texts and 0 for texts without a common word', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const value = similarity(keptWords(one, other));
        expect(similarity(keptWords(other, one))).toBe(value);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(similarity(keptWords(one, one))).toBe(1);
      }),
    );
    expect(similarity(keptWords('one two', 'three four'))).toBe(0);
    expect(similarity(keptWords('', '...'))).toBe(1);
    expect(similarity(keptWords('', 'a'))).toBe(0);
  });

  test('of many texts is that of each pair, with equal texts compared once', () => {
    const texts = ['a b c d', 'a b c x', 'a b c d', 'q r s t'];
    const matrix = compared(texts);
    expect(matrix.samples).toEqual([[0, 2], [1], [3]]);
    expect(matrix.isApproximate).toBe(false);
    expect(similarityOf(matrix, 0, 2)).toBe(1);
    expect(similarityOf(matrix, 1, 2)).toBe(similarity(keptWords('a b c d', 'a b c x')));
    expect(similarityOf(matrix, 3, 0)).toBe(0);
    expect([...matrix.words]).toEqual([4, 4, 4]);
  });

  test('of texts without a word is that of their marks, and no sign but a mark is taken for nothing', () => {
    for (const exactLimit of [200, 1]) {
      const matrix = compared(['!!!', '???', '!!', 'a word', '🎉🎉', '😢'], exactLimit);
      expect(matrix.isApproximate).toBe(exactLimit === 1);
      expect(similarityOf(matrix, 0, 1)).toBe(0);
      expect(similarityOf(matrix, 0, 2)).toBeCloseTo(0.8);
      expect(similarityOf(matrix, 0, 3)).toBe(0);
      expect(similarityOf(matrix, 4, 5)).toBeLessThan(0.4);
    }
  });

  test('of very many short texts is not that of others by chance', () => {
    const { values } = compared(
      Array.from({ length: 40 }, (_, at) => `answer${at}`),
      1,
    );
    expect(Math.max(...values)).toBeLessThan(0.5);
    expect(values.reduce((sum, value) => sum + value) / values.length).toBeLessThan(0.15);
  });

  test('of very many texts is estimated, says so and is near', () => {
    const base = Array.from({ length: 120 }, (_, at) => `w${(at * 7919) % 83}x${at % 13}`);
    const texts = Array.from({ length: 12 }, (_, sample) =>
      base.map((item, at) => (at % 12 < sample ? `s${sample}n${at}` : item)).join(' '),
    );
    const exact = compared(texts);
    const estimated = compared(texts, 3);
    expect(estimated.isApproximate).toBe(true);
    let error = 0;
    exact.values.forEach((value, pair) => {
      error += Math.abs(value - (estimated.values[pair] ?? 0));
    });
    expect(error / exact.values.length).toBeLessThan(0.12);
    expect(similarityOf(compared(['a b c', 'x y z', 'a b c'], 1), 0, 2)).toBe(1);
  });
});

test('comparing says how far it is', () => {
  const texts = Array.from({ length: 12 }, (_, at) => `one ${at} two`);
  for (const exactLimit of [5, 50]) {
    const progress: number[] = [];
    compareTexts(texts, { onProgress: (done) => progress.push(done) }, exactLimit);
    expect(progress.length).toBeGreaterThan(1);
    expect(progress.every((done, at) => done >= (progress[at - 1] ?? 0) && done <= 1)).toBe(true);
  }
});

describe('clusters', () => {
  // The first two texts are near, the third and fourth are, and the fifth is alone.
  const near = (one: number, other: number): number => {
    if (one === 0 && other === 3) return 0.9;
    if (one === 1 && other === 2) return 0.8;
    return one === 4 || other === 4 ? 0.1 : 0.4;
  };
  const clustering = cluster(matrixOf(5, near));

  test('merge by the mean similarity of their samples', () => {
    const values = clustering.merges.map((merge) => Number(merge.similarity.toFixed(3)));
    expect(values).toEqual([0.9, 0.8, 0.4, 0.1]);
    expect(clustering.merges.map(({ one, other }) => [one, other])).toEqual([
      [0, 3],
      [1, 2],
      [5, 6],
      [7, 4],
    ]);
  });

  test('stand together in the order, at every threshold', () => {
    expect([...clustering.order].sort()).toEqual([0, 1, 2, 3, 4]);
    expect(clustersAt(clustering, 0.85).map((list) => [...list].sort())).toEqual([[0, 3], [1], [2], [4]]);
    expect(clustersAt(clustering, 0.5).map((list) => [...list].sort())).toEqual([[0, 3], [1, 2], [4]]);
    expect(clustersAt(clustering, 0).length).toBe(1);
  });

  test('of any matrix are one at the threshold zero, and adjacent in the order at all', () => {
    const matrix = fc
      .tuple(
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 36, maxLength: 36 }),
      )
      .map(([count, values]) => matrixOf(count, (one, other) => (values[pairIndex(one, other)] ?? 0) / 20));
    fc.assert(
      fc.property(matrix, fc.double({ min: 0, max: 1, noNaN: true }), (any, threshold) => {
        const found = cluster(any);
        expect([...found.order].sort((one, other) => one - other)).toEqual(any.samples.map((_, at) => at));
        expect(found.merges.length).toBe(any.sampleCount - 1);
        expect(clustersAt(found, threshold).flat()).toEqual(found.order);
        expect(clustersAt(found, -1).length).toBe(1);
        const all = found.merges.map((merge) => merge.similarity);
        expect(all).toEqual([...all].sort((one, other) => other - one));
      }),
      { numRuns: 150 },
    );
  });

  test('of nothing and of one are nothing and one', () => {
    expect(cluster(matrixOf(0, () => 0))).toEqual({ merges: [], order: [] });
    expect(clustersAt(cluster(matrixOf(1, () => 0)), 0.5)).toEqual([[0]]);
  });
});

describe('the most typical sample', () => {
  test('has the greatest mean similarity to all others, the most unusual the smallest', () => {
    const matrix = compared(['a b c d', 'a b c d', 'a b c x', 'q r s t']);
    const { means, mostTypical, mostUnusual } = typicality(matrix);
    expect([mostTypical, mostUnusual]).toEqual([0, 3]);
    expect(means[0]).toBeCloseTo((1 + 0.75 + 0) / 3);
    expect(means[3]).toBe(0);
  });

  test('is the first of equal ones, and no equal one is unusual', () => {
    expect(typicality(compared(['a', 'a']))).toMatchObject({ mostTypical: 0, mostUnusual: undefined });
    expect(typicality(compared([]))).toMatchObject({ mostTypical: undefined, mostUnusual: undefined });
  });

  test('is what more than half say, however near the others are to each other', () => {
    const others = ['q r s t', 'q r s u', 'q r s v'];
    expect(typicality(compared([...others, 'a', 'a', 'a', 'a'])).mostTypical).toBe(3);
  });

  test('is weighed by how many say it, and the largest group is never the most unusual', () => {
    const near = ['q r s t', 'q r s u', 'q r s v', 'q r s w', 'q r s x', 'q r s y'];
    const five = typicality(compared([...near, ...Array<string>(5).fill('a b q r')]));
    expect(five.mostTypical).toBe(6);
    expect(near[five.mostUnusual ?? -1]).toBeDefined();
    const many = Array.from({ length: 40 }, (_, at) => `q r s t u v w ${at}`);
    const largest = typicality(compared([...many, ...Array<string>(9).fill('a')]));
    expect(largest.mostUnusual).toBeLessThan(40);
  });
});

describe('typicality', () => {
  /** One text that `largest` say, one that is near to all, and one that four say and only the second is near to. */
  const matrix = (largest: number): SimilarityMatrix => {
    const samples = [Array.from({ length: largest }, (_, at) => at), [largest], [1, 2, 3, 4].map((at) => largest + at)];
    const textOf = Uint32Array.from(samples.flatMap((own, text) => own.map(() => text)));
    const sampleCount = textOf.length;
    return { ...matrixOf(3, (one, other) => (one + other === 2 ? 0.1 : 0.9)), samples, textOf, sampleCount };
  };

  test.each([5, 6])('counts what %d of all say for more than what is near to all', (largest) => {
    const { means, mostTypical, mostUnusual } = typicality(matrix(largest));
    expect(means[largest]).toBeGreaterThan(means[0] as number);
    expect(mostTypical).toBe(0);
    expect(mostUnusual).toBe(largest + 1);
  });
});

describe('the words that another text does not keep', () => {
  const differing = (base: string, other: string) => {
    const spans = differingWords(base, [other]).get(other) ?? new Uint32Array(0);
    return Array.from({ length: spans.length / 2 }, (_, at) => other.slice(spans[2 * at], spans[2 * at + 1]));
  };

  test('are whole passages, with the white space inside of them', () => {
    expect(differing('Light that keeps your hours.', 'Light that moves  with your\nday.')).toEqual([
      'moves  with',
      'day',
    ]);
    expect(differing('one two', 'one  two\n')).toEqual([]);
    expect(differing('', ' all new ')).toEqual(['all new']);
  });

  test('are all but the words that are kept, whichever text comes first in the alphabet', () => {
    fc.assert(
      fc.property(text, text, (base, other) => {
        const comparison = new WordComparison([base, other]);
        const { kinds, starts, count } = cutText(other, 'word');
        const spans = comparison.unkept(0, 1);
        const isUnkept = (at: number) =>
          spans.some((from, place) => place % 2 === 0 && from <= at && at < (spans[place + 1] as number));
        const words = Array.from({ length: count }, (_, at) => at).filter((at) => kinds[at] === tokenKind.word);
        const keptCount = words.filter((at) => !isUnkept(starts[at] as number)).length;
        expect(keptCount).toBe(comparison.kept(0, 1));
      }),
    );
  });
});

test('all that is said of the similarity of samples can be handed over by a worker', () => {
  const found = compareSamples(['one two three', 'one two four', 'five', 'five']);
  const copy = structuredClone(found);
  expect(copy).toEqual(found);
  expect(copy?.clustering.merges.length).toBe(2);
  expect(copy?.typicality.mostTypical).toBe(2);
});
