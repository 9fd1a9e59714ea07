// Which files of a build are held, and when a build is another one.
import { expect, it } from 'vitest';
import { partsOf } from './serviceWorker.ts';

const leaveOut = /\.png$/;
const files = { 'index.html': 'page', 'b.js': 'b', 'a.js': 'a', 'big.png': 'picture' };
const parts = (changed: Readonly<Record<string, string>> = {}) =>
  partsOf(new Map(Object.entries({ ...files, ...changed })), leaveOut);

it('holds every file but those left out, and the page by its address', () => {
  expect(parts().names).toEqual(['a.js', 'b.js']);
});

it('is another build when a part or the page has another content, and only then', () => {
  const { build } = parts();
  expect(parts({ 'big.png': 'another' }).build).toBe(build);
  expect(parts({ 'a.js': 'other' }).build).not.toBe(build);
  expect(parts({ 'index.html': 'other' }).build).not.toBe(build);
  expect(parts({ 'c.js': '' }).build).not.toBe(build);
});
