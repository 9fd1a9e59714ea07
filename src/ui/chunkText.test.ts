import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { chunkText, isLongText } from './chunkText.ts';

const longText = fc
  .array(fc.tuple(fc.constantFrom('a', '\n', '😀', '\r\n', 'word ', '\ud83d'), fc.nat(3000)), { maxLength: 20 })
  .map((parts) => parts.map(([unit, times]) => unit.repeat(times)).join(''));

test('the blocks together are exactly the text, none is empty and none is large', () => {
  fc.assert(
    fc.property(longText, fc.boolean(), (text, isWrapped) => {
      const chunks = chunkText(text, isWrapped);
      expect(chunks.map((chunk) => chunk.text).join('')).toBe(text);
      for (const chunk of chunks) {
        expect(chunk.text.length).toBeGreaterThan(0);
        expect(chunk.text.length).toBeLessThanOrEqual(8192);
      }
    }),
  );
});

test('a block ends behind a line feed, or says that its line goes on', () => {
  fc.assert(
    fc.property(longText, (text) => {
      const chunks = chunkText(text, true);
      for (const chunk of chunks.slice(0, -1)) expect(chunk.goesOn).toBe(!chunk.text.endsWith('\n'));
      expect(chunks.at(-1)?.goesOn ?? false).toBe(false);
    }),
  );
});

test('no surrogate pair and no CR LF is cut', () => {
  fc.assert(
    fc.property(longText, (text) => {
      let at = 0;
      for (const chunk of chunkText(text, true)) {
        at += chunk.text.length;
        expect(text.slice(at - 1, at + 1)).not.toMatch(/^[\ud800-\udbff][\udc00-\udfff]|^\r\n/);
      }
    }),
  );
});

test('a block has at most 200 lines once the text is long', () => {
  const rows = chunkText('\n'.repeat(9000), false).map((chunk) => chunk.rows);
  expect(rows.slice(0, -1).every((count) => count === 200)).toBe(true);
  expect(rows.reduce((sum, count) => sum + count, 0)).toBe(9000);
});

test('rows count lines, and wrapped lines by their length', () => {
  expect(chunkText('a\nb\n', false)[0]?.rows).toBe(2);
  expect(chunkText('x'.repeat(900), true)[0]?.rows).toBe(10);
});

test('cuts where very many signs for what cannot be seen would be drawn, and takes them for wide', () => {
  const text = `${'\u200b\u2060'.repeat(50_000)}${'\u200b'.repeat(20_000)}`;
  const chunks = chunkText(text, true);
  expect(chunks.map((chunk) => chunk.text).join('')).toBe(text);
  expect(Math.max(...chunks.slice(0, 450).map((chunk) => chunk.text.length))).toBe(200);
  expect(chunks[0]?.rows).toBeGreaterThan(13);
  expect(chunkText('plain text '.repeat(2000), true)).toHaveLength(3);
  expect(['\u200b\u2060'.repeat(100), '\u200b\u2060'.repeat(101)].map(isLongText)).toEqual([false, true]);
});

test('of a text without a line feed only what a block may hold is looked through for one', () => {
  const text = '\u200b\u2060'.repeat(50_000);
  let looked = 0;
  const indexOf = String.prototype.indexOf;
  const spy = vi.spyOn(String.prototype, 'indexOf').mockImplementation(function (this: string, ...args) {
    const found = indexOf.apply(this, args);
    looked += (found < 0 ? this.length : found) - (args[1] ?? 0);
    return found;
  });
  const chunks = chunkText(text, true);
  spy.mockRestore();
  expect(chunks.length).toBe(500);
  expect(looked).toBeLessThan(500 * 10_000);
});
