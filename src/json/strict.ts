// The strict pass: one iterative, resumable walk over every byte (RFC 8259, UTF-8), which yields the node table, the
// lines, the first error and the findings. Knows no key names. Longer than most files, because splitting the state
// machine would hide it.

import { ContainerStack } from './containerStack.ts';
import { FindingRecorder, type StrictFindings } from './findings.ts';
import { KeyRegister } from './keyRegister.ts';
import { KeySequences } from './keySequences.ts';
import { type LineIndex, LineIndexBuilder } from './lines.ts';
import { childrenNotInTable, incompleteNode, kindCode, type NodeTable, NodeTableBuilder } from './nodeTable.ts';
import { endsNumber, isAsPrinted, mayBeInexact, numberEnd } from './number.ts';
import { describeProblem, type Mistake, type SyntaxProblem } from './problem.ts';
import type { CreateKernel, Kernel, KernelListener, ScanState } from './scanState.ts';
import { SpanRecorder } from './spans.ts';
import { escapedUnit } from './text.ts';
import { bomLength, sequenceLength } from './utf8.ts';

export type { StrictFindings } from './findings.ts';
export type { SyntaxProblem } from './problem.ts';

/** A strict pass under way, so that its thread can do other things in between. */
export interface StrictPass {
  /** Bytes read so far. */
  readonly position: number;
  /**
   * Reads about this many bytes more; true when the pass is finished. `available`: so many bytes of the text are there, the others follow; it reads what
   * they cannot change.
   */
  step(budgetBytes: number, available?: number): boolean;
  /** The result; reads what is left first. */
  finish(): StrictResult;
}

/**
 * `table` lists every value down to the depth that is complete, and the containers open at the error (marked, and
 * ending there); without an error it is all of the document. `lines` covers the whole text in any case.
 */
export interface StrictResult {
  readonly table: NodeTable;
  readonly lines: LineIndex;
  readonly error: SyntaxProblem | undefined;
  readonly findings: StrictFindings;
  readonly hasBom: boolean;
}

export interface StrictOptions {
  readonly depth: number;
  /** The fast way, worth it from some hundred thousand bytes on; without it, and where it gives none, all goes the slow way, with the same result. */
  readonly createKernel?: CreateKernel | undefined;
}

/** Two escapes that are one character; nothing else that has to be seen whole is longer, but for numbers and words. */
const longestUnit = 16;
/** A run of the kernel costs about what the slow way takes for so many bytes. */
const runWorth = 100;
const mostCredit = 20_000;
const slowBytes = 65_536;

/** Begins a strict pass over a text of which at least the first four bytes are there; `depth` is that of the table (0: only the root), the check always goes all the way down. */
export function startStrictPass(bytes: Uint8Array, options: StrictOptions): StrictPass {
  return new Scanner(bytes, options.depth, options.createKernel);
}

/** The whole strict pass at once. */
export function strictPass(bytes: Uint8Array, options: StrictOptions): StrictResult {
  return startStrictPass(bytes, options).finish();
}

// What may come next.
const value = 0;
const valueOrEnd = 1;
const key = 2;
const keyOrEnd = 3;
const colon = 4;
const afterValue = 5;
const afterRoot = 6;
const inString = 7;
const inKey = 8;

// Bytes that a string may hold as they are: printable ASCII without quote and backslash.
const isPlain = new Uint8Array(256).fill(1, 0x20, 0x80);
isPlain[0x22] = isPlain[0x5c] = 0;

const isDigit = new Uint8Array(256).fill(1, 0x30, 0x3a);

/** The first byte from `at` on that a string may not hold as it is, or about `limit`. */
function plainEnd(bytes: Uint8Array, at: number, limit: number): number {
  // Four at a time: beyond the end of the bytes nothing is plain.
  while (
    at < limit &&
    ((isPlain[bytes[at] as number] as number) &
      (isPlain[bytes[at + 1] as number] as number) &
      (isPlain[bytes[at + 2] as number] as number) &
      (isPlain[bytes[at + 3] as number] as number)) ===
      1
  ) {
    at += 4;
  }
  while (at < limit && isPlain[bytes[at] as number] === 1) at++;
  return at;
}

class Scanner implements StrictPass, ScanState, KernelListener {
  position: number;
  state = value;
  tokenFrom = 0;
  needsDecoding = false;
  readonly #bytes: Uint8Array;
  readonly #depth: number;
  readonly #kernel: Kernel | undefined;
  readonly #table = new NodeTableBuilder();
  readonly #stack: ContainerStack;
  readonly #lines: LineIndexBuilder;
  readonly #keys: KeyRegister;
  readonly #sequences: KeySequences;
  #mistake: Mistake | undefined;
  #isFinished = false;
  /** Of a text that arrives: as far as it can be read, and as far as this is known. */
  #safeTo = 0;
  #searchedTo = 0;
  #result: StrictResult | undefined;
  readonly #recorder: FindingRecorder;
  readonly #spans: SpanRecorder;
  /** What came of the fast way of late: below zero it is left for a while. */
  #credit = 0;

  constructor(bytes: Uint8Array, depth: number, createKernel?: CreateKernel) {
    this.#bytes = bytes;
    this.#depth = depth;
    this.#kernel = createKernel?.(depth, this);
    this.position = bomLength(bytes);
    this.#stack = new ContainerStack(this.#kernel?.stack);
    this.#spans = new SpanRecorder(this.#kernel?.spanOpens);
    this.#lines = new LineIndexBuilder(this.position);
    this.#keys = new KeyRegister(bytes);
    this.#sequences = new KeySequences(bytes, this.#kernel?.sequences);
    this.#recorder = new FindingRecorder(bytes, this.#stack);
  }

  step(budgetBytes: number, available = this.#bytes.length): boolean {
    if (this.#isFinished) return true;
    const length = this.#bytes.length;
    const end = available < length ? this.#safeEnd(available) : length;
    const limit = Math.min(end, this.position + Math.max(1, budgetBytes));
    if (limit <= this.position && limit < length) return false;
    if (this.#mistake === undefined) this.#scan(limit, available);
    // After a mistake only the lines of the rest are of interest.
    else this.position = this.#lines.scan(this.#bytes, this.position, limit);
    if (this.position < length) return false;
    if (this.#mistake === undefined && this.state !== afterRoot) this.#mistake = this.#endMistake();
    this.#isFinished = true;
    return true;
  }

  finish(): StrictResult {
    while (!this.#isFinished) this.step(this.#bytes.length);
    this.#result ??= this.#buildResult();
    return this.#result;
  }

  /** The end of what can be read as if all were there: no number or word goes on behind it. */
  #safeEnd(available: number): number {
    const end = available - longestUnit;
    for (let at = end; at > this.#searchedTo; at--) {
      if (endsNumber(this.#bytes[at - 1] as number)) {
        this.#safeTo = at;
        break;
      }
    }
    this.#searchedTo = Math.max(this.#searchedTo, end);
    return this.#safeTo;
  }

  #scan(limit: number, available: number): void {
    const kernel = this.#kernel;
    const targets = { table: this.#table, lines: this.#lines, spans: this.#spans };
    while (this.position < limit && this.#mistake === undefined) {
      // With more levels than the kernel has room for the stack has left its memory.
      if (kernel === undefined || this.#stack.kinds !== kernel.stack.kinds || this.state === afterRoot) {
        this.#scanSlowly(limit);
      } else if (this.#credit < 0) {
        this.#credit = mostCredit;
        this.#scanSlowly(Math.min(limit, this.position + slowBytes));
      } else {
        const from = this.position;
        const end = kernel.run(this.#bytes, limit, available, this, targets);
        if (end === 'short') this.#scanSlowly(limit);
        if (end !== 'unknown') continue;
        this.#credit = Math.min(mostCredit, this.#credit + this.position - from - runWorth);
        if (this.position < limit) this.#scanSlowly(this.position + 1);
      }
    }
  }

  get keyCount(): number {
    return this.#keys.size;
  }

  set keyCount(_) {}

  get level(): number {
    return this.#stack.size;
  }

  set level(level) {
    this.#stack.size = level;
  }

  key(from: number, to: number, needsDecoding: boolean): void {
    const kernel = this.#kernel as Kernel;
    this.#stack.size = kernel.level;
    this.#key(from, to, needsDecoding);
    kernel.keyCount = this.#keys.size;
  }

  close(): void {
    const kernel = this.#kernel as Kernel;
    this.#stack.size = kernel.level;
    this.#dropKeys(kernel.level - 1);
    kernel.keyCount = this.#keys.size;
  }

  number(from: number, to: number): void {
    this.#stack.size = (this.#kernel as Kernel).level;
    if (mayBeInexact(this.#bytes, from, to) && !isAsPrinted(this.#bytes, from, to)) this.#recorder.number(from, to);
  }

  #scanSlowly(limit: number): void {
    const bytes = this.#bytes;
    const stack = this.#stack;
    let at = this.position;
    while (at < limit && this.#mistake === undefined) {
      if (this.state >= inString) {
        at = this.#scanString(at, limit);
        continue;
      }
      const byte = bytes[at] as number;
      if (byte <= 0x20) {
        if (byte === 0x20 || byte === 0x09) {
          at++;
          continue;
        }
        if (byte === 0x0a || byte === 0x0d) {
          at++;
          if (byte === 0x0d && bytes[at] === 0x0a) at++;
          this.#lines.push(at);
          continue;
        }
      }
      switch (this.state) {
        case value:
        case valueOrEnd:
          if (byte === 0x22) {
            this.#beginString(at, inString);
            const end = plainEnd(bytes, at + 1, limit);
            if (end < limit && bytes[end] === 0x22) {
              this.#leaf(kindCode.string, at, end + 1);
              at = end + 1;
            } else {
              at = end;
            }
          } else if (byte === 0x7b) {
            this.#open(kindCode.object, at++);
            this.state = keyOrEnd;
          } else if (byte === 0x5b) {
            this.#open(kindCode.array, at++);
            this.state = valueOrEnd;
          } else if (byte === 0x5d && this.state === valueOrEnd) {
            this.#close(++at);
          } else {
            at = this.#scanScalar(at, byte);
          }
          break;
        case key:
        case keyOrEnd:
          if (byte === 0x22) {
            this.#beginString(at, inKey);
            at = plainEnd(bytes, at + 1, limit);
            if (at < limit && bytes[at] === 0x22) {
              this.#endString(++at);
              if (bytes[at] === 0x3a && at < limit) {
                this.state = value;
                at++;
              }
            }
          } else if (byte === 0x7d && this.state === keyOrEnd) this.#close(++at);
          else this.#fail('key', at);
          break;
        case colon:
          if (byte === 0x3a) {
            this.state = value;
            at++;
          } else {
            this.#fail('colon', at);
          }
          break;
        case afterValue: {
          const isObject = stack.kinds[stack.size - 1] === kindCode.object;
          if (byte === 0x2c) {
            this.state = isObject ? key : value;
            this.tokenFrom = at++;
          } else if (byte === (isObject ? 0x7d : 0x5d)) {
            this.#close(++at);
          } else {
            this.#fail('afterValue', at);
          }
          break;
        }
        default:
          this.#fail('afterRoot', at);
      }
    }
    this.position = this.#mistake === undefined ? at : this.#mistake.byte;
  }

  #beginString(at: number, state: number): void {
    this.tokenFrom = at;
    this.needsDecoding = false;
    this.state = state;
  }

  /** Reads on in a string; stops after its closing quote, at a mistake, or at about the limit. */
  #scanString(start: number, limit: number): number {
    const bytes = this.#bytes;
    let at = start;
    while (at < limit) {
      at = plainEnd(bytes, at, limit);
      if (at >= limit) return at;
      const byte = bytes[at] as number;
      if (byte === 0x22) {
        this.#endString(at + 1);
        return at + 1;
      }
      if (byte === 0x5c) {
        at = this.#scanEscape(at);
      } else if (byte >= 0x80) {
        const length = sequenceLength(bytes, at, bytes.length);
        if (length < 0) {
          this.needsDecoding = true;
          this.#recorder.invalidUtf8(at, at - length, this.#findingLevel());
        }
        at += Math.abs(length);
      } else {
        this.#fail('control', at);
      }
      if (this.#mistake !== undefined) return at;
    }
    return at;
  }

  #scanEscape(at: number): number {
    this.needsDecoding = true;
    switch (this.#bytes[at + 1]) {
      case 0x22:
      case 0x5c:
      case 0x2f:
      case 0x62:
      case 0x66:
      case 0x6e:
      case 0x72:
      case 0x74:
        return at + 2;
      case 0x75:
        break;
      case undefined:
        return at + 1;
      default:
        this.#fail('escape', at);
        return at;
    }
    const unit = escapedUnit(this.#bytes, at);
    if (unit < 0) {
      // Cut inside the escape is the end of the text, anything else a wrong escape.
      if (this.#isCutEscape(at)) return this.#bytes.length;
      this.#fail('escape', at);
      return at;
    }
    if (unit < 0xd800 || unit > 0xdfff) return at + 6;
    if (unit <= 0xdbff && this.#bytes[at + 6] === 0x5c) {
      const low = escapedUnit(this.#bytes, at + 6);
      if (low >= 0xdc00 && low <= 0xdfff) return at + 12;
    }
    this.#recorder.loneSurrogate(at, this.#findingLevel());
    return at + 6;
  }

  #isCutEscape(at: number): boolean {
    if (this.#bytes.length >= at + 6) return false;
    for (let i = at + 2; i < this.#bytes.length; i++) {
      if (!/[0-9a-fA-F]/.test(String.fromCharCode(this.#bytes[i] as number))) return false;
    }
    return true;
  }

  #endString(to: number): void {
    if (this.state === inString) {
      this.#leaf(kindCode.string, this.tokenFrom, to);
      return;
    }
    const top = this.#stack.size - 1;
    this.#stack.keyFroms[top] = this.tokenFrom;
    this.#stack.keyTos[top] = to;
    this.state = colon;
    this.#key(this.tokenFrom, to, this.needsDecoding);
  }

  /** Sees whether a key occurred before in its object. */
  #key(from: number, to: number, needsDecoding: boolean): void {
    const top = this.#stack.size - 1;
    if (this.#sequences.follows(top, from, to)) return;
    const base = this.#stack.keyBases[top] as number;
    if (this.#keys.size === base) this.#registerFollowed(top, base);
    const entry = this.#keys.add(base, from, to, needsDecoding);
    if ((this.#keys.occurrences[entry] as number) > 1) this.#recorder.duplicateKey(this.#keys, entry, from, to);
  }

  /** The keys so far were those of the last object on this level, in order. */
  #registerFollowed(level: number, base: number): void {
    const count = this.#sequences.followed(level);
    for (let at = 0; at < count; at++) {
      this.#keys.add(base, this.#sequences.from(level, at), this.#sequences.to(level, at), false);
    }
  }

  #scanScalar(at: number, byte: number): number {
    if (byte >= 0x31 && byte <= 0x39) {
      // A whole number of up to 15 digits with its end in sight: most numbers are.
      let end = at + 1;
      while (isDigit[this.#bytes[end] as number] === 1) end++;
      const next = this.#bytes[end];
      if (end - at <= 15 && (next === 0x2c || next === 0x5d || next === 0x7d)) {
        this.#leaf(kindCode.number, at, end);
        return end;
      }
    }
    if (byte === 0x2d ? this.#bytes[at + 1] !== 0x49 : byte >= 0x30 && byte <= 0x39) return this.#scanNumber(at);
    const word = this.#wordAt(at, byte);
    if (word === '') return at;
    const to = at + word.length;
    if (word === 'NaN' || word === 'Infinity' || word === '-Infinity') {
      this.#recorder.literal(word, at, to);
      this.#leaf(kindCode.literal, at, to);
    } else {
      this.#leaf(kindCode[word], at, to);
    }
    return to;
  }

  /** The known word at `at`; '' after noting the mistake when there is none. */
  #wordAt(at: number, byte: number): Word | '' {
    const word = words[byte];
    if (word === undefined) {
      this.#fail('value', at);
      return '';
    }
    const length = this.#bytes.length;
    for (let i = 1; i < word.length; i++) {
      if (at + i === length) {
        this.#mistake = { ...this.#endMistake(), tokenFrom: at };
        return '';
      }
      if (this.#bytes[at + i] !== word.charCodeAt(i)) {
        this.#fail('value', at);
        return '';
      }
    }
    if (isWordByte(this.#bytes[at + word.length])) {
      this.#fail('value', at);
      return '';
    }
    return word;
  }

  #scanNumber(at: number): number {
    const bytes = this.#bytes;
    const to = numberEnd(bytes, at);
    if (to < 0) {
      const wrong = -1 - to;
      this.tokenFrom = at;
      this.#fail(wrong >= bytes.length ? 'end' : 'number', wrong);
      return at;
    }
    const next = bytes[to];
    if (next === undefined) {
      // Inside a container the text is cut here, perhaps in the middle of the number: it is not kept.
      if (this.#stack.size > 0) {
        this.tokenFrom = at;
        return to;
      }
    } else if (!endsNumber(next)) {
      this.tokenFrom = at;
      this.#fail('number', to);
      return at;
    }
    if (mayBeInexact(bytes, at, to) && !isAsPrinted(bytes, at, to)) this.#recorder.number(at, to);
    this.#leaf(kindCode.number, at, to);
    return to;
  }

  /** Adds a row for a value that begins here, when it is not too deep; -1 otherwise. */
  #addRow(kind: number, from: number, to: number): number {
    const stack = this.#stack;
    if (stack.size > this.#depth) return -1;
    const top = stack.size - 1;
    if (top < 0) return this.#table.add(kind, from, to, 0, 0, -1, -1);
    const keyFrom = stack.keyFroms[top] as number;
    const keyTo = stack.keyTos[top] as number;
    const previous = stack.lastChildren[top] as number;
    const node = this.#table.add(kind, from, to, keyFrom, keyTo, stack.nodes[top] as number, previous);
    stack.lastChildren[top] = node;
    return node;
  }

  #leaf(kind: number, from: number, to: number): void {
    this.#addRow(kind, from, to);
    this.#endMember();
  }

  #endMember(): void {
    const top = this.#stack.size - 1;
    if (top < 0) {
      this.state = afterRoot;
      return;
    }
    this.#stack.counts[top] = (this.#stack.counts[top] as number) + 1;
    this.state = afterValue;
  }

  #open(kind: number, at: number): void {
    const node = this.#addRow(kind, at, at + 1);
    this.#spans.open(this.#stack.size, at);
    this.#stack.push(kind, at, node);
    this.#stack.keyBases[this.#stack.size - 1] = this.#keys.size;
    if (kind === kindCode.object) this.#sequences.begin(this.#stack.size - 1);
  }

  #close(to: number): void {
    const top = this.#stack.size - 1;
    const node = this.#stack.nodes[top] as number;
    const count = this.#stack.counts[top] as number;
    this.#spans.close(top, to, count);
    if (node >= 0) {
      this.#table.to[node] = to;
      this.#table.childCount[node] = count;
      if (count > 0 && top >= this.#depth) this.#table.flags[node] = childrenNotInTable;
    }
    if (this.#keys.size > (this.#stack.keyBases[top] as number)) this.#dropKeys(top);
    this.#stack.size = top;
    this.#endMember();
  }

  /** The object on this level closes, and has registered keys. */
  #dropKeys(top: number): void {
    const base = this.#stack.keyBases[top] as number;
    this.#sequences.learn(top, this.#keys, base, this.#stack.counts[top] as number);
    this.#keys.dropTo(base);
  }

  /** Something inside a key belongs to the object that has the key. */
  #findingLevel(): number {
    return this.state === inKey ? this.#stack.size - 1 : this.#stack.size;
  }

  #fail(kind: Mistake['kind'], byte: number): void {
    const { kinds, counts, froms, size } = this.#stack;
    const top = size - 1;
    const isObject = kinds[top] === kindCode.object;
    let openObjects = 0;
    if (kind === 'end') for (let level = 0; level < size; level++) if (kinds[level] === kindCode.object) openObjects++;
    this.#mistake = {
      kind,
      byte,
      tokenFrom: this.tokenFrom,
      isInString: this.state >= inString,
      isAfterComma: this.state === key || (this.state === value && top >= 0 && !isObject),
      container: top < 0 ? undefined : isObject ? 'object' : 'array',
      containerFrom: top < 0 ? 0 : (froms[top] as number),
      isContainerEmpty: top >= 0 && counts[top] === 0,
      openObjects,
      openArrays: size - openObjects,
    };
  }

  #endMistake(): Mistake {
    this.#fail('end', this.#bytes.length);
    return this.#mistake as Mistake;
  }

  #buildResult(): StrictResult {
    const table = this.#table;
    const stack = this.#stack;
    const lines = this.#lines.build();
    this.#spans.remember(this.#bytes);
    for (let level = 0; level < stack.size; level++) {
      const node = stack.nodes[level] as number;
      if (node < 0) break;
      table.to[node] = this.#mistake?.byte ?? this.#bytes.length;
      table.childCount[node] = (stack.counts[level] as number) + (level < stack.size - 1 ? 1 : 0);
      table.flags[node] = level >= this.#depth ? incompleteNode | childrenNotInTable : incompleteNode;
    }
    return {
      table: table.build(),
      lines,
      error: this.#mistake && describeProblem(this.#bytes, lines, this.#mistake),
      findings: this.#recorder.findings,
      hasBom: bomLength(this.#bytes) > 0,
    };
  }
}

type Word = 'true' | 'false' | 'null' | 'NaN' | 'Infinity' | '-Infinity';

/** The words JSON and Python know, by their first byte. */
const words: Readonly<Partial<Record<number, Word>>> = {
  116: 'true',
  102: 'false',
  110: 'null',
  78: 'NaN',
  73: 'Infinity',
  45: '-Infinity',
};

function isWordByte(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  if (byte < 0x41) return byte === 0x24 || (byte >= 0x30 && byte <= 0x39);
  return byte <= 0x5a || byte === 0x5f || (byte >= 0x61 && byte <= 0x7a);
}
