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
  let from = 0;
  const sendNext = (): void => {
    if (!isWanted()) return;
    const to = pieceEnd(text, from + (from === 0 ? firstPieceUnits : pieceUnits));
    send(text.slice(from, to), to === text.length);
    from = to;
    if (from < text.length) whenFree(sendNext);
  };
  sendNext();
}

interface TaskQueue {
  postTask(run: () => void, options: { readonly priority: 'background' }): Promise<void>;
}

/** Behind what the page has to do meanwhile, above all painting the first rows (Prioritized Task Scheduling). */
function whenFree(run: () => void): void {
  const queue = (globalThis as { readonly scheduler?: TaskQueue }).scheduler;
  if (queue) void queue.postTask(run, { priority: 'background' });
  else setTimeout(run);
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
