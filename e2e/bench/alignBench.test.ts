import { describe, expect, test } from 'vitest';
import { alignedByWord, alignmentQuality, movedShare, qualityCases, speedCases } from './alignBench.ts';
import { editedTexts } from './editedTexts.ts';

describe.each(qualityCases)('$count samples with $rate edits per word', ({ count, rate, least }) => {
  test('are aligned as they were edited', { timeout: 60_000 }, () => {
    const { precision, recall } = alignmentQuality(count, rate, count > 8 ? [1] : [1, 2, 3]);
    expect(precision).toBeGreaterThanOrEqual(least);
    expect(recall).toBeGreaterThanOrEqual(least);
  });
});

test('moved passages are reported apart', { timeout: 60_000 }, () => {
  expect(movedShare([1, 2, 3, 4, 5])).toBeGreaterThan(0.8);
});

test('unrelated texts are answered with a coarser granularity that says so', { timeout: 60_000 }, () => {
  const unrelated = speedCases.at(-1)?.texts(1) ?? [];
  const alignment = alignedByWord(unrelated);
  expect(alignment).toMatchObject({ granularityAsked: 'word', isApproximate: true });
  expect(alignment.granularityUsed).not.toBe('word');
});

test('invented texts are the same for the same seed and differ by their edits only', () => {
  const [one, other] = editedTexts({ count: 2, length: 1000, rate: 0.25, seed: 4 });
  expect(editedTexts({ count: 2, length: 1000, rate: 0.25, seed: 4 })[1]).toEqual(other);
  expect(one?.text.split(' ')).toEqual(one?.words);
  const kept = one?.origins.filter((origin) => origin >= 0).length ?? 0;
  expect(kept / 1000).toBeGreaterThan(0.79);
  expect(kept / 1000).toBeLessThan(0.88);
});
