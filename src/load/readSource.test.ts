import { describe, expect, test } from 'vitest';
import { responseText } from '../../e2e/bench/responseText.ts';
import { loadEvents } from '../../e2e/fixtures/loadEvents.ts';
import type { Source } from './protocol.ts';
import { readSource } from './readSource.ts';

const text = responseText({ bytes: 4_500_000, seed: 12 });
const bytes = new TextEncoder().encode(text);

describe('a file', () => {
  test('is there piece by piece, in one array that stays', async () => {
    const seen = new Set<Uint8Array>();
    let checkedTo = 0;
    const read = await readSource(
      { file: new Blob([bytes]) },
      {
        onHead: async () => undefined,
        async onProgress(done, total, part) {
          expect(total).toBe(bytes.length);
          if (part === undefined) throw new Error('A file has bytes to look at.');
          seen.add(part);
          expect(Buffer.compare(part.subarray(checkedTo, done), bytes.subarray(checkedTo, done))).toBe(0);
          checkedTo = done;
        },
        onContent: () => undefined,
      },
    );
    if ('failure' in read) throw new Error('It was not read.');
    expect(Buffer.compare(read.bytes, bytes)).toBe(0);
    expect(checkedTo).toBe(bytes.length);
    expect(seen.size).toBe(1);
    expect(seen.has(read.bytes)).toBe(true);
  });

  test('without a byte is read', async () => {
    const read = await readSource(
      { file: new Blob([]) },
      { onHead: async () => undefined, onProgress: async () => undefined, onContent: () => undefined },
    );
    expect('bytes' in read && read.bytes.length).toBe(0);
  });

  test('that became shorter has the bytes that are left', async () => {
    class Shorter extends Blob {
      override get size() {
        return super.size + 1000;
      }
    }
    const read = await readSource(
      { file: new Shorter([bytes]) },
      { onHead: async () => undefined, onProgress: async () => undefined, onContent: () => undefined },
    );
    expect('bytes' in read && Buffer.compare(read.bytes, bytes)).toBe(0);
  });
});

const last = async (source: Source) => (await loadEvents(source)).at(-1);

describe('what is checked while the rest of it is read', () => {
  test('is complete as a text that was there whole', async () => {
    const inPieces = await last({ file: new Blob([bytes]) });
    expect(inPieces?.type).toBe('complete');
    expect(inPieces).toEqual(await last({ text }));
  });

  test('is broken at the same place', async () => {
    const at = text.lastIndexOf('"usage"');
    const broken = `${text.slice(0, at)}?${text.slice(at)}`;
    const inPieces = await last({ file: new Blob([broken]) });
    expect(inPieces).toEqual(await last({ text: broken }));
    expect(JSON.stringify(inPieces)).not.toBe(JSON.stringify(await last({ text })));
  });
});
