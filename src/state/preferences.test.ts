import { describe, expect, it } from 'vitest';
import { defaultPreferences, parsePreferences } from './preferences.ts';

describe('preferences', () => {
  it('come back as they were saved', () => {
    const changed = { ...defaultPreferences, theme: 'dark' as const, paneSizes: { left: { a: 40, b: 60 } } };
    expect(parsePreferences(JSON.stringify(changed))).toEqual(changed);
  });

  it('replace one bad value by its default and keep the others', () => {
    const text = JSON.stringify({ ...defaultPreferences, theme: 'purple', isWrapping: false });
    expect(parsePreferences(text)).toEqual({ ...defaultPreferences, isWrapping: false });
  });

  it.each([
    [null],
    ['not json'],
    ['[]'],
    ['null'],
    ['{"paneSizes":{"a":{"b":-4}}}'],
    ['{"mutedChecks":["HL050","all"]}'],
  ])('are the defaults for %j', (text) => {
    expect(parsePreferences(text)).toEqual(defaultPreferences);
  });
});
