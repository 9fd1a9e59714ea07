import { expect, test } from 'vitest';
import { documentCursor } from './byteCursor.ts';
import { createDocument } from './document.ts';
import { rootPointer } from './pointer.ts';
import { skim } from './skim.ts';
import { spansOf } from './spans.ts';
import { strictPass } from './strict.ts';

const item = (at: number) => ({ token: `"]}${at}`, top: [at, { a: [] }], text: 'x'.repeat(at % 7) });
const list = Array.from({ length: 120 }, (_, at) => item(at));
const value = { small: [1, 2], long: list, deep: { within: [list, { list }], many: Array(3000).fill(0) }, end: 'e' };
const encode = (text: string) => new TextEncoder().encode(text);

test('skimming is the same before a strict pass, which knows where large containers end, and after it', () => {
  for (const text of [JSON.stringify(value), JSON.stringify(value, null, 1), JSON.stringify(value).slice(0, -40)]) {
    const [bytes, fresh] = [encode(text), encode(text)];
    const { error } = strictPass(bytes, { depth: 2 });
    expect(error === undefined).toBe(text.endsWith('}'));
    expect(spansOf(bytes)?.find(text.indexOf('[', text.indexOf('long')))).toBeGreaterThan(0);
    expect(spansOf(fresh)).toBeUndefined();
    for (const depth of [0, 1, 2, 3, 5]) {
      for (const to of [bytes.length, bytes.length >> 1, 3000]) {
        const [known, plain] = [skim(bytes, { depth, to }), skim(fresh, { depth, to })];
        for (const column of ['kind', 'from', 'to', 'flags', 'childCount', 'parent', 'keyFrom'] as const) {
          expect(Array.from(known[column].subarray(0, known.count))).toEqual(
            Array.from(plain[column].subarray(0, plain.count)),
          );
        }
      }
    }
  }
});

test('a cursor walks long lists that were stepped over', () => {
  const bytes = encode(JSON.stringify(value));
  const { table, lines } = strictPass(bytes, { depth: 1 });
  const root = documentCursor(createDocument(bytes, table, lines), rootPointer);
  const within = Array.from(root?.get('deep')?.get('within')?.items() ?? []);
  expect(within[0]?.length).toBe(120);
  expect(Array.from(within[0]?.items() ?? [], (one) => one.value())).toEqual(list);
  expect(Array.from(within[1]?.get('list')?.items() ?? []).at(-1)?.pointer).toBe('/deep/within/1/list/119');
  expect(root?.value()).toEqual(value);
});
