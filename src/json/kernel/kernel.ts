// The fast way of the strict pass on WebAssembly: gives it a window of the text, and takes over the rows, lines and spans that it found. Knows what is where in
// its memory (memory.as); must not know the grammar.

import type { ContainerStackColumns } from '../containerStack.ts';
import { mostKeys, mostLevels, type SequenceColumns, slotBytes } from '../keySequences.ts';
import { childrenNotInTable, type NodeTable } from '../nodeTable.ts';
import type { CreateKernel, Kernel, KernelTargets, RunEnd, ScanState } from '../scanState.ts';
import { deepest } from '../spans.ts';
import { kernelBase64 } from './kernelBytes.ts';

type Register =
  | 'state'
  | 'tokenFrom'
  | 'needsDecoding'
  | 'level'
  | 'position'
  | 'depth'
  | 'keyCount'
  | 'rowBase'
  | 'rowCount'
  | 'lineCount'
  | 'spanBase'
  | 'spanCount'
  | 'fixCount';
const register: Readonly<Record<Register, number>> = {
  state: 0,
  tokenFrom: 1,
  needsDecoding: 2,
  level: 3,
  position: 4,
  depth: 5,
  keyCount: 6,
  rowBase: 7,
  rowCount: 8,
  lineCount: 9,
  spanBase: 10,
  spanCount: 11,
  fixCount: 12,
};
const registerCount = 13;
/** What is corrected of an open container, and how many words say it. */
const fixesOfLevel = 3;
const fixWords = 4;
const nextOf = 0;
const firstOf = 1;
const endOfSpan = 3;
const endOfDeepRow = 4;

let compiled: WebAssembly.Module | null | undefined;

/** Null where WebAssembly is refused. */
export function compiledKernel(): WebAssembly.Module | null {
  if (compiled === undefined) {
    try {
      compiled = new WebAssembly.Module(Uint8Array.from(atob(kernelBase64), (letter) => letter.charCodeAt(0)));
    } catch {
      compiled = null;
    }
  }
  return compiled;
}

type Place =
  | 'registersAt'
  | 'kindsAt'
  | 'mostLevels'
  | 'followedAt'
  | 'sharedAt'
  | 'lengthsAt'
  | 'slotsAt'
  | 'rowKindAt'
  | 'mostRows'
  | 'linesAt'
  | 'mostLines'
  | 'spanFromAt'
  | 'mostSpans'
  | 'spanOpenAt'
  | 'fixesAt'
  | 'textAt'
  | 'textBytes'
  | 'lookahead';

type Exports = Readonly<Record<Place, WebAssembly.Global>> & {
  readonly memory: WebAssembly.Memory;
  prepare(): void;
  run(start: number, end: number, textFrom: number): number;
};

/** Undefined where the browser, or the policy of the page, refuses WebAssembly with SIMD. */
export const createKernel: CreateKernel = (depth, listener) => {
  const module = compiledKernel();
  if (module === null) return undefined;
  const env = {
    key: (from: number, to: number, needsDecoding: number) => listener.key(from >>> 0, to >>> 0, needsDecoding !== 0),
    close: () => listener.close(),
    number: (from: number, to: number) => listener.number(from >>> 0, to >>> 0),
  };
  const { exports } = new WebAssembly.Instance(module, { env });
  return new WasmKernel(exports as unknown as Exports, depth);
};

/** Takes columns out of a memory, one behind the other. */
class Columns {
  readonly #buffer: ArrayBuffer;
  #at: number;

  constructor(buffer: ArrayBuffer, at: number) {
    this.#buffer = buffer;
    this.#at = at;
  }

  bytes(count: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#buffer, this.#next(count), count);
  }

  words(count: number): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.#buffer, this.#next(4 * count), count);
  }

  signed(count: number): Int32Array<ArrayBuffer> {
    return new Int32Array(this.#buffer, this.#next(4 * count), count);
  }

  #next(bytes: number): number {
    this.#at += bytes;
    return this.#at - bytes;
  }
}

class WasmKernel implements Kernel {
  readonly stack: ContainerStackColumns;
  readonly sequences: SequenceColumns;
  readonly spanOpens: Uint32Array;
  readonly #exports: Exports;
  readonly #registers: Uint32Array;
  readonly #text: Uint8Array;
  readonly #textAt: number;
  readonly #behind: number;
  readonly #rows: Omit<NodeTable, 'count'>;
  readonly #lines: Uint32Array;
  readonly #spanFroms: Uint32Array;
  readonly #spanTos: Uint32Array;
  readonly #spanMembers: Uint32Array;
  readonly #fixes: Uint32Array;
  /** The part of the text in its memory. */
  #from = 0;
  #to = 0;

  constructor(exports: Exports, depth: number) {
    const { buffer } = exports.memory;
    const place = (name: Place): number => exports[name].value;
    const columnsAt = (name: Place) => new Columns(buffer, place(name));
    this.#exports = exports;
    this.#registers = columnsAt('registersAt').words(registerCount);
    this.#registers[register.depth] = Math.min(depth, 0x7fffffff);
    const levels = place('mostLevels');
    const stack = columnsAt('kindsAt');
    this.stack = {
      kinds: stack.bytes(levels),
      froms: stack.words(levels),
      nodes: stack.signed(levels),
      lastChildren: stack.signed(levels),
      counts: stack.words(levels),
      keyFroms: stack.words(levels),
      keyTos: stack.words(levels),
      keyBases: stack.words(levels),
    };
    this.sequences = {
      counts: columnsAt('followedAt').bytes(mostLevels),
      shared: new Int8Array(buffer, place('sharedAt'), mostLevels),
      lengths: columnsAt('lengthsAt').bytes(mostLevels * mostKeys),
      slots: columnsAt('slotsAt').bytes(mostLevels * mostKeys * slotBytes),
    };
    const mostRows = place('mostRows');
    const rows = columnsAt('rowKindAt');
    this.#rows = {
      kind: rows.bytes(mostRows),
      flags: rows.bytes(mostRows),
      from: rows.words(mostRows),
      to: rows.words(mostRows),
      keyFrom: rows.words(mostRows),
      keyTo: rows.words(mostRows),
      parent: rows.signed(mostRows),
      firstChild: rows.signed(mostRows),
      nextSibling: rows.signed(mostRows),
      childCount: rows.words(mostRows),
    };
    this.#lines = columnsAt('linesAt').words(place('mostLines'));
    const mostSpans = place('mostSpans');
    const spans = columnsAt('spanFromAt');
    this.#spanFroms = spans.words(mostSpans);
    this.#spanTos = spans.words(mostSpans);
    this.#spanMembers = spans.words(mostSpans);
    this.spanOpens = columnsAt('spanOpenAt').words(deepest);
    this.#fixes = columnsAt('fixesAt').words(fixWords * fixesOfLevel * levels);
    this.#textAt = place('textAt');
    this.#text = columnsAt('textAt').bytes(place('textBytes'));
    this.#behind = place('lookahead');
    exports.prepare();
  }

  set keyCount(count: number) {
    this.#registers[register.keyCount] = count;
  }

  get level(): number {
    return this.#registers[register.level] as number;
  }

  run(bytes: Uint8Array, limit: number, available: number, scan: ScanState, targets: KernelTargets): RunEnd {
    const most = Math.min(available, limit + this.#behind);
    for (;;) {
      const { position } = scan;
      if (position + this.#behind >= most) return 'short';
      if (position < this.#from || (position + this.#behind >= this.#to && this.#to < most)) {
        this.#from = position;
        this.#to = Math.min(position + this.#text.length, most);
        this.#text.set(bytes.subarray(this.#from, this.#to));
      }
      const end = Math.min(this.#to, most) - this.#behind;
      const status = this.#runIn(bytes, end, scan, targets);
      if (status === 2) return 'unknown';
      if (status === 0 && scan.position >= limit) return 'end';
    }
  }

  #runIn(bytes: Uint8Array, end: number, scan: ScanState, { table, lines, spans }: KernelTargets): number {
    const registers = this.#registers;
    registers[register.state] = scan.state;
    registers[register.tokenFrom] = scan.tokenFrom;
    registers[register.needsDecoding] = scan.needsDecoding ? 1 : 0;
    registers[register.level] = scan.level;
    registers[register.keyCount] = scan.keyCount;
    registers[register.rowBase] = table.count;
    registers[register.spanBase] = spans.count;
    registers[register.spanCount] = spans.count;
    const textFrom = this.#from - this.#textAt;
    const status = this.#exports.run(scan.position - textFrom, end - textFrom, textFrom);
    scan.position = registers[register.position] as number;
    scan.state = registers[register.state] as number;
    scan.tokenFrom = registers[register.tokenFrom] as number;
    scan.needsDecoding = registers[register.needsDecoding] !== 0;
    scan.level = registers[register.level] as number;
    scan.keyCount = registers[register.keyCount] as number;
    table.append(this.#rows, registers[register.rowCount] as number, scan.position / bytes.length);
    lines.append(this.#lines, registers[register.lineCount] as number);
    const base = registers[register.spanBase] as number;
    const spanCount = (registers[register.spanCount] as number) - base;
    spans.append(base, this.#spanFroms, this.#spanTos, this.#spanMembers, spanCount);
    const fixes = this.#fixes;
    const fixEnd = fixWords * (registers[register.fixCount] as number);
    for (let at = 0; at < fixEnd; at += fixWords) {
      const row = fixes[at + 1] as number;
      const value = fixes[at + 2] as number;
      const count = fixes[at + 3] as number;
      switch (fixes[at]) {
        case nextOf:
          table.nextSibling[row] = value;
          break;
        case firstOf:
          table.firstChild[row] = value;
          break;
        case endOfSpan:
          spans.end(row, value, count);
          break;
        default:
          table.to[row] = value;
          table.childCount[row] = count;
          if (fixes[at] === endOfDeepRow) table.flags[row] = childrenNotInTable;
      }
    }
    return status;
  }
}
