import { expect, test } from 'vitest';
import { treeAction } from './treeKeys.ts';

const press = (key: string, more: Partial<Parameters<typeof treeAction>[0]> = {}) =>
  treeAction({ key, code: '', shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...more });

test('keys of a tree view mean what people expect of one', () => {
  expect(press('ArrowRight')).toBe('in');
  expect(press('ArrowLeft')).toBe('out');
  expect(press('*', { shiftKey: true })).toBe('openSiblings');
  expect(press('ArrowRight', { shiftKey: true })).toBe('openBelow');
  expect(press('Enter')).toBe('select');
});

test('copying takes Ctrl or Command, and the place Alt and Shift', () => {
  expect(press('c', { code: 'KeyC', ctrlKey: true })).toBe('copyValue');
  expect(press('c', { code: 'KeyC', metaKey: true })).toBe('copyValue');
  expect(press('Ç', { code: 'KeyC', altKey: true, shiftKey: true })).toBe('copyPointer');
  expect(press('J', { code: 'KeyJ', altKey: true, shiftKey: true })).toBe('copyJq');
  expect(press('P', { code: 'KeyP', altKey: true, shiftKey: true })).toBe('copyPython');
});

test('single letters and keys of the browser are left alone', () => {
  expect(press('j')).toBeUndefined();
  expect(press('c', { code: 'KeyC' })).toBeUndefined();
  expect(press('ArrowLeft', { altKey: true })).toBeUndefined();
  expect(press('Home', { ctrlKey: true })).toBeUndefined();
  expect(press('C', { code: 'KeyC', ctrlKey: true, shiftKey: true })).toBeUndefined();
});
