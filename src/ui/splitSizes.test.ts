import { expect, test } from 'vitest';
import { hasSameIds, isSameLayout, layoutOf } from './splitSizes.ts';

const panels = [
  { id: 'left', defaultSize: 60 },
  { id: 'right', defaultSize: 40 },
];

test('without remembered sizes the defaults count', () => {
  expect(layoutOf(panels, undefined)).toEqual({ left: 60, right: 40 });
});

test('remembered sizes of absent panels are left out and the rest is scaled to 100', () => {
  expect(layoutOf(panels, { left: 30, right: 30, third: 40 })).toEqual({ left: 50, right: 50 });
});

test('nonsense makes equal panels instead of none', () => {
  expect(layoutOf(panels, { left: 0, right: -5 })).toEqual({ left: 50, right: 50 });
});

test('layouts are compared by ids first and then within a twentieth of a percent', () => {
  expect(hasSameIds({ a: 50, b: 50 }, { b: 1, a: 99 })).toBe(true);
  expect(hasSameIds({ a: 50, b: 50 }, { a: 100 })).toBe(false);
  expect(isSameLayout({ a: 50.01, b: 49.99 }, { a: 50, b: 50 })).toBe(true);
  expect(isSameLayout({ a: 51, b: 49 }, { a: 50, b: 50 })).toBe(false);
});
