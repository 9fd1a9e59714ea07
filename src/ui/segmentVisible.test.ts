import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Segment, segmentVisible } from './segmentVisible.ts';

const showingAll = { showAll: true };
const onlyHidden = { showAll: false };

function marks(segments: readonly Segment[]): readonly string[] {
  return segments.flatMap((segment) => (segment.mark === undefined ? [] : [segment.mark]));
}

/** Text made mostly of the characters that matter, with lone surrogates and pairs among them. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['a', ' ', '  ', '\t', '\n', '\r\n', '\r', '\u00a0', '\u0000', '\u001b[31m', '\u0085', '\u009b'],
        ...['\u200b', '\u200d', '\u202e', '\u2069', '\ufeff', '\ufffd', '\ud83d', '\ude00', '😀', '👩‍💻', '\u{e0041}'],
      ),
      fc.string({ unit: 'binary' }),
    ),
  )
  .map((parts) => parts.join(''));

describe('segmentVisible', () => {
  test('the parts together are exactly the text, and none is empty', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), fc.boolean(), fc.nat(5), (text, showAll, isPartial, limit) => {
        const segments = segmentVisible(text, { showAll, isPartial, limit });
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        expect(segments.every((segment) => segment.text.length > 0)).toBe(true);
      }),
    );
  });

  test('no surrogate pair is cut', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, showAll) => {
        let at = 0;
        for (const segment of segmentVisible(text, { showAll })) {
          at += segment.text.length;
          const isCut = /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');
          expect(isCut).toBe(false);
        }
      }),
    );
  });

  test('a plain run holds no character that reorders, hides or controls', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, showAll) => {
        for (const segment of segmentVisible(text, { showAll })) {
          if (segment.mark !== undefined) continue;
          expect(segment.text).not.toMatch(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u061c\ufeff]/);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the subject
          expect(segment.text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/);
          expect(segment.text.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  test('a text without special characters is one run', () => {
    expect(segmentVisible('Grüße, 世界 😀 👩‍💻 می‌خواهم', showingAll)).toHaveLength(1);
  });

  test('direction controls are marked and named even when marks are off', () => {
    expect(segmentVisible('a\u202eb', onlyHidden)).toEqual([
      { text: 'a' },
      { text: '\u202e', mark: 'RLO', kind: 'instead', title: 'U+202E RIGHT-TO-LEFT OVERRIDE' },
      { text: 'b' },
    ]);
  });

  test('white space is marked only when asked for', () => {
    expect(segmentVisible('a \t\u00a0\r\n', onlyHidden)).toHaveLength(1);
    expect(marks(segmentVisible('a\t\u00a0b \r\n\n', showingAll))).toEqual(['→', '°', '·', 'CR', '↵', '↵']);
  });

  test('spaces count as line end spaces only where a line ends', () => {
    expect(marks(segmentVisible('a b  \nc  ', showingAll))).toEqual(['··', '↵', '··']);
    expect(marks(segmentVisible('a b  \nc  ', { showAll: true, isPartial: true }))).toEqual(['··', '↵']);
  });

  test('a joiner is left alone inside an emoji and marked between letters', () => {
    expect(marks(segmentVisible('👩‍💻', onlyHidden))).toEqual([]);
    expect(marks(segmentVisible('pass\u200dword', onlyHidden))).toEqual(['ZWJ']);
  });

  test('tag characters are spelled out, but not behind the black flag', () => {
    expect(marks(segmentVisible('\u{e0048}\u{e0069}', onlyHidden))).toEqual(['TAG H', 'TAG i']);
    expect(marks(segmentVisible('🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}', onlyHidden))).toEqual([]);
  });

  test('escape, NUL and lone surrogates are marked always', () => {
    expect(marks(segmentVisible('\u001b[31m\u0000\ud83d!', onlyHidden))).toEqual(['ESC', 'NUL', 'D83D']);
  });

  test('beyond the limit only white space goes unannotated', () => {
    expect(marks(segmentVisible('\n\n\n\u202e', { showAll: true, limit: 2 }))).toEqual(['↵', '↵', 'RLO']);
  });

  test('a run of one hidden character is one mark with its count', () => {
    expect(marks(segmentVisible('\u200b'.repeat(300), onlyHidden))).toEqual(['ZWSP×256', 'ZWSP×44']);
  });
});

test('every space is marked on demand, and joins to the text all the same', () => {
  const marks = (everySpace: boolean) =>
    segmentVisible(' a  b ', { showAll: true, isPartial: true, everySpace }).map(({ text, mark }) => [text, mark]);
  expect(marks(true)).toEqual([
    [' ', '·'],
    ['a', undefined],
    ['  ', '··'],
    ['b', undefined],
    [' ', '·'],
  ]);
  expect(marks(false)).toEqual([[' a  b ', undefined]]);
});
