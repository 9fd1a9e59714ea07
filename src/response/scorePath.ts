// The place of one value for each generation: a pointer in which a key stands for every position in `data`. Knows no values.

import { type Pointer, parsePointer, pointerKeys, pointerOf } from '../json/pointer.ts';

export const everyPosition = '*';

/** A path as it stands in an address; undefined where it is none. */
export function parseScorePath(text: string): Pointer | undefined {
  const pointer = parsePointer(text);
  return pointer !== undefined && pointerKeys(pointer).filter((key) => key === everyPosition).length === 1
    ? pointer
    : undefined;
}

/** The place of one generation's value. */
export function scorePlace(path: Pointer, position: number): Pointer {
  return pointerOf(...pointerKeys(path).map((key) => (key === everyPosition ? position : key)));
}
