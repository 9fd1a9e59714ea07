import { expect, test } from 'vitest';
import { tableOf } from '../../e2e/fixtures/providerTable.ts';
import { testRow } from '../../e2e/fixtures/testRow.ts';
import { rowsOf, samplesOf } from '../../e2e/fixtures/testSamples.ts';
import { pointerOf } from '../json/pointer.ts';
import { type Linked, withPins } from './pins.ts';

const choice = (at: number) => pointerOf('provider_responses', 0, 'choices', at);

/** Two generations, each linked to the choice of the same place, and a choice that is left over. */
const found: Linked = {
  rows: samplesOf(
    [0, 1].map((position) =>
      testRow(position, { link: { word: 'certain', choice: choice(position), evidence: `found ${position}` } }),
    ),
  ),
  providers: tableOf([
    {
      choices: [0, 1, 2].map((position) => ({
        textPointer: pointerOf('provider_responses', 0, 'choices', position, 'text'),
        ...(position < 2 && { generation: position }),
      })),
    },
  ]),
};

const owners = ({ providers }: Linked) => providers.choicesOf(0).map(({ generation }) => generation);
const words = ({ rows }: Linked) => rowsOf(rows).map(({ link }) => [link?.word, link?.choice, link?.pin !== undefined]);

test('a pin gives a generation the choice that a person says, and keeps what was found', () => {
  const pinned = withPins(found, [{ generation: 0, provider: 0, choice: 2 }]);
  expect(words(pinned)).toEqual([
    ['by position', choice(2), true],
    ['certain', choice(1), false],
  ]);
  expect(pinned.rows.at(0)?.link).toEqual({
    word: 'by position',
    choice: choice(2),
    text: `${choice(2)}/text`,
    evidence:
      'data[0] and provider_responses[0].choices[2] are pinned by hand until the page is reloaded. Found before: found 0',
    pin: { found: found.rows.at(0)?.link },
  });
  expect(owners(pinned)).toEqual([undefined, 1, 0]);
});

test('a generation whose choice is given away has none, and says who has it', () => {
  const pinned = withPins(found, [{ generation: 0, provider: 0, choice: 1 }]);
  expect(owners(pinned)).toEqual([undefined, 0, undefined]);
  expect(pinned.rows.at(1)?.link).toEqual({
    word: 'none',
    evidence: 'provider_responses[0].choices[1] is pinned to data[0] by hand. Found before: found 1',
  });
});

test('two pins can swap, the last of several holds, and one that leads nowhere does nothing', () => {
  const swap = [
    { generation: 0, provider: 0, choice: 1 },
    { generation: 1, provider: 0, choice: 0 },
  ];
  expect(owners(withPins(found, swap))).toEqual([1, 0, undefined]);
  expect(owners(withPins(found, [...swap, { generation: 0, provider: 0, choice: 2 }]))).toEqual([1, undefined, 0]);
  expect(
    owners(
      withPins(
        found,
        [swap[0], { generation: 1, provider: 0, choice: 1 }].flatMap((pin) => pin ?? []),
      ),
    ),
  ).toEqual([0, 1, undefined]);
  for (const pin of [
    { generation: 9, provider: 0, choice: 1 },
    { generation: 0, provider: 3, choice: 1 },
    { generation: 0, provider: 0, choice: 7 },
  ]) {
    expect(withPins(found, [pin])).toBe(found);
  }
});

test('without pins what was found is back', () => {
  expect(withPins(found, [])).toBe(found);
});

test('tokens go with their choice; of a leftover one they are as many as it lists', () => {
  const tokens = (count: number) => ({ count, from: 'listed' as const, pointer: choice(count) });
  const counted: Linked = {
    rows: samplesOf(
      rowsOf(found.rows).map((row, at) => ({
        ...row,
        tokens: tokens(at),
        logprobs: { count: at, usable: at, mean: -at },
      })),
    ),
    providers: tableOf([{ choices: [{ generation: 0 }, { generation: 1 }, { listedTokenCount: 7 }] }]),
  };
  const taken = withPins(counted, [{ generation: 0, provider: 0, choice: 1 }]).rows;
  expect(rowsOf(taken).map((row) => [row.tokens?.count, row.logprobs?.mean])).toEqual([
    [1, -1],
    [undefined, undefined],
  ]);
  const left = withPins(counted, [{ generation: 0, provider: 0, choice: 2 }]).rows;
  expect(rowsOf(left).map((row) => [row.tokens?.count, row.logprobs?.mean])).toEqual([
    [7, undefined],
    [1, -1],
  ]);
});
