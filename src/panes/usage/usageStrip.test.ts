import { expect, it } from 'vitest';
import { usageOf } from '../../../e2e/fixtures/testUsage.ts';
import { type CountedUsage, usageTableOf } from '../../../e2e/fixtures/usageTable.ts';
import { UsageBars } from './usageBars.ts';
import { usageStrip } from './usageStrip.ts';

function stripOf(counted: CountedUsage) {
  const rows = usageTableOf(counted);
  return usageStrip(rows, new UsageBars(rows));
}

it('is the prompt and every generation where their tokens are known', () => {
  const { parts } = stripOf({ own: usageOf(38, 96, 134), generations: [48, 48] });
  expect(parts.map((part) => part.words)).toEqual([
    'Prompt: 38 tokens',
    'Generation 0: 48 tokens',
    'Generation 1: 48 tokens',
  ]);
  expect(parts.map((part) => part.caption)).toEqual(['Prompt 38', '#0 48', '#1 48']);
  expect(parts.map((part) => [part.from, part.to])).toEqual([
    [0, 38],
    [38, 86],
    [86, 134],
  ]);
});

it('is prompt and generation of the first source that counts, where no generation does', () => {
  const { parts } = stripOf({ providers: [usageOf(38, 96, 134)] });
  expect(parts.map((part) => [part.words, part.fromRow])).toEqual([
    ['Prompt: 38 tokens', 1],
    ['Generation: 96 tokens', 1],
  ]);
  const later = stripOf({ providers: [undefined, usageOf(38), usageOf(undefined, 3)] });
  expect(later.parts.map((part) => [part.words, part.fromRow])).toEqual([['Prompt: 38 tokens', 2]]);
});

it('draws very many generations in bins', () => {
  const { parts } = stripOf({ own: usageOf(1), generations: Array.from({ length: 6000 }, () => 2) });
  expect(parts).toHaveLength(61);
  expect(parts.at(-1)).toMatchObject({ from: 11_801, to: 12_001, caption: '#5,900–5,999 200' });
});
