// What the two ways of the strict pass share: the slow one, which knows everything (strict.ts), and the fast one, which goes on as far as everything is
// plainly right (kernel/). Types alone.

import type { ContainerStackColumns } from './containerStack.ts';
import type { SequenceColumns } from './keySequences.ts';
import type { LineIndexBuilder } from './lines.ts';
import type { NodeTableBuilder } from './nodeTable.ts';
import type { SpanRecorder } from './spans.ts';

/** What a run ends with: the end of what it may read, something for the slow way, or too little text for a run at all. */
export type RunEnd = 'end' | 'unknown' | 'short';

/** What the slow way decides while a run goes on; the stack is as it stands there. */
export interface KernelListener {
  key(from: number, to: number, needsDecoding: boolean): void;
  /** An object whose keys are in the register closes. */
  close(): void;
  /** A number that may not be held exactly. */
  number(from: number, to: number): void;
}

export interface KernelTargets {
  readonly table: NodeTableBuilder;
  readonly lines: LineIndexBuilder;
  readonly spans: SpanRecorder;
}

/** What a run goes on from, and leaves behind. */
export interface ScanState {
  position: number;
  state: number;
  tokenFrom: number;
  needsDecoding: boolean;
  /** Keys in the register. */
  keyCount: number;
  level: number;
}

/** The fast way. */
export interface Kernel {
  /** Columns in its memory, which both ways read and write. */
  readonly stack: ContainerStackColumns;
  readonly sequences: SequenceColumns;
  readonly spanOpens: Uint32Array;
  /** Keys in the register, which change while a run goes on. */
  keyCount: number;
  /** Open containers where the run stands that goes on. */
  readonly level: number;
  /** Reads on in `bytes`, of which the first `available` are there, to `limit` or a little further. */
  run(bytes: Uint8Array, limit: number, available: number, scan: ScanState, targets: KernelTargets): RunEnd;
}

/** Undefined where there is none. `depth`: of the table. */
export type CreateKernel = (depth: number, listener: KernelListener) => Kernel | undefined;
