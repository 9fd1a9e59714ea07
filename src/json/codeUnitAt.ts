// Where a line and a column stand in a string, for those who put a caret there.

/** Index in UTF-16 code units of a 1-based line and a 1-based column in code points. */
export function codeUnitAt(text: string, line: number, column: number): number {
  const lineEnd = /\r\n|\n|\r/g;
  let start = 0;
  for (let at = 1; at < line; at++) {
    if (!lineEnd.exec(text)) break;
    start = lineEnd.lastIndex;
  }
  let index = start;
  for (let at = 1; at < column && index < text.length; at++) index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  return index;
}
