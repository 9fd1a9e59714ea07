import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findFiles } from './inputFiles.js';
import { openedFiles } from './openedFiles.js';
import { serve } from './server.js';

/** @type {string} */
let folder;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
/** @type {string} */
let origin;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'completion-inspector-'));
  const headers = { everyResponse: {}, serviceWorker: { file: '', headers: {} }, hashedFiles: { folder: '/assets/' } };
  await writeFile(join(folder, 'headers.json'), JSON.stringify(headers));
  await writeFile(join(folder, '1.jsonl'), '{"a":1}\n');
  const find = async () => {
    const found = await findFiles(['*.jsonl'], { directory: folder, standardInput: process.stdin });
    return 'files' in found ? found.files : [];
  };
  const opened = openedFiles(await find(), { findAgain: find });
  server = await serve(folder, opened, 0);
  origin = `http://127.0.0.1:${server.port}`;
  listAddress = `${origin}/open/${opened.token}/list.json`;
});

afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** @type {string} */
let listAddress;

async function list() {
  /** @type {{ files: { name: string, url: string }[] }} */
  const { files } = JSON.parse(await (await fetch(listAddress)).text());
  return files;
}

it('sends the end of a file, all of it where it is shorter, and nothing where it has gone', async () => {
  const [file] = await list();
  const address = `${origin}${file?.url}`;
  await appendFile(join(folder, '1.jsonl'), '{"a":2}\n');
  const end = await fetch(address, { headers: { Range: 'bytes=8-' } });
  expect([end.status, end.headers.get('content-range'), await end.text()]).toEqual([206, 'bytes 8-15/16', '{"a":2}\n']);
  const beyond = await fetch(address, { headers: { Range: 'bytes=16-' } });
  expect([beyond.status, await beyond.text()]).toEqual([200, '{"a":1}\n{"a":2}\n']);
  const other = await fetch(address, { headers: { Range: 'bytes=0-3' } });
  expect([other.status, await other.text()]).toEqual([200, '{"a":1}\n{"a":2}\n']);
  await rm(join(folder, '1.jsonl'));
  const gone = await fetch(address);
  expect([gone.status, gone.headers.get('etag')]).toEqual([204, '"gone"']);
});

it('finds what is new behind what was there, whose addresses stay', async () => {
  const before = await list();
  await writeFile(join(folder, '0.jsonl'), '{"a":0}\n');
  await expect
    .poll(async () => (await list()).map(({ name }) => name), { timeout: 10_000 })
    .toEqual(['1.jsonl', '0.jsonl']);
  expect((await list())[0]).toMatchObject({ url: before[0]?.url });
});
