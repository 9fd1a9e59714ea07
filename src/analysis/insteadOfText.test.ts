import { expect, test } from 'vitest';
import { testRow } from '../../e2e/fixtures/testRow.ts';
import { insteadOfText } from './insteadOfText.ts';

test('missing, null, empty and another type are four things', () => {
  expect(insteadOfText(testRow(0, { outputKind: 'missing' }))).toBe('missing');
  expect(insteadOfText(testRow(0, { outputKind: 'null' }))).toBe('null');
  expect(insteadOfText(testRow(0, { outputKind: 'null', preview: 'I cannot' }))).toBe('refusal: I cannot');
  expect(insteadOfText(testRow(0))).toBe('empty');
  expect(insteadOfText(testRow(0, { outputKind: 'other', preview: '42' }))).toBe('not a string: 42');
  expect(insteadOfText(testRow(0, { outputKind: 'other', preview: '[1, ', isPreviewWhole: false }))).toBe(
    'not a string: [1, …',
  );
  expect(insteadOfText(testRow(0, { preview: ' ' }))).toBeUndefined();
});
