import { expect, test } from 'vitest';
import { previewOf } from './previewOf.ts';

test('a short text is shown whole', () => {
  expect(previewOf('one\ntwo', 400, false)).toEqual({ shown: 'one\ntwo', isCut: false });
});

test('the first line keeps its line ends and says that there is more', () => {
  expect(previewOf('one\n\ntwo', 400, true)).toEqual({ shown: 'one\n\n', isCut: true });
  expect(previewOf('one\n', 400, true)).toEqual({ shown: 'one\n', isCut: false });
});

test('empty lines at the start do not count as the first line', () => {
  expect(previewOf('\n\none\ntwo', 400, true)).toEqual({ shown: '\n\none\n', isCut: true });
});

test('a long text is cut, but never inside a surrogate pair', () => {
  expect(previewOf('ab😀', 3, false)).toEqual({ shown: 'ab', isCut: true });
  expect(previewOf('ab😀', 4, false)).toEqual({ shown: 'ab😀', isCut: false });
});
