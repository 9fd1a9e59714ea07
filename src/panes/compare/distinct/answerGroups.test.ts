import { describe, expect, test } from 'vitest';
import { testRow } from '../../../../e2e/fixtures/testRow.ts';
import { sampleListOf } from '../../../../e2e/fixtures/testSamples.ts';
import { groupTexts } from '../../../analysis/textGroups.ts';
import type { Compared } from '../compared.ts';
import { answerGroups, wholeTexts } from './answerGroups.ts';

/** The chosen generations, the one at `baseline` first. */
function compared(outputs: readonly string[], baseline = 0, cut: readonly number[] = []): Compared {
  const order = [baseline, ...outputs.keys()].filter((position, at) => at === 0 || position !== baseline);
  const texts = order.map((position) => outputs[position] ?? '');
  return {
    part: 'answer',
    rows: sampleListOf(order.map((position) => testRow(position))),
    texts,
    outputLengths: texts.map(({ length }) => length),
    totalLengths: order.map((position, at) => (texts[at] ?? '').length + (cut.includes(position) ? 10 : 0)),
  };
}

const positions = (chosen: Compared, places: readonly number[]) => places.map((place) => chosen.rows.position(place));

describe('groups of answers', () => {
  test('are the largest first, then by document, whichever is the baseline', () => {
    const chosen = compared(['a', 'b', 'c', 'b', 'a', 'b'], 2);
    const { places, texts } = wholeTexts(chosen);
    const groups = answerGroups(chosen, groupTexts(texts).groups, places);
    expect(groups.map((group) => positions(chosen, group.places))).toEqual([[1, 3, 5], [0, 4], [2]]);
  });

  test('hold their different texts, that of the sample which stands for them first', () => {
    const chosen = compared(['Tea', 'tea', 'tea', 'TEA']);
    const groups = answerGroups(chosen, [[0, 1, 2, 3]], [0, 1, 2, 3], (place) => (place === 3 ? 2 : 1));
    expect(groups).toMatchObject([{ first: 3 }]);
    expect(groups[0]?.variants.map(({ text, places }) => [text, ...places])).toEqual([
      ['TEA', 3],
      ['tea', 1, 2],
      ['Tea', 0],
    ]);
  });

  test('never join texts of which only the start is known', () => {
    const chosen = compared(['same', 'same', 'same'], 0, [1, 2]);
    const { places, texts, others } = wholeTexts(chosen);
    expect(others).toEqual([1, 2]);
    const groups = answerGroups(chosen, groupTexts(texts).groups, places);
    expect(groups.map((group) => group.places)).toEqual([[0], [1], [2]]);
  });

  test('are those that the table counts, with what gives no answer last', () => {
    const outputs = ['', 'f()', '', 'f()', '', ''];
    const kinds = [
      { outputKind: 'missing' },
      { group: 0 },
      { outputKind: 'null' },
      { group: 1 },
      { group: 2 },
      { outputKind: 'missing' },
    ] as const;
    const chosen = { ...compared(outputs), rows: sampleListOf(kinds.map((more, position) => testRow(position, more))) };
    expect(answerGroups(chosen, [], []).map(({ places, isAnswer }) => [isAnswer, ...places])).toEqual([
      [true, 1],
      [true, 3],
      [true, 4],
      [false, 0, 5],
      [false, 2],
    ]);
    const { places, texts } = wholeTexts(chosen);
    const normalised = answerGroups(chosen, groupTexts(texts).groups, places);
    expect(normalised.map((group) => group.places)).toEqual([[1, 3], [4], [0, 5], [2]]);
  });
});
