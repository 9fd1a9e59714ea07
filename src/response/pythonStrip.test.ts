import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPythonSpace, pyStrip } from './pythonStrip.ts';

// Output of `[c for c in map(chr, range(sys.maxunicode + 1)) if c.isspace()]` in CPython 3.
const pythonSpaces =
  '\t\n\u000b\f\r\u001c\u001d\u001e\u001f \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';

test('the set of white space is exactly that of Python', () => {
  let found = '';
  for (let unit = 0; unit <= 0xffff; unit++) if (isPythonSpace(unit)) found += String.fromCharCode(unit);
  expect(found).toBe(pythonSpaces);
});

test('separators that trim() keeps are stripped, and a byte order mark that trim() removes is kept', () => {
  expect(pyStrip('\u001c\u0085 a b \u001f')).toEqual({ text: 'a b', leading: 3, trailing: 2 });
  expect(pyStrip('\ufeffa')).toEqual({ text: '\ufeffa', leading: 0, trailing: 0 });
});

test('of a text of white space only everything counts as leading', () => {
  expect(pyStrip(' \n ')).toEqual({ text: '', leading: 3, trailing: 0 });
});

test('what is left and what was removed add up to the text', () => {
  const space = fc.constantFrom(...pythonSpaces);
  const text = fc.string({ unit: fc.oneof(space, fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })) });
  fc.assert(
    fc.property(text, (value) => {
      const { text: inner, leading, trailing } = pyStrip(value);
      expect(leading + inner.length + trailing).toBe(value.length);
      expect(value.slice(leading, value.length - trailing)).toBe(inner);
      expect(
        [...inner].some((_, at, all) => (at === 0 || at === all.length - 1) && pythonSpaces.includes(all[at] ?? 'x')),
      ).toBe(false);
    }),
  );
});
