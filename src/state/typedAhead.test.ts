import { expect, test } from 'vitest';
import { withKey } from './typedAhead.ts';

const nothing = { text: '', isEntered: false };

function typing(...keys: readonly string[]) {
  return keys.reduce((typed, key) => withKey(typed, { key, ctrlKey: false, metaKey: false }) ?? typed, nothing);
}

test('letters, Backspace and Enter are kept, keys that are no text are not', () => {
  expect(typing('s', 'o', 'x', 'Backspace', 'ArrowDown', 'Tab', 'u', 'é', '𝒳')).toEqual({
    text: 'soué𝒳',
    isEntered: false,
  });
  expect(typing('s', 'Enter', 'x')).toEqual({ text: 's', isEntered: true });
});

test('keys with Control or Command are left to the browser', () => {
  expect(withKey(nothing, { key: 'v', ctrlKey: true, metaKey: false })).toBeUndefined();
  expect(withKey(nothing, { key: 'v', ctrlKey: false, metaKey: true })).toBeUndefined();
});
