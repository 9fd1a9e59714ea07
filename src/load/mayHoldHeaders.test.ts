// Every recording whose headers are hidden is known by its start, and an ordinary response is not.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { mayHoldHeaders } from './mayHoldHeaders.ts';

const folder = 'e2e/fixtures/forms';

test('recordings, and what is packed, may hold headers', async () => {
  const files = ['har', 'http', 'cassettes']
    .flatMap((name) => readdirSync(join(folder, name)).map((file) => join(folder, name, file)))
    .filter((file) => !/\.(?:js|mjs|py|sh|rb)$/.test(file));
  const asked = await Promise.all(files.map((file) => mayHoldHeaders(new Blob([readFileSync(file)]))));
  expect(files.filter((_, at) => !asked[at])).toEqual([]);
  expect(files.length).toBeGreaterThan(20);
  expect(await mayHoldHeaders(new Blob([gzipSync('{}')]))).toBe(true);
});

test('a response does not', async () => {
  expect(await mayHoldHeaders(new Blob([readFileSync('public/examples/cut-at-limit.json')]))).toBe(false);
  expect(await mayHoldHeaders(new Blob([]))).toBe(false);
});
