import { expect, it } from 'vitest';
import { pointerOf } from '../../json/pointer.ts';
import type { UsageRow } from '../../response/rows.ts';
import { usageBars } from './usageBars.ts';
import { usageStrip } from './usageStrip.ts';

const pointer = pointerOf('usage');
const count = (value: number) => ({ value, lexeme: String(value), pointer });
const response: UsageRow = {
  source: 'response',
  label: 'Response usage',
  pointer,
  usage: { pointer, prompt: count(38), generation: count(96), total: count(134) },
};
const generations = [0, 1].map(
  (position): UsageRow => ({
    source: 'generation',
    label: `Generation ${position}`,
    pointer,
    position,
    usage: { pointer, generation: count(48) },
  }),
);

it('is the prompt and every generation where their tokens are known', () => {
  const rows = [response, ...generations];
  const { parts } = usageStrip(rows, usageBars(rows));
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
  const provider: UsageRow = { ...response, source: 'provider', label: 'Provider response 0', position: 0 };
  const { usage: _none, ...silent } = response;
  const rows = [silent, provider];
  const { parts } = usageStrip(rows, usageBars(rows));
  expect(parts.map((part) => [part.words, part.fromRow])).toEqual([
    ['Prompt: 38 tokens', 1],
    ['Generation: 96 tokens', 1],
  ]);
});
