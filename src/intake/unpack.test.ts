// Bombs that are really unpacked, as far as that goes: what comes out is counted and let go.
import { constants, deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { askLimit, hardLimit, type Packing, unpackInto, unpackingLimit } from './unpack.ts';

const block = 16_000_000;
/** Zeros that refer to nothing before them and end at a byte, so that they can follow each other. */
const packedBlock = deflateRawSync(new Uint8Array(block), { level: 9, finishFlush: constants.Z_SYNC_FLUSH });

/** RFC 1951 blocks that become so many bytes and more; a stream that breaks off there. */
function deflated(size: number): Uint8Array {
  return Buffer.concat(Array.from({ length: Math.ceil(size / block) }, () => packedBlock));
}

/** RFC 8878: a frame without a size, and blocks of one byte that stand for 128 KiB of it each. */
function zstandard(size: number): Uint8Array {
  const header = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38);
  const blockHeader = (131_072 << 3) | (1 << 1);
  const run = Uint8Array.of(blockHeader & 0xff, (blockHeader >> 8) & 0xff, blockHeader >> 16, 0);
  return Buffer.concat([header, ...Array.from({ length: Math.ceil(size / 131_072) }, () => run)]);
}

const gzipHeader = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3);

const bombs: readonly (readonly [Packing, (size: number) => Uint8Array])[] = [
  ['deflate-raw', deflated],
  ['gzip', (size) => Buffer.concat([gzipHeader, deflated(size)])],
  ['zstd', zstandard],
];

async function unpacked(packing: Packing, packed: Uint8Array, limit: number) {
  let length = 0;
  let largest = 0;
  const end = await unpackInto(new Uint8Array(packed), packing, limit, (piece) => {
    length += piece.length;
    largest = Math.max(largest, piece.length);
  });
  return { ...end, length, largest };
}

it.each(bombs)(
  '%s of 2 GB stops at 1.5 GB, also when a person agreed to all of it',
  async (packing, made) => {
    const packed = made(2_000_000_000);
    expect(packed.length).toBeLessThan(3_000_000);
    const limit = unpackingLimit(packed.length, true);
    expect(limit).toBe(hardLimit);
    const { length, largest, isOver, isBroken } = await unpacked(packing, packed, limit);
    expect({ isOver, isBroken }).toEqual({ isOver: true, isBroken: false });
    expect(length).toBeLessThanOrEqual(hardLimit);
    // It is let go in pieces, of which the last alone is too much.
    expect(length + largest).toBeGreaterThan(hardLimit);
    expect(largest).toBeLessThan(64_000_000);
  },
  120_000,
);

it('nobody who has not agreed gets more than 256 MB, or 200 times what was packed', async () => {
  const large = deflated(1_500_000_000);
  expect(200 * large.length).toBeGreaterThan(askLimit);
  const whole = await unpacked('deflate-raw', large, unpackingLimit(large.length, false));
  expect(whole).toMatchObject({ isOver: true, isBroken: false });
  expect(whole.length).toBeLessThanOrEqual(askLimit);
  expect(whole.length).toBeGreaterThan(askLimit - 1_000_000);
  const small = deflated(160_000_000);
  const ratio = await unpacked('deflate-raw', small, unpackingLimit(small.length, false));
  expect(ratio).toMatchObject({ isOver: true, isBroken: false });
  expect(ratio.length).toBeLessThanOrEqual(200 * small.length);
  expect(ratio.length).toBeGreaterThan(199 * small.length - 1_000_000);
}, 120_000);
