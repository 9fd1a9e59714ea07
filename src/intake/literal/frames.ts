// What is open while a literal is read: a stack in four lists of numbers, so that depth costs no call. Knows no language.

import { LiteralError } from './draft.ts';

/** Levels that are read; what is deeper is refused with its place. */
const mostLevels = 1_000_000;

/** What was last in a frame. */
export const state = { start: 0, afterItem: 1, afterComma: 2 } as const;

export class Frames {
  /** The language's own numbers. */
  readonly kinds: number[] = [];
  readonly states: number[] = [];
  /** Where in what is made the bracket that opens it stands. */
  readonly opens: number[] = [];
  /** Where in what is made the last comma stands; -1 without one. */
  readonly commas: number[] = [];

  get depth(): number {
    return this.kinds.length;
  }

  /** `place`: of the bracket in what is made. `byte`: in the text. */
  push(kind: number, place: number, byte: number): void {
    if (this.kinds.length >= mostLevels) throw new LiteralError(byte, 'It is nested too deeply');
    this.kinds.push(kind);
    this.states.push(state.start);
    this.opens.push(place);
    this.commas.push(-1);
  }

  pop(): void {
    this.kinds.pop();
    this.states.pop();
    this.opens.pop();
    this.commas.pop();
  }
}
