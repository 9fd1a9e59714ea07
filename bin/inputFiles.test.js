// Which files are meant by what was typed, and what is said where there are none.
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findFiles, unreadable } from './inputFiles.js';

/** @type {string} */
let directory;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'input-files-'));
  await mkdir(join(directory, 'runs/deep/er'), { recursive: true });
  await mkdir(join(directory, 'runs/node_modules/x'), { recursive: true });
  await mkdir(join(directory, 'empty'));
  await mkdir(join(directory, 'pictures'));
  const paths = ['runs/t10.json', 'runs/t9.json', 'runs/deep/er/a.JSONL', 'runs/plot.png', 'runs/.hidden.json'];
  for (const path of [...paths, 'runs/node_modules/x/b.json', 'pictures/a.png', 'odd.xyz', 'odd[1].json'])
    await writeFile(join(directory, path), '{}');
  await writeFile(join(directory, 'huge.json'), '');
  await truncate(join(directory, 'huge.json'), 2 ** 32);
});

afterAll(() => rm(directory, { recursive: true }));

/** @param {readonly string[]} paths @param {string} [piped] */
async function found(paths, piped = '') {
  async function* standardInput() {
    if (piped !== '') yield Buffer.from(piped);
  }
  const result = await findFiles(paths, { directory, standardInput: standardInput() });
  return 'mistake' in result ? result.mistake : result;
}

/** @param {readonly string[]} paths */
async function names(...paths) {
  const result = await found(paths);
  return typeof result === 'string' ? result : result.files.map(({ name }) => name);
}

it('opens what is in a folder and its folders in the order of numbers, and says what it leaves out', async () => {
  const result = await found(['runs']);
  expect(typeof result === 'string' ? result : result.files.map(({ name }) => name)).toEqual([
    'runs/deep/er/a.JSONL',
    'runs/t9.json',
    'runs/t10.json',
  ]);
  expect(result).toMatchObject({
    remarks: [
      '1 file in runs is of another kind than .json, .jsonl, .ndjson, .har, … and left out. Name it to open it.',
    ],
  });
});

it('opens what a pattern matches', async () => {
  expect(await names('runs/*.json')).toEqual(['t9.json', 't10.json']);
  expect(await names('runs/**/*.JSONL')).toEqual(['deep/er/a.JSONL']);
  expect(await names('runs/**')).toEqual(['plot.png', 't9.json', 't10.json', 'deep/er/a.JSONL']);
  expect(await names('*/t?.json')).toEqual(['runs/t9.json']);
});

it('takes a name for itself before it takes it for a pattern, and a file once', async () => {
  expect(await names('odd[1].json', 'odd.xyz', './odd.xyz')).toEqual(['odd[1].json', 'odd.xyz']);
});

it('reads standard input to its end', async () => {
  expect(await found(['-'], '{"a":1}')).toEqual({
    files: [{ name: 'standard input', content: Buffer.from('{"a":1}') }],
    remarks: [],
  });
  expect(await found(['-'])).toBe('Standard input was empty. Pipe a response into the command, or name a file.');
  expect(await found(['-', '-'], '{}')).toBe('Standard input can be opened once only.');
});

it('says in one sentence or two what cannot be opened and what to do', async () => {
  expect(await found(['none.json'])).toBe('none.json does not exist.');
  expect(await found(['empty'])).toBe('empty holds no files. Name files to open them whatever their ending.');
  expect(await found(['pictures'])).toBe(
    'pictures holds no file of a kind that is opened (.json, .jsonl, .ndjson, .har, …). Name files to open them whatever their ending.',
  );
  expect(await found(['runs/*.har'])).toBe(
    'No file matches runs/*.har. * and ? stand for parts of one name, ** for any folders between: **/*.json.',
  );
  expect(await found(['odd.xyz/a.json'])).toBe('odd.xyz/a.json cannot be read (ENOTDIR).');
  expect(await found(['huge.json'])).toBe(
    'huge.json has 4.29 GB; up to 4.29 GB can be opened. Split huge.json by its lines first, for example with split -C 1G.',
  );
  expect(unreadable('a.json', Object.assign(new Error(), { code: 'EACCES' }))).toBe(
    'a.json cannot be read: you have no permission. Its owner can give it: chmod a+r.',
  );
});
