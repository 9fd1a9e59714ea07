import { expect, test } from 'vitest';
import { tableOf } from '../../../e2e/fixtures/providerTable.ts';
import { testRow } from '../../../e2e/fixtures/testRow.ts';
import { pointerOf } from '../../json/pointer.ts';
import { barAt, barStep, barsPath, choicePlace, mostBars, surprisalSentence } from './surprisalBars.ts';

test('bars of few tokens are two wide, of many as wide as there is room, and a press finds each', () => {
  expect(barStep(5)).toBe(2);
  expect(barStep(mostBars)).toBe(1);
  for (const count of [1, 5, 40, mostBars]) {
    for (let bar = 0; bar < count; bar++) expect(barAt(((bar + 0.5) * barStep(count)) / mostBars, count)).toBe(bar);
  }
  expect(barAt(0.99, 5)).toBe(4);
});

test('bars below 50 % are apart from the others, the highest ends with the scale, and what is unknown has none', () => {
  const bits = Float64Array.of(0, 1, Number.NaN, 5, 40);
  expect(barsPath(bits, 16, false)).toBe('M0 16h1.6v-0.75h-1.6zM2 16h1.6v-2.67h-1.6z');
  expect(barsPath(bits, 16, true)).toBe('M6 16h1.6v-13.33h-1.6zM8 16h1.6v-16h-1.6z');
});

test('the sentence says how many tokens, and where bars stand for several', () => {
  expect(surprisalSentence({ bits: Float64Array.of(0.5, 12.34), places: Uint32Array.of(0, 1), count: 2 })).toBe(
    'Surprisal of 2 tokens: 1 below 50 %, the highest 12.3 bits, cut at 6.',
  );
  expect(surprisalSentence({ bits: Float64Array.of(0.5), places: Uint32Array.of(0), count: 3 })).toBe(
    'Surprisal of 1 bar for 3 tokens, each as high as the least likely of its own: 0 below 50 %, the highest 0.5 bits.',
  );
});

test('of choices that share a pointer the one of the generation is taken', () => {
  const pointer = pointerOf('provider_responses', 1);
  const providers = tableOf([
    {},
    {
      choices: [
        { pointer, generation: 4 },
        { pointer, generation: 2 },
      ],
    },
  ]);
  const linked = (position: number) => testRow(position, { link: { word: 'certain', choice: pointer, evidence: '' } });
  expect(choicePlace(providers, linked(2))).toEqual({ choice: pointer, position: 1 });
  expect(choicePlace(providers, linked(7))).toEqual({ choice: pointer, position: 0 });
  expect(choicePlace(providers, testRow(0))).toBeUndefined();
});
