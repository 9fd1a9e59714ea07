import { expect, test } from 'vitest';
import { takeIn } from '../intake/pipeline.ts';
import { looksLikeTar, readTar } from '../intake/tar.ts';
import { bundleFiles, bundleInSteps } from './bundleFiles.ts';

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

test('many files are put together in steps, into the same bytes, until they are no longer wanted', async () => {
  let looked = 0;
  const slow = Array.from({ length: 40 }, (_, at) => {
    const { name, content } = named(`${at}.json`, `{"number": ${at}}`);
    return {
      name,
      get content() {
        looked++;
        for (const end = performance.now() + 1; performance.now() < end; );
        return content;
      },
    };
  });
  let rests = 0;
  const rest = async () => void rests++;
  const bundle = await bundleInSteps(slow, () => true, rest);
  // How many depends on the machine.
  expect(rests).toBeGreaterThan(0);
  const bytes = Buffer.from(await (bundle as Blob).arrayBuffer());
  expect(bytes.equals(await bytesOf(...slow))).toBe(true);
  looked = 0;
  expect(await bundleInSteps(slow, () => false, rest)).toBeUndefined();
  expect(looked).toBeLessThan(40);
});

test('what is several responses already keeps its numbers where it is put together with others first', async () => {
  const body = (text: string) =>
    JSON.stringify({ object: 'chat.completion', choices: [{ message: { content: text } }] });
  const lines = named('calls.jsonl', [body('Green'), body('Black'), body('White')].join('\n'));
  const several = { name: '2 together', content: bundleFiles([named('a.json', body('Red')), lines]) };
  const taken = await takeIn(await bytesOf(several, named('b.json', body('Mint'))));
  if (taken === undefined || taken.isRefused) throw new Error('Not taken');
  expect(taken.entries?.map(({ name }) => name)).toEqual([
    '2 together · a.json',
    '2 together · calls.jsonl · line 1',
    '2 together · calls.jsonl · line 2',
    '2 together · calls.jsonl · line 3',
    'b.json',
  ]);
});
