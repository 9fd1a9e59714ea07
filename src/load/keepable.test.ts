// What is kept of texts with hidden values holds none of them and reads as they did.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { takeIn } from '../intake/pipeline.ts';
import { keepableContent } from './keepable.ts';

async function taken(bytes: Uint8Array<ArrayBuffer>) {
  const found = await takeIn(bytes);
  if (found === undefined || found.isRefused) return undefined;
  return { ...found, made: new TextDecoder().decode(found.bytes), kept: keepableContent(found, bytes) };
}

async function bytesOf(content: Blob | undefined): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array((await content?.arrayBuffer()) ?? new ArrayBuffer(0));
}

const folder = 'e2e/fixtures/forms';
const files = ['har', 'http', 'cassettes'].flatMap((name) =>
  readdirSync(join(folder, name))
    .filter((file) => !/\.(?:js|mjs|py|sh|rb)$/.test(file))
    .map((file) => join(folder, name, file)),
);

test('what is kept of recordings holds no value of a header and reads as they do', async () => {
  const read: string[] = [];
  for (const file of files) {
    const brought = new Uint8Array(readFileSync(file));
    const first = await taken(brought.slice());
    if (first?.kept === undefined) continue;
    const kept = await bytesOf(first.kept);
    expect(kept.length, file).toBe(brought.length);
    for (const { from, to } of first.hidden ?? []) {
      const value = new TextDecoder().decode(brought.subarray(from, to)).trim();
      if (value !== 'chunked') expect(new TextDecoder().decode(kept.subarray(from, to)), file).toMatch(/^[x\s]*$/);
    }
    expect(new TextDecoder().decode(kept), file).not.toContain('secret-');
    const again = await taken(kept);
    expect({ form: again?.form, notes: again?.notes, made: again?.made }, file).toEqual({
      form: first.form,
      notes: first.notes,
      made: first.made,
    });
    read.push(file.split('/')[3] ?? '');
  }
  expect(new Set(read).size).toBe(3);
  expect(read.length).toBeGreaterThan(15);
});

test('of a packed text what was in it is kept', async () => {
  const first = await taken(new Uint8Array(gzipSync(readFileSync(join(folder, 'har/chromium.har')))));
  const kept = await bytesOf(first?.kept);
  expect(new TextDecoder().decode(kept)).not.toContain('secret-');
  expect((await taken(kept))?.made).toBe(first?.made);
});

test('where nothing was hidden the text itself is kept', async () => {
  const text = '{"data":[{"output":"a"}]}\n{"data":[{"output":"b"}]}\n';
  expect((await taken(new TextEncoder().encode(text)))?.kept).toBeUndefined();
});
