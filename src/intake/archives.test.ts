// Archives of real packers (e2e/fixtures/forms/archives/make.py), bombs, and what is damaged.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { gzip, tar, zip, zstd } from './archives.ts';
import type { Form, Reading } from './form.ts';
import { takeIn } from './pipeline.ts';
import { recognise } from './recognise.ts';
import { unpack } from './unpack.ts';

const forms: readonly Form[] = [gzip, zstd, zip, tar];

function bytesOf(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(`e2e/fixtures/forms/archives/${file}`));
}

async function read(bytes: Uint8Array<ArrayBuffer>, isAgreed = false): Promise<Reading | undefined> {
  const head = { bytes: bytes.subarray(0, 65_536), text: '', isWhole: true };
  return await forms.find((form) => form.looksLike(head))?.read(bytes, isAgreed);
}

const expected: readonly (readonly [string, string, readonly string[]])[] = [
  ['python.json.gz', 'gzip, OpenAI chat body', []],
  ['debian.gz', 'gzip, OpenAI chat body', []],
  ['two-members.gz', 'gzip, JSONL, 2 lines, 2 responses', ['line 1', 'line 2']],
  ['padded.gz', 'gzip, OpenAI chat body', []],
  ['python.tar.gz', 'gzip, tar, 2 files, 2 responses', ['runs/one.json', `runs/${'long-'.repeat(30)}name.json`]],
  [
    'debian.tar.gz',
    'gzip, tar, 2 files, 3 responses',
    [`./work/${'deep-'.repeat(25)}name.json`.replace('work/', ''), './two.jsonl · line 1', './two.jsonl · line 2'],
  ],
  ['python.zip', 'zip, 2 files, 2 responses', ['a.json', 'b/c.json']],
  ['stored.zip', 'zip, 1 file, OpenAI chat body', []],
  ['zip64.zip', 'zip, 1 file, OpenAI chat body', []],
  [
    'inspect.eval',
    'inspect log, 2 samples × 2 epochs, 4 responses',
    ['1_epoch_1', '1_epoch_2', '2_epoch_1', '2_epoch_2'].map(
      (name) => `samples/${name}.json · sample ${name[0]}, epoch ${name.at(-1)}`,
    ),
  ],
  [
    'zstd.eval',
    'inspect log, 2 samples × 2 epochs, 4 responses',
    ['1_epoch_1', '1_epoch_2', '2_epoch_1', '2_epoch_2'].map(
      (name) => `samples/${name}.json · sample ${name[0]}, epoch ${name.at(-1)}`,
    ),
  ],
  ['debian.zst', 'zstd, OpenAI chat body', []],
];

describe('archives', () => {
  it.each(expected)('%s: %s', async (file, form, names) => {
    const taken = await takeIn(bytesOf(file));
    if (taken === undefined || taken.isRefused) throw new Error(`${file} is not taken`);
    expect(taken.form).toBe(form);
    expect((taken.entries ?? []).map(({ name }) => name)).toEqual(names);
    expect(new TextDecoder().decode(taken.bytes).match(/"content": ?"/g)).toHaveLength(Math.max(1, names.length));
  });

  it('takes a stream of zstd frames with checksums', async () => {
    expect(await takeIn(bytesOf('checked.jsonl.zst'))).toMatchObject({ form: 'zstd, JSONL, 400 lines, 400 responses' });
  });

  it('lists what is left out, and says what an archive without text holds', async () => {
    expect(await read(bytesOf('python.zip'))).toMatchObject({
      notes: ['Left out of the archive: photo.png, __MACOSX/._a.json.'],
    });
    expect(await read(bytesOf('pictures.zip'))).toMatchObject({
      isRefused: true,
      title: 'This zip archive holds no response',
      detail: 'It holds a.png, b.png.',
    });
  });

  it('names the packed file where gzip does', async () => {
    expect(await read(bytesOf('python.json.gz'))).toMatchObject({ parts: [{ name: 'one.json' }] });
  });

  it('reads what comes before the damage, and says so', async () => {
    expect(await read(bytesOf('cut.gz'))).toMatchObject({
      notes: [expect.stringMatching(/^The gzip file is damaged or breaks off; the first [\d.]+ kB of it are read\.$/)],
    });
    expect(await read(bytesOf('python.zip').slice(0, 400))).toMatchObject({
      isRefused: true,
      title: 'This zip archive is damaged',
    });
  });
});

describe('bombs', () => {
  it.each(['zeros.gz', 'zeros.zst', 'bomb.zip'])('%s asks, and is unpacked when a person agrees', async (file) => {
    const bytes = bytesOf(file);
    const asked = await read(bytes);
    expect(asked).toMatchObject({
      isRefused: true,
      ask: 'Unpack it',
      detail: expect.stringMatching(/^Its [\d.]+ k?B become more than [\d,]+ times as much\.$/),
    });
    expect(await read(bytes, true)).toMatchObject({ parts: [{ bytes: { length: 12_000_000 } }] });
  });

  it('is never unpacked beyond the limit, whatever it says of its size', async () => {
    const limit = 1_000_000;
    const deflated = gzipSync(new Uint8Array(30_000_000));
    const { bytes, isOver } = await unpack(new Uint8Array(deflated), 'gzip', limit, 10);
    expect(isOver).toBe(true);
    expect(bytes.length).toBeLessThanOrEqual(limit);
    const zipped = bytesOf('bomb.zip');
    // The directory says that one byte comes out.
    new DataView(zipped.buffer).setUint32(zipped.length - 22 - 46 - 'a.json'.length + 24, 1, true);
    expect(await read(zipped)).toMatchObject({ isRefused: true, ask: 'Unpack it' });
  });

  it('is refused for good where more than 1.5 GB are declared', async () => {
    const zipped = bytesOf('bomb.zip');
    new DataView(zipped.buffer).setUint32(zipped.length - 22 - 46 - 'a.json'.length + 24, 1_600_000_000, true);
    const refused = await read(zipped, true);
    expect(refused).toMatchObject({
      isRefused: true,
      title: 'This zip archive is too large',
      detail: 'More than 1.5 GB come out of 11.7 kB.',
    });
    expect(refused).not.toHaveProperty('ask');
  });
});

test.each([...expected.map(([file]) => file), 'cut.gz'])(
  '%s with bytes changed, cut or doubled is read or refused',
  async (file) => {
    const whole = bytesOf(file);
    const edit = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 4 }), fc.nat(whole.length), async (edits, length) => {
        const bytes = whole.slice(0, length % 3 === 0 ? length : whole.length);
        for (const [at, byte] of edits) if (at < bytes.length) bytes[at] = byte;
        const reading = await read(bytes);
        expect(reading === undefined || 'isRefused' in reading || reading.parts.length > 0).toBe(true);
      }),
      { numRuns: 60 },
    );
  },
);

test.each(['python.json.gz', 'python.zip', 'debian.zst'])('%s is no refusal of what is no text', (file) => {
  expect(recognise(bytesOf(file))).toMatchObject({ isText: true, form: 'archive' });
});
