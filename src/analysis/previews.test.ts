import { describe, expect, test } from 'vitest';
import { type Previews, rareIn, type SharedPreviews, sharedPreviews } from './previews.ts';

const listOf = (texts: readonly string[], isWhole: boolean): Previews => ({
  length: texts.length,
  preview: (at) => texts[at] ?? '',
  isPreviewWhole: () => isWhole,
});
const whole = (...texts: readonly string[]) => listOf(texts, true);

function shared(previews: Previews): SharedPreviews {
  const steps = sharedPreviews(previews);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const rare = (texts: readonly string[], at: number, from = 0) => {
  const text = texts[at] ?? '';
  return rareIn(shared(whole(...texts)), text, from).map((range) => text.slice(range.from, range.to));
};

describe('what all previews begin with', () => {
  test.each([
    [
      'up to the last word that all share',
      ['The final answer is four.', 'The final answer is five.'],
      'The final answer is ',
    ],
    ['not within a word', ['A sentence and something', 'A sentence and some'], 'A sentence and '],
    ['not the whole of any text', ['The final answer', 'The final answer is five.'], ''],
    ['nothing short', ['So it is.', 'So it was.'], ''],
    ['nothing where all are the same', ['The final answer is four.', 'The final answer is four.'], ''],
    ['nothing of one text alone', ['The final answer is four.'], ''],
    ['nothing where one is empty', ['The final answer is four.', ''], ''],
    ['over line ends', ['Dear reader,\n\nhello you', 'Dear reader,\n\nhello me'], 'Dear reader,\n\nhello '],
    [
      'to the last mark of a script without spaces',
      ['回答はこちらです、それでは、一', '回答はこちらです、それでは、二'],
      '回答はこちらです、それでは、',
    ],
  ])('%s', (_, texts, start) => {
    expect(shared(whole(...texts)).start).toBe(start);
  });

  test('of texts that go on behind their previews, enough stays to be read', () => {
    const start = 'word '.repeat(30);
    const texts = [`${start}one`, `${start}two`];
    expect(shared(listOf(texts, false)).start).toBe('word '.repeat(18));
    expect(shared(listOf(texts, true)).start).toBe(start);
  });
});

describe('what is rare', () => {
  const alike = ['It keeps your hours.', 'It keeps your days.', 'It keeps your hours.', 'it keeps YOUR hours.'];

  test('is what only one says, whatever the case', () => {
    expect(alike.map((_, at) => rare(alike, at))).toEqual([[], ['days'], [], []]);
  });

  test('is told from some place on', () => {
    const texts = ['Now then: the red one', 'Well then: the red two', 'Now then: the red one'];
    expect(rare(texts, 1)).toEqual(['Well', 'two']);
    expect(rare(texts, 1, 5)).toEqual(['two']);
  });

  test('are numbers as a whole, words with their apostrophe, and single characters where no spaces stand', () => {
    const texts = ['it is 3.14 and that is it', "it isn't 3.15 and that is it", 'it is 3.14 and that is it'];
    expect(rare(texts, 1)).toEqual(["isn't", '3.15']);
    expect(rare(['今日は晴れです', '今日は雨です', '今日は晴れです', '今日は晴れです'], 1)).toEqual(['雨']);
  });

  test('is nothing where the texts have little in common, and nothing of two', () => {
    expect(rare(['red fox runs', 'blue whale swims', 'old owl sleeps'], 0)).toEqual([]);
    expect(rare(['It keeps your hours.', 'It keeps your days.'], 0)).toEqual([]);
  });

  test('of very many previews only some are looked at, and a word that none of those has is rare', () => {
    const many = Array.from({ length: 100_000 }, (_, at) =>
      at === 50_001 ? 'one sample says no' : 'one sample says yes',
    );
    expect(rare(many, 50_001)).toEqual(['no']);
    expect(rare(many, 50_000)).toEqual([]);
  });
});
