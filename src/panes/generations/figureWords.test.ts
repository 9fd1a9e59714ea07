import { expect, test } from 'vitest';
import { figureUnits } from '../../../e2e/fixtures/orderReference.ts';
import { figureText } from '../../analysis/probability/figureText.ts';
import { pointerOf } from '../../json/pointer.ts';
import type { TokenFigures } from '../../response/tokens/token.ts';
import { figureRangeText, figureSentence } from './figureWords.ts';

const pointer = pointerOf('t');
const figures: TokenFigures = {
  count: 64,
  usable: 60,
  leftOut: { unusable: 1, special: 3 },
  mean: -0.25,
  total: -15,
  lowest: { logprob: Math.log(0.031), text: ' keeps', pointer },
  window: { mean: -1.25, length: 16, pointer },
  below: 12,
};

test('derived figures have a true minus sign and as many digits as a person compares', () => {
  expect(figureText('logprob', -0.38649)).toBe('−0.386');
  expect(figureText('total', -502.7207)).toBe('−502.72');
  expect(figureText('lowest', 0.031)).toBe('3.1 %');
  expect(figureText('lowest', 0.0004)).toBe('< 0.1 %');
  expect(figureText('below', 0.2)).toBe('20.0 %');
  expect(figureText('perplexity', 1.471)).toBe('1.47');
  expect(figureText('perplexity', 12_345.4)).toBe('12,345');
  expect(figureText('perplexity', Math.exp(20))).toBe('4.85 × 10^8');
  expect(figureText('perplexity', Number.POSITIVE_INFINITY)).toBe('∞');
});

test('the sentence says the formula, of how many tokens, and what is left out', () => {
  const rest = '. Left out: 1 without a usable value, 3 special';
  expect(figureSentence('logprob', figures)).toBe(`Mean of 60 usable of 64 tokens, natural logarithm: −0.25${rest}`);
  expect(figureSentence('perplexity', figures)).toBe(
    `e to the power of minus the mean log probability of 60 usable of 64 tokens: 1.284025${rest}`,
  );
  expect(figureSentence('lowest', figures)).toBe(
    `Least likely of 60 usable of 64 tokens: “ keeps”, p = 0.031, log probability −3.473768${rest}`,
  );
  expect(figureSentence('lowest16', figures)).toBe(
    `Lowest mean of 16 in a row among 60 usable of 64 tokens, natural logarithm: −1.25${rest}`,
  );
  expect(figureSentence('lowest16', { count: 3, usable: 3, mean: -1, window: { mean: -1, length: 3, pointer } })).toBe(
    'Mean of all 3 usable of 3 tokens, fewer than 16, natural logarithm: −1',
  );
  expect(figureSentence('below', figures)).toBe(
    `12 of 60 usable of 64 tokens have a probability below 0.5: 0.2${rest}`,
  );
  expect(figureSentence('total', { ...figures, isPromptAmong: true })).toBe(
    `Sum of 60 usable of 64 tokens, natural logarithm: −15${rest}. The text repeats the prompt, whose tokens are among them`,
  );
  expect(figureSentence('total', { count: 1, usable: 0, leftOut: { unusable: 1 } })).toBe(
    'None of 1 token has a usable log probability. Left out: 1 without a usable value',
  );
});

test('ranges and charts are of whole units, as the figures are shown', () => {
  expect(figureUnits('logprob', figures)).toBe(-250);
  expect(figureUnits('below', figures)).toBe(200);
  expect(figureUnits('lowest', figures)).toBe(310);
  expect(figureUnits('perplexity', { count: 1, usable: 1, mean: -900 })).toBeUndefined();
  expect(figureUnits('total', undefined)).toBeUndefined();
  expect(figureRangeText('logprob', { from: -1200, to: -400 })).toBe('−1.200 to −0.400');
  expect(figureRangeText('lowest', { from: 0, to: 0 })).toBe('0.00 %');
});
