import { expect, test } from 'vitest';
import { meanSentence, meanText, perplexitySentence, perplexityText } from './logprobWords.ts';

test('derived figures have a true minus sign and as many digits as a person compares', () => {
  expect(meanText(-0.38649)).toBe('−0.386');
  expect(perplexityText(-0.386)).toBe('1.47');
  expect(perplexityText(-Math.log(12_345.4))).toBe('12,345');
  expect(perplexityText(-20)).toBe('4.85 × 10^8');
  expect(perplexityText(-1000)).toBe('∞');
});

test('the sentence says of how many tokens, and more digits', () => {
  const tokens = { count: 64, usable: 63, mean: -0.25 };
  expect(meanSentence(tokens)).toBe('Mean of 63 usable of 64 tokens, natural logarithm: −0.25');
  expect(perplexitySentence(tokens)).toBe(
    'e to the power of minus the mean log probability of 63 usable of 64 tokens: 1.284025',
  );
  expect(meanSentence({ count: 4, usable: 0 })).toBe('None of 4 tokens has a usable log probability');
});
