// What the tree knows of the document so far: pages of members, fetched when they are wanted, and single nodes. Knows no layout.
// Bounded: pages that nobody wants any more are forgotten, the ones asked for longest ago first.

import { childPointer, type Pointer } from '../../json/pointer.ts';
import type { NodeDetail, NodeRow, Questions } from '../../response/questions.ts';

/** Members per page. */
export const pageSize = 100;

/** One page of the members of a container. */
export interface PageNeed {
  readonly pointer: Pointer;
  readonly page: number;
}

/** What laying out rows needs to know; every answer is undefined while it is not known yet. */
export interface TreeKnowledge {
  row(parent: Pointer, index: number): NodeRow | undefined;
  /** Place of a key among the members; the last one where a key is repeated. */
  indexOf(parent: Pointer, key: string): number | undefined;
  /** Whether it is known by now that there is such a place, or that there is none. */
  isKnown(pointer: Pointer): boolean;
  node(pointer: Pointer): NodeRow | undefined;
}

interface Members {
  readonly pages: Map<number, readonly NodeRow[]>;
  readonly indexes: Map<string, number>;
}

const mostRows = 300_000;

export class TreePages implements TreeKnowledge {
  /** Grows with every arrival. */
  version = 0;
  readonly #questions: Questions;
  readonly #members = new Map<Pointer, Members>();
  readonly #nodes = new Map<Pointer, NodeDetail | undefined>();
  readonly #asked = new Map<string, Promise<void>>();
  readonly #listeners = new Set<() => void>();
  #rowCount = 0;
  #isNoticeDue = false;

  constructor(questions: Questions) {
    this.#questions = questions;
  }

  row(parent: Pointer, index: number): NodeRow | undefined {
    return this.#members.get(parent)?.pages.get(Math.floor(index / pageSize))?.[index % pageSize];
  }

  indexOf(parent: Pointer, key: string): number | undefined {
    const listed = this.#members.get(parent)?.indexes.get(key);
    const found = this.#nodes.get(childPointer(parent, key))?.index;
    return listed === undefined || found === undefined ? (listed ?? found) : Math.max(listed, found);
  }

  isKnown(pointer: Pointer): boolean {
    return this.#nodes.has(pointer);
  }

  node(pointer: Pointer): NodeRow | undefined {
    return this.#nodes.get(pointer);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The document has loaded further: everything wanted from now on is asked for again, what is known stays until then. */
  refresh(): void {
    this.#asked.clear();
    for (const [pointer, node] of this.#nodes) if (node === undefined) this.#nodes.delete(pointer);
    this.#tell();
  }

  /** Fetches pages that are not there. */
  want(needs: readonly PageNeed[]): void {
    for (const { pointer, page } of needs) void this.#fetchPage(pointer, page);
  }

  wantNodes(pointers: readonly Pointer[]): void {
    for (const pointer of pointers) void this.#fetchNode(pointer);
  }

  /** Members `[0, count)`, page by page, kept like any others. */
  async all(pointer: Pointer, count: number): Promise<readonly NodeRow[]> {
    const rows: NodeRow[] = [];
    for (let page = 0; page * pageSize < count; page++) {
      await this.#fetchPage(pointer, page);
      rows.push(...(this.#members.get(pointer)?.pages.get(page) ?? []));
    }
    return rows;
  }

  #fetchPage(pointer: Pointer, page: number): Promise<void> {
    return this.#once(`${page} ${pointer}`, async () => {
      // A page that cannot be read counts as known and empty: the layout must not wait for it for ever.
      const rows = await this.#questions.children(pointer, page * pageSize, pageSize).catch(() => []);
      this.#keep(pointer, page, rows);
    });
  }

  #fetchNode(pointer: Pointer): Promise<void> {
    return this.#once(`node ${pointer}`, async () => {
      this.#nodes.set(pointer, await this.#questions.node(pointer).catch(() => undefined));
    });
  }

  #once(key: string, fetch: () => Promise<void>): Promise<void> {
    let answer = this.#asked.get(key);
    if (!answer) {
      answer = fetch().then(() => this.#tell());
      this.#asked.set(key, answer);
    }
    return answer;
  }

  #keep(pointer: Pointer, page: number, rows: readonly NodeRow[]): void {
    const members = this.#members.get(pointer) ?? { pages: new Map(), indexes: new Map() };
    this.#members.delete(pointer);
    this.#members.set(pointer, members);
    this.#rowCount += rows.length - (members.pages.get(page)?.length ?? 0);
    members.pages.set(page, rows);
    rows.forEach((row, offset) => {
      if (typeof row.key !== 'string') return;
      const index = page * pageSize + offset;
      if (index >= (members.indexes.get(row.key) ?? 0)) members.indexes.set(row.key, index);
    });
    for (const [oldest, old] of this.#members) {
      if (this.#rowCount <= mostRows || oldest === pointer) break;
      this.#members.delete(oldest);
      for (const [number, forgotten] of old.pages) {
        this.#rowCount -= forgotten.length;
        this.#asked.delete(`${number} ${oldest}`);
      }
    }
  }

  /** Arrivals of one moment are told as one. */
  #tell(): void {
    if (this.#isNoticeDue) return;
    this.#isNoticeDue = true;
    setTimeout(() => {
      this.#isNoticeDue = false;
      this.version++;
      for (const listener of this.#listeners) listener();
    });
  }
}
