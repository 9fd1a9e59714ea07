import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutText, type Granularity, tokenKind, tokenText } from './tokens.ts';

function cut(text: string, granularity: Granularity): readonly string[] {
  const tokens = cutText(text, granularity);
  return Array.from({ length: tokens.count }, (_, at) => tokenText(tokens, at));
}

const unit = fc.constantFrom(
  ...[
    'a',
    'Zé',
    '1',
    ' ',
    '\t',
    '\u3000',
    '\r\n',
    '\n',
    '\r',
    '.',
    '。',
    '漢字',
    'ひら',
    'カナ',
    'ー',
    '한',
    '\u1112\u1161\u11ab',
  ],
  ...[
    'क्षि',
    'e\u0301',
    '\u0301',
    '👩',
    '🏽',
    '\u200d',
    '👧',
    '❤\ufe0f',
    '1\ufe0f\u20e3',
    '🇳',
    '🇴',
    'ﾞ',
    'ส',
    'ำ',
    '_',
    "'",
  ],
  ...[
    '’',
    '“',
    '…',
    'עברית',
    'ال\u0651',
    '\u0600',
    ',',
    '`',
    'ß',
    '\ud83d',
    '\ude00',
    '\u2028',
    '\u0085',
    'ខ្មែរ',
    'ဗမာ',
  ],
);
const text = fc.oneof(
  fc.array(unit, { maxLength: 14 }).map((units) => units.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const granularities = ['word', 'character', 'sentence', 'line'] as const;

describe.each(granularities)('tokens by %s', (granularity) => {
  test('are together the text, and cut no visible character in two', () => {
    const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
    fc.assert(
      fc.property(text, (whole) => {
        const { starts, count } = cutText(whole, granularity);
        expect(starts.length).toBe(count + 1);
        expect(starts[count]).toBe(whole.length);
        const boundaries = new Set(Array.from(graphemes.segment(whole), ({ index }) => index).concat(whole.length));
        starts.forEach((start, at) => {
          expect(start).toBeGreaterThan(at === 0 ? -1 : (starts[at - 1] ?? 0));
          if (!boundaries.has(start)) expect.fail(`${JSON.stringify(whole)} is cut at ${start}`);
        });
        if (count > 0) expect(starts[0]).toBe(0);
      }),
      { numRuns: 1500 },
    );
  });
});

test('a word, a number, a line end, a run of blanks and any other character are one token each', () => {
  expect(cut("I don’t  pay 1,299.50 for it's well-known\r\n\n“café”…", 'word')).toEqual(
    [
      'I',
      ' ',
      'don’t',
      '  ',
      'pay',
      ' ',
      '1,299.50',
      ' ',
      'for',
      ' ',
      "it's",
      ' ',
      'well',
      '-',
      'known',
      '\r\n',
      '\n',
    ].concat(['“', 'café', '”', '…']),
  );
});

test('Chinese, Japanese and Thai are cut into words', () => {
  expect(cut('我们今天去北京大学。', 'word')).toEqual(['我们', '今天', '去', '北京', '大学', '。']);
  expect(cut('東京都に住んでいます', 'word').length).toBeLessThan(8);
  expect(cut('東京都に住んでいます', 'word').length).toBeGreaterThan(2);
  expect(cut('สวัสดีครับ', 'word')).toEqual(['สวัสดี', 'ครับ']);
});

test('long runs without spaces are cut as short ones are', () => {
  const sentence = '我们今天去北京大学学习中文和数学因为天气很好';
  const short = cut(sentence, 'word');
  const long = cut(`${sentence}。`.repeat(50), 'word');
  expect(long.slice(0, short.length)).toEqual(short);
  const run = sentence.repeat(200);
  const tokens = cut(run, 'word');
  expect(tokens.join('')).toBe(run);
  expect(tokens.length).toBeLessThan(run.length * 0.75);
});

test('sentences end at their marks, lines at line ends, and the white space around both is apart', () => {
  expect(cut('One. Two?  “Three!” e.g. four… 一。二！\n\n  Five', 'sentence')).toEqual([
    'One.',
    ' ',
    'Two?',
    '  ',
    '“Three!” e.g. four…',
    ' ',
    '一。',
    '二！',
    '\n',
    '\n',
    '  ',
    'Five',
  ]);
  expect(cut(' a b. C \n\nd', 'line')).toEqual([' ', 'a b. C', ' ', '\n', '\n', 'd']);
});

test('kinds tell words, punctuation, white space and line ends apart', () => {
  const { word, punctuation, blank, lineEnd } = tokenKind;
  expect([...cutText('a, 🙂\n漢。\u3000$', 'word').kinds]).toEqual([
    word,
    punctuation,
    blank,
    word,
    lineEnd,
    word,
    punctuation,
    blank,
    word,
  ]);
  expect([...cutText('a 。\n\u2028', 'character').kinds]).toEqual([word, blank, punctuation, lineEnd, lineEnd]);
});
