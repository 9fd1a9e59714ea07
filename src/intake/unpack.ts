// Packed bytes as what they stand for, by the platform (gzip, deflate) or a library (zstd), with an end to how much comes out. Knows no archive and no form.

/** How much may come out; `packed`: of so many bytes. */
export function unpackingLimit(packed: number, isAgreed: boolean): number {
  return isAgreed ? hardLimit : Math.min(askLimit, Math.max(smallest, packed * askRatio));
}

/** More than this is unpacked only when a person agrees. */
export const askLimit = 256_000_000;
/** So many times the packed size too. */
const askRatio = 200;
/** Less than this does no harm, whatever the ratio. */
const smallest = 1_000_000;
/** More than this is never unpacked. */
export const hardLimit = 1_500_000_000;

export interface Unpacked {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** More than the limit would have come out. */
  readonly isOver: boolean;
  /** It went wrong before the end; `bytes` is what came before. */
  readonly isBroken: boolean;
}

export type Packing = 'gzip' | 'deflate-raw' | 'zstd';

/** Unpacks up to `limit` bytes. `expected`: how many there should be, as far as anybody says. Never throws. */
export async function unpack(
  packed: Uint8Array<ArrayBuffer>,
  packing: Packing,
  limit: number,
  expected = 0,
): Promise<Unpacked> {
  const gathered = new Gathered(limit, expected);
  const end = await unpackInto(packed, packing, limit, (piece) => gathered.add(piece));
  return { bytes: gathered.bytes, ...end };
}

/**
 * Unpacks piece by piece: `take` gets `limit` bytes in all at the most, and nothing more is unpacked once more would come out. Never throws.
 */
export async function unpackInto(
  packed: Uint8Array<ArrayBuffer>,
  packing: Packing,
  limit: number,
  take: (piece: Uint8Array) => void,
): Promise<Omit<Unpacked, 'bytes'>> {
  let length = 0;
  let isOver = false;
  const takeWithin: TakePiece = (piece) => {
    length += piece.length;
    isOver = length > limit;
    if (!isOver) take(piece);
    return !isOver;
  };
  try {
    await (packing === 'zstd' ? unzstd(packed, takeWithin) : inflate(packed, packing, takeWithin));
  } catch {
    return { isOver, isBroken: !isOver };
  }
  return { isOver, isBroken: false };
}

/** False when it is more than there may be. */
type TakePiece = (piece: Uint8Array) => boolean;

/** Pieces so small that what comes out of one is no burden before it is looked at. */
const pieceBytes = 32_768;

async function inflate(
  packed: Uint8Array<ArrayBuffer>,
  packing: 'gzip' | 'deflate-raw',
  take: TakePiece,
): Promise<void> {
  let at = 0;
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        controller.enqueue(packed.subarray(at, at + pieceBytes));
        at += pieceBytes;
        if (at >= packed.length) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const reader = source.pipeThrough(new DecompressionStream(packing)).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    if (!take(value)) {
      await reader.cancel();
      return;
    }
  }
}

async function unzstd(packed: Uint8Array, take: TakePiece): Promise<void> {
  const { Decompress } = await import('fzstd');
  const stream = new Decompress((piece) => {
    // A block of four bytes may stand for 128 KiB, so that each is looked at.
    if (!take(piece)) throw new Error('Too much comes out');
  });
  for (let at = 0; at < packed.length; at += pieceBytes) {
    stream.push(packed.subarray(at, at + pieceBytes), at + pieceBytes >= packed.length);
  }
}

/** Pieces as one. */
class Gathered {
  readonly #limit: number;
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;

  constructor(limit: number, expected: number) {
    this.#limit = limit;
    this.#bytes = new Uint8Array(Math.min(limit, Math.max(expected, 1024), mostReserved));
  }

  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#length * 1.25 < this.#bytes.length
      ? this.#bytes.slice(0, this.#length)
      : this.#bytes.subarray(0, this.#length);
  }

  add(piece: Uint8Array): void {
    const length = this.#length + piece.length;
    if (length > this.#bytes.length) {
      const larger = new Uint8Array(Math.min(this.#limit, Math.max(length, Math.ceil(this.#bytes.length * 1.5))));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(piece, this.#length);
    this.#length = length;
  }
}

/** What an archive says of its size is not believed beyond this until it comes out. */
const mostReserved = 64_000_000;
