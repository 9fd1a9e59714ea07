import { describe, expect, it } from 'vitest';
import { readSource } from './readSource.ts';
import { sizeLimit } from './sizeLimits.ts';
import { tooLarge } from './sourceFailures.ts';

const gigabyte = 1e9;

/** A file of which nothing can be read. */
class SizedFile extends File {
  readonly #size: number;
  constructor(size: number, name: string) {
    super([], name);
    this.#size = size;
  }
  override get size(): number {
    return this.#size;
  }
  override slice(): Blob {
    throw new Error('it was read');
  }
  override stream(): never {
    throw new Error('it was read');
  }
}

const listener = { onHead: async () => undefined, onProgress: async () => {}, onContent: () => undefined };

describe('the largest size', () => {
  it('is what 32-bit places hold, or half of a small memory', () => {
    expect(sizeLimit(undefined)).toEqual({ bytes: 4_294_967_295 });
    // The most that a browser says of any memory.
    expect(sizeLimit(8)).toEqual({ bytes: 4_294_967_295 });
    expect(sizeLimit(4)).toEqual({ bytes: 2 * gigabyte, deviceGB: 4 });
    expect(sizeLimit(0.5)).toEqual({ bytes: gigabyte / 4, deviceGB: 0.5 });
  });
});

describe('a file that is too large', () => {
  it('is refused before a byte of it is read, with its size, the limit and what to do', async () => {
    const read = await readSource({ file: new SizedFile(5 * gigabyte, "it's big.json") }, listener);
    if (!('failure' in read)) throw new Error('It was read');
    expect(read.failure).toMatchObject({ kind: 'too-large', detail: 'It has 5.0 GB; up to 4.3 GB can be opened.' });
    expect(read.failure.commands?.[0]).toContain(` 'it'\\''s big.json' > smaller.json`);
  });

  it('says that the memory is why, where it is', () => {
    const { detail } = tooLarge(3 * gigabyte, sizeLimit(4), 'a.json');
    expect(detail).toBe(
      'It has 3.0 GB; up to 2.0 GB can be opened, because this device has about 4 GB of memory and needs twice the size.',
    );
  });

  it('is said to have no room where the browser cannot allocate it', async () => {
    class Unheld extends SizedFile {
      override slice(): Blob {
        throw new RangeError('Array buffer allocation failed');
      }
    }
    const read = await readSource({ file: new Unheld(3 * gigabyte, 'a.json') }, listener);
    expect(read).toMatchObject({
      failure: { title: 'There is not enough memory for this text', canTryAgain: true, kind: 'too-large' },
    });
  });
});
