// All of a text of the document, fetched in pieces where it is long.

import type { Pointer } from '../../json/pointer.ts';
import type { Questions, TextWindow } from '../../response/questions.ts';

const pieceLength = 1_000_000;

/** The decoded string at a pointer; `known` is a window of it that is already there. Rejects when the place holds no string. */
export async function wholeText(questions: Questions, pointer: Pointer, known?: TextWindow): Promise<string> {
  if (known && known.text.length === known.totalLength) return known.text;
  return await wholeOf((from, length) => questions.text(pointer, from, length));
}

/** All of a text that is asked for in windows. */
export async function wholeOf(ask: (from: number, length: number) => Promise<TextWindow | undefined>): Promise<string> {
  const pieces: string[] = [];
  for (let from = 0; ; ) {
    const piece = await ask(from, pieceLength);
    if (piece === undefined) throw new Error('There is no text at this place.');
    pieces.push(piece.text);
    from += piece.text.length;
    if (from >= piece.totalLength || piece.text.length === 0) return pieces.join('');
  }
}
