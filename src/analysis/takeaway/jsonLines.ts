// Tables as JSON Lines: an object a row, the titles of the columns as keys. Pure; knows no column.

import type { Cell } from './cell.ts';

/** The titles as keys of one object: a title that comes again is followed by which it is, `Output (2)`. */
export function keysOf(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    let key = title;
    for (let nth = 2; taken.has(key); nth++) key = `${title} (${nth})`;
    taken.add(key);
    return key;
  });
}

/** With its line end. A cell that says nothing has no key; numbers and JSON stand as they are spelt. */
export function jsonLine(keys: readonly string[], cells: readonly Cell[]): string {
  const members = cells.flatMap((cell, at) => {
    if (cell === undefined) return [];
    // White space between the tokens of JSON may be a line end, which ends a line of this form.
    const value = cell.kind === 'text' ? JSON.stringify(cell.text) : cell.text.replaceAll(/[\r\n]+/g, ' ');
    return [`${JSON.stringify(keys[at] ?? '')}:${value}`];
  });
  return `{${members.join(',')}}\n`;
}
