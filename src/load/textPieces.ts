// A long text on its way from the page to the worker: cut into pieces, each posted in a task of its own, because posting all of it would hold
// the page up. Knows no JSON.

/** Code units of the first piece, which is enough for the first rows, and of those behind it. */
export const firstPieceUnits = 256 * 1024;
const pieceUnits = 1024 * 1024;

/** Hands out a text piece by piece; no pair of surrogates is torn apart. Stops when `isWanted` no longer holds. */
export function sendPieces(
  text: string,
  send: (piece: string, isLast: boolean) => void,
  isWanted: () => boolean,
): void {
  const { port1, port2 } = new MessageChannel();
  let from = 0;
  const sendNext = (): void => {
    if (!isWanted()) {
      port1.close();
      return;
    }
    const to = pieceEnd(text, from + (from === 0 ? firstPieceUnits : pieceUnits));
    send(text.slice(from, to), to === text.length);
    from = to;
    // A message comes after what the page has to do meanwhile; a timer would be clamped to 4 ms.
    if (from < text.length) port2.postMessage(undefined);
    else port1.close();
  };
  port1.onmessage = sendNext;
  sendNext();
}

function pieceEnd(text: string, wanted: number): number {
  if (wanted >= text.length) return text.length;
  const last = text.charCodeAt(wanted - 1);
  return last >= 0xd800 && last < 0xdc00 ? wanted - 1 : wanted;
}

/** The pieces of one text as they arrive. */
export class ArrivingText implements AsyncIterable<string> {
  /** Of all pieces together. */
  readonly units: number;
  readonly #arrived: string[] = [];
  #isWhole = false;
  #wake: (() => void) | undefined;

  constructor(units: number) {
    this.units = units;
  }

  add(piece: string, isLast: boolean): void {
    this.#arrived.push(piece);
    this.#isWhole = isLast;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string, void> {
    for (;;) {
      const piece = this.#arrived.shift();
      if (piece !== undefined) yield piece;
      else if (this.#isWhole) return;
      else
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
    }
  }
}
