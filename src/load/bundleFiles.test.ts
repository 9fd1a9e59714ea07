import { expect, test } from 'vitest';
import { takeIn } from '../intake/pipeline.ts';
import { looksLikeTar, readTar } from '../intake/tar.ts';
import { bundleFiles } from './bundleFiles.ts';

const named = (name: string, text: string) => ({ name, content: new Blob([text]) });

async function bytesOf(...files: Parameters<typeof bundleFiles>[0]) {
  return new Uint8Array(await bundleFiles(files).arrayBuffer());
}

test('files come out as they went in, with names of any length', async () => {
  const long = `${'ordner/'.repeat(20)}tee ☕.json`;
  const bytes = await bytesOf(named('a.json', '{"a": 1}'), named(long, 'x'.repeat(1024)), named('empty', ''));
  expect(looksLikeTar(bytes)).toBe(true);
  const { files, isCut } = readTar(bytes);
  expect(isCut).toBe(false);
  expect(files.map(({ name, bytes: { length } }) => [name, length])).toEqual([
    ['a.json', 8],
    [long, 1024],
    ['empty', 0],
  ]);
});

test('each file is a response of its own, whatever its ending', async () => {
  const body = (text: string) =>
    JSON.stringify({ object: 'chat.completion', choices: [{ message: { content: text } }] });
  const taken = await takeIn(await bytesOf(named('one.weird', body('Green')), named('two.json', body('Black'))));
  if (taken === undefined || taken.isRefused) throw new Error('Not taken');
  expect(taken.form).toBe('2 files, 2 responses');
  // The archive itself is nobody's text.
  expect(taken.origins.map(({ name }) => name)).toEqual(['one.weird', 'two.json']);
  expect(taken.entries?.map(({ name }) => name)).toEqual(['one.weird', 'two.json']);
});
