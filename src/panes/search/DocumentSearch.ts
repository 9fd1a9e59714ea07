// One search over a document: asks for piece after piece, counts every hit and keeps the places of the first ones; those of the others are asked
// for again when somebody walks there. Knows no elements and no store.

import type { FoundPiece } from '../../json/search/findText.ts';

/** A hit, `[from, to)` in bytes of the document. */
export interface Hit {
  readonly from: number;
  readonly to: number;
}

export interface SearchProgress {
  readonly state: 'waiting' | 'running' | 'done' | 'stopped' | 'failed';
  /** Hits so far; all of them when it is done. */
  readonly count: number;
  /** The part of the document that has been gone through, 0 to 1. */
  readonly done: number;
  /** Why it failed. */
  readonly reason?: unknown;
}

interface Piece {
  readonly from: number;
  /** Hits in the pieces before this one. */
  readonly before: number;
  readonly count: number;
  /** Pairs of bytes; absent where they would be too many to keep. */
  readonly hits: Float64Array | undefined;
}

/** Gives the hits from a byte on; the same for the same byte. Rejects when that took too long. */
export type AskPiece = (from: number, signal: AbortSignal) => Promise<FoundPiece>;

const mostKept = 100_000;

export class DocumentSearch {
  readonly #ask: AskPiece;
  readonly #size: number;
  readonly #pieces: Piece[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #controller = new AbortController();
  /** By the clock of the page. */
  startedAt = 0;
  #progress: SearchProgress = { state: 'waiting', count: 0, done: 0 };

  /** `size`: bytes of the document. */
  constructor(ask: AskPiece, size: number) {
    this.#ask = ask;
    this.#size = size;
  }

  get progress(): SearchProgress {
    return this.#progress;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Looks through the whole document, once. */
  async start(): Promise<void> {
    if (this.#progress.state !== 'waiting') return;
    const { signal } = this.#controller;
    this.startedAt = performance.now();
    this.#tell({ state: 'running' });
    try {
      for (let from: number | undefined = 0; from !== undefined; ) {
        const { hits, next }: FoundPiece = await this.#ask(from, signal);
        if (signal.aborted) return;
        const before = this.#progress.count;
        const count = hits.length / 2;
        if (count > 0) this.#pieces.push({ from, before, count, hits: before < mostKept ? hits : undefined });
        const done = next === undefined ? 1 : next / this.#size;
        this.#tell({ state: next === undefined ? 'done' : 'running', count: before + count, done });
        from = next;
      }
    } catch (reason) {
      if (!signal.aborted) this.#tell({ state: 'failed', reason });
    }
  }

  /** What was found so far stays. */
  stop(): void {
    this.#controller.abort();
    if (this.#progress.state === 'running') this.#tell({ state: 'stopped' });
  }

  /** The hit with a number below the count, from 0; undefined where it cannot be had any longer. */
  async hit(number: number): Promise<Hit | undefined> {
    const piece = this.#pieceOf(number);
    if (piece === undefined) return undefined;
    const hits = piece.hits ?? (await this.#ask(piece.from, new AbortController().signal)).hits;
    const at = 2 * (number - piece.before);
    const [from, to] = [hits[at], hits[at + 1]];
    return from === undefined || to === undefined ? undefined : { from, to };
  }

  #pieceOf(number: number): Piece | undefined {
    let low = 0;
    let high = this.#pieces.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.#pieces[middle]?.before ?? 0) <= number) low = middle;
      else high = middle;
    }
    return this.#pieces[low];
  }

  #tell(change: Partial<SearchProgress>): void {
    this.#progress = { ...this.#progress, ...change };
    for (const listener of this.#listeners) listener();
  }
}
