import { describe, expect, test } from 'vitest';
import { usedAnnotations, withAnnotation } from './annotations.ts';

describe('annotations', () => {
  test('hold a star and a note by position, and nothing when both are gone', () => {
    const starred = withAnnotation({}, 3, { isStarred: true });
    expect(starred).toEqual({ 3: { isStarred: true, note: '' } });
    const noted = withAnnotation(starred, 3, { note: 'the only one with a joke' });
    expect(noted).toEqual({ 3: { isStarred: true, note: 'the only one with a joke' } });
    expect(withAnnotation(withAnnotation(noted, 3, { note: '' }), 3, { isStarred: false })).toEqual({});
  });

  test('are the same object when nothing changes', () => {
    const annotations = withAnnotation({}, 1, { note: 'short' });
    expect(withAnnotation(annotations, 1, { note: 'short' })).toBe(annotations);
    expect(withAnnotation(annotations, 2, { isStarred: false })).toBe(annotations);
  });

  test('say what of them is used', () => {
    expect(usedAnnotations({})).toEqual({ hasStars: false, hasNotes: false });
    expect(usedAnnotations({ 1: { isStarred: false, note: 'short' } })).toEqual({ hasStars: false, hasNotes: true });
  });
});
