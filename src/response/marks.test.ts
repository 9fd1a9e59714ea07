import { describe, expect, test } from 'vitest';
import { usedMarks, withMark } from './marks.ts';

describe('marks', () => {
  test('hold a star and a note by position, and nothing when both are gone', () => {
    const starred = withMark({}, 3, { isStarred: true });
    expect(starred).toEqual({ 3: { isStarred: true, note: '' } });
    const noted = withMark(starred, 3, { note: 'the only one with a joke' });
    expect(noted).toEqual({ 3: { isStarred: true, note: 'the only one with a joke' } });
    expect(withMark(withMark(noted, 3, { note: '' }), 3, { isStarred: false })).toEqual({});
  });

  test('are the same object when nothing changes', () => {
    const marks = withMark({}, 1, { note: 'short' });
    expect(withMark(marks, 1, { note: 'short' })).toBe(marks);
    expect(withMark(marks, 2, { isStarred: false })).toBe(marks);
  });

  test('say what of them is used', () => {
    expect(usedMarks({})).toEqual({ hasStars: false, hasNotes: false });
    expect(usedMarks({ 1: { isStarred: false, note: 'short' } })).toEqual({ hasStars: false, hasNotes: true });
  });
});
