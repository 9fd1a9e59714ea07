// A table as text (RFC 4180, also with semicolons or tabs) that has a column of responses: each cell of it is a part. Knows the quotes of cells, no grammar of
// what is in them.

import { plural } from '../words/numbers.ts';
import type { Form, Part, Read } from './form.ts';
import { beginsAsData } from './formText.ts';
import { MadeText } from './madeText.ts';
import { writeUnescaped } from './unescape.ts';

/** A cell that begins as data, in quotes that are doubled within it. */
const dataCell = /(?:^|[,;\t\n])"\s*[[{(]\s*(?:""|'|[[{])/;

export const csv: Form = {
  id: 'csv',
  looksLike: ({ text }) => !/^[\s\uFEFF]*[[{"'(`]/.test(text) && dataCell.test(text),
  read(bytes): Read | undefined {
    const cells = dataCells(bytes);
    const column = fullestOf(cells);
    const own = cells.filter((cell) => cell.column === column);
    if (column === undefined || own.length === 0) return undefined;
    const parts = own.map(({ from, to, row }): Part => {
      const made = new MadeText(bytes, to - from + 16);
      writeUnescaped(made, bytes, from, to, { isDoubled: true });
      return { ...made.finish(), isJson: false, ...(own.length > 1 && { name: `row ${row}` }) };
    });
    return {
      form: 'CSV',
      facts: [plural(own.length, 'row')],
      notes: [`Read the cells of column ${column + 1}. What stands in other columns is left out.`],
      parts,
    };
  },
};

interface Cell {
  /** From 0. */
  readonly column: number;
  /** From 1; the head of the table is the first. */
  readonly row: number;
  /** Between the quotes. */
  readonly from: number;
  readonly to: number;
}

const [quote, lineFeed, carriageReturn] = [0x22, 0x0a, 0x0d];

/** Cells in quotes that begin as data do, in order; none where a quote is not closed. */
function dataCells(bytes: Uint8Array<ArrayBuffer>): readonly Cell[] {
  const cells: Cell[] = [];
  const separator = separatorOf(bytes);
  let [row, column] = [1, 0];
  for (let at = bytes[0] === 0xef ? 3 : 0; at < bytes.length; at++) {
    if (bytes[at] === quote) {
      const from = at + 1;
      let end = bytes.indexOf(quote, from);
      while (end >= 0 && bytes[end + 1] === quote) end = bytes.indexOf(quote, end + 2);
      if (end < 0) return [];
      if (isData(bytes, from, end)) cells.push({ column, row, from, to: end });
      at = end + 1;
    }
    while (at < bytes.length && bytes[at] !== separator && bytes[at] !== lineFeed) at++;
    if (bytes[at] === separator) column++;
    else if (bytes[at] === lineFeed) [row, column] = [row + 1, 0];
  }
  return cells;
}

/** The sign that stands most often in the first line: comma, semicolon or tab. */
function separatorOf(bytes: Uint8Array): number {
  const counts = new Map([
    [0x2c, 0],
    [0x3b, 0],
    [0x09, 0],
  ]);
  for (const byte of bytes) {
    if (byte === lineFeed || byte === carriageReturn) break;
    const count = counts.get(byte);
    if (count !== undefined) counts.set(byte, count + 1);
  }
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

function isData(bytes: Uint8Array, from: number, to: number): boolean {
  const head = new TextDecoder().decode(bytes.subarray(from, Math.min(to, from + 200))).replaceAll('""', '"');
  return /^\s*[[{(]/.test(head) && beginsAsData(head);
}

/** The column that holds most of what begins as data. */
function fullestOf(cells: readonly Cell[]): number | undefined {
  const sizes = new Map<number, number>();
  for (const { column, from, to } of cells) sizes.set(column, (sizes.get(column) ?? 0) + to - from);
  let fullest: readonly [number, number] | undefined;
  for (const one of sizes) if (fullest === undefined || one[1] > fullest[1]) fullest = one;
  return fullest?.[0];
}
