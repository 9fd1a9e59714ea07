// The parts of a generation that can be very many, as they are asked for: so many from one on, each with the start of its text. Types only.

import type { NodeKind } from '../json/nodeTable.ts';
import type { Pointer } from '../json/pointer.ts';
import type { TextWindow } from './questions.ts';

export type PartKind = 'inputs' | 'messages' | 'toolCalls' | 'toolResults';

/** How many of each a generation holds. */
export type PartCounts = Readonly<Record<PartKind, number>>;

/** An input, a message, a tool call or a tool result. */
export interface GenerationPart {
  readonly pointer: Pointer;
  /** The key of an input, the role of a message, the name of a tool: its start, at most 300 code units. Absent where it has none. */
  readonly name?: TextWindow;
  /** Where a name is a string of its own, and can be asked for whole; the key of an input is the last of its pointer. */
  readonly namePointer?: Pointer;
  /** Of a call or a result: the start of its id, at most 300 code units. */
  readonly id?: TextWindow;
  /** What its text is made of: a string is decoded, anything else is its source text. Absent where nothing stands there. */
  readonly kind?: NodeKind;
  /** The start of its text, at most 10,000 code units. */
  readonly text: TextWindow;
}

/** Parts `[from, from + parts.length)` of a generation. */
export interface PartWindow {
  readonly position: number;
  readonly kind: PartKind;
  readonly from: number;
  readonly parts: readonly GenerationPart[];
}
