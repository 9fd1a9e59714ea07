import { expect, test } from 'vitest';
import { tableOf } from '../../../e2e/fixtures/providerTable.ts';
import { pointerOf } from '../../json/pointer.ts';
import type { GenerationRow } from '../../response/rows.ts';
import { choiceName, linkChoices, mostListed } from './linkChoices.ts';

const choiceAt = (provider: number, position: number) => pointerOf('provider_responses', provider, 'choices', position);

const providersWith = (...counts: readonly number[]) =>
  tableOf(counts.map((count) => ({ choices: Array.from({ length: count }, () => ({})) })));

const rowAt = (position: number, link?: GenerationRow['link']) =>
  ({ position, ...(link && { link }) }) as object as GenerationRow;

test('every choice of every provider response is listed, and the linked one is the current one', () => {
  const row = rowAt(0, { word: 'certain', choice: choiceAt(1, 0), evidence: '' });
  const { listed, total, current } = linkChoices(providersWith(2, 1), row);
  expect(listed.map(choiceName)).toEqual([
    'provider_responses[0] choice 0',
    'provider_responses[0] choice 1',
    'provider_responses[1] choice 0',
  ]);
  expect([total, current]).toEqual([3, '1/0']);
  expect(linkChoices(providersWith(2), rowAt(1)).current).toBeUndefined();
});

test('of too many choices those around the own place are listed, as many at either end', () => {
  const providers = providersWith(5000);
  const idsAt = (position: number) => linkChoices(providers, rowAt(position)).listed.map(({ id }) => id);
  for (const [position, first] of [
    [0, '0/0'],
    [2500, '0/2400'],
    [4999, '0/4800'],
  ] as const) {
    const ids = idsAt(position);
    expect([ids[0], ids.length]).toEqual([first, mostListed]);
    expect(ids).toContain(`0/${position}`);
  }
});
