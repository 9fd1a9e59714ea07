// Invented texts, related and not, with marks, white space and characters that are hard to cut: what the laws of comparison are tried on.

import fc from 'fast-check';

const word = fc.constantFrom(
  ...[
    'the',
    'cat',
    'sat',
    'on',
    'a',
    'mat',
    'Mat',
    'rare',
    'lamp',
    ',',
    '.',
    ' ',
    ' ',
    '\n',
    '  ',
    '漢字',
    '我们今天',
    'e\u0301',
  ],
  ...['👩‍👩‍👧', '🇳🇴', 'עברית', "don't", '3.14', '\ud83d', '-'],
);
/** Up to thirty words, marks and white spaces, apart by spaces. */
export const sentence = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));

/** A sentence and edits of it. */
export const relatedTexts = fc
  .tuple(sentence, fc.array(fc.tuple(fc.nat(200), fc.nat(6), fc.string({ maxLength: 6 })), { maxLength: 8 }))
  .chain(([base, edits]) => {
    const texts = edits.map(([at, length, put]) => base.slice(0, at) + put + base.slice(at + length));
    return fc.constant([base, ...texts]);
  });
