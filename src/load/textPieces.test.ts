import { describe, expect, it } from 'vitest';
import { encodeText } from '../intake/recognise.ts';
import { contentInPieces } from './content.ts';
import { readSource } from './readSource.ts';
import { ArrivingText, firstPieceUnits, sendPieces } from './textPieces.ts';

/** A text whose pieces would end within pairs of surrogates, and that has lone ones as well. */
const hostile = `${'x'.repeat(firstPieceUnits - 1)}🙂${'é🙂'.repeat(700_000)}\ud800 and \udc00`;

async function sent(text: string): Promise<{ readonly pieces: readonly string[]; readonly tasks: number }> {
  const pieces: string[] = [];
  let tasks = 0;
  await new Promise<void>((resolve) => {
    sendPieces(
      text,
      (piece, isLast) => {
        pieces.push(piece);
        if (isLast) resolve();
      },
      () => true,
    );
    tasks = pieces.length;
  });
  return { pieces, tasks };
}

const listener = (heads: string[] = [], contents: Blob[] = []) => ({
  onHead: async (head: Uint8Array) => {
    heads.push(new TextDecoder().decode(head));
    return undefined;
  },
  onProgress: async () => {},
  onContent: (content: Blob) => {
    contents.push(content);
  },
});

describe('a long text on its way to the worker', () => {
  it('is sent in pieces, the first at once, and no character is torn', async () => {
    const { pieces, tasks } = await sent(hostile);
    expect(tasks).toBe(1);
    expect(pieces.length).toBe(4);
    expect(pieces[0]).toBe('x'.repeat(firstPieceUnits - 1));
    expect(pieces.slice(0, -1).every((piece) => piece.isWellFormed())).toBe(true);
    expect(pieces.join('') === hostile).toBe(true);
  });

  it('is sent no further when nobody wants it any longer', async () => {
    const pieces: string[] = [];
    sendPieces(
      hostile,
      (piece) => pieces.push(piece),
      () => pieces.length < 2,
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(pieces).toHaveLength(2);
  });

  it('arrives as the same bytes, its start first, and is handed back as they are, lone surrogates included', async () => {
    const arriving = new ArrivingText(hostile.length);
    const heads: string[] = [];
    const contents: Blob[] = [];
    const reading = readSource(arriving, listener(heads, contents));
    sendPieces(
      hostile,
      (piece, isLast) => arriving.add(piece, isLast),
      () => true,
    );
    const read = await reading;
    const wanted = Buffer.from(encodeText(hostile));
    expect('bytes' in read && wanted.equals(read.bytes)).toBe(true);
    expect(heads).toEqual(['x'.repeat(firstPieceUnits - 1)]);
    expect(wanted.equals(Buffer.from((await contents[0]?.arrayBuffer()) ?? new ArrayBuffer(0)))).toBe(true);
    expect(wanted.equals(Buffer.from(await (await contentInPieces(hostile)).arrayBuffer()))).toBe(true);
  });
});

describe('a file', () => {
  it('is read into one buffer, its start first where it is large', async () => {
    const bytes = Uint8Array.from({ length: 9_000_000 }, (_, at) => at % 251);
    const heads: number[] = [];
    const done: number[] = [];
    const read = await readSource(
      { file: new Blob([bytes]) },
      {
        onHead: async (head, size) => {
          heads.push(head.length, size ?? 0);
          return undefined;
        },
        onProgress: async (at) => {
          done.push(at);
        },
        onContent: () => undefined,
      },
    );
    expect('bytes' in read && Buffer.from(read.bytes).equals(Buffer.from(bytes))).toBe(true);
    expect(heads).toEqual([262_144, 9_000_000]);
    expect(done.length).toBeGreaterThan(1);
    expect(done.at(-1)).toBe(9_000_000);
    const small: string[] = [];
    await readSource({ file: new Blob(['{}']) }, listener(small));
    expect(small).toEqual([]);
  });
});
