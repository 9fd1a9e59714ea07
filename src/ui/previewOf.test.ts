import { expect, test } from 'vitest';
import { previewOf } from './previewOf.ts';

test('a short text is shown whole', () => {
  expect(previewOf('one\ntwo', 400)).toEqual({ shown: 'one\ntwo', isCut: false });
});

test('a long text is cut, but never inside a surrogate pair', () => {
  expect(previewOf('ab😀', 3)).toEqual({ shown: 'ab', isCut: true });
  expect(previewOf('ab😀', 4)).toEqual({ shown: 'ab😀', isCut: false });
});
