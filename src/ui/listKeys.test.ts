import { expect, test } from 'vitest';
import { listKeys } from './listKeys.ts';

const press = (key: string, more: { ctrlKey?: boolean } = {}) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
});

test('arrows move by one and stop at the ends', () => {
  expect(listKeys(press('ArrowDown'), 3, 5, 10)).toBe(4);
  expect(listKeys(press('ArrowDown'), 4, 5, 10)).toBe(4);
  expect(listKeys(press('ArrowUp'), 0, 5, 10)).toBe(0);
});

test('with nothing active the first move goes to the first item', () => {
  expect(listKeys(press('ArrowDown'), -1, 5, 10)).toBe(0);
  expect(listKeys(press('ArrowUp'), -1, 5, 10)).toBe(0);
});

test('page keys move by a page within the list', () => {
  expect(listKeys(press('PageDown'), 0, 100, 10)).toBe(10);
  expect(listKeys(press('PageDown'), 95, 100, 10)).toBe(99);
  expect(listKeys(press('PageUp'), 4, 100, 10)).toBe(0);
});

test('other keys, keys with modifiers and empty lists do not move', () => {
  expect(listKeys(press('a'), 0, 5, 10)).toBeUndefined();
  expect(listKeys(press('ArrowDown', { ctrlKey: true }), 0, 5, 10)).toBeUndefined();
  expect(listKeys(press('ArrowDown'), -1, 0, 10)).toBeUndefined();
});
