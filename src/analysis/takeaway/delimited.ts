// Tables as CSV (RFC 4180) and TSV: fields, lines, and what is done so that a spreadsheet runs none of them. Pure; knows no column.

import type { Cell } from './cell.ts';

export type DelimitedForm = 'csv' | 'tsv';

/** RFC 4180 ends lines with CR LF; what reads and pastes TSV expects LF. */
const shapes = { csv: { separator: ',', lineEnd: '\r\n' }, tsv: { separator: '\t', lineEnd: '\n' } } as const;

export interface DelimitedLine {
  /** With its line end. */
  readonly text: string;
  /** Fields that were given an apostrophe (`isFormula`). */
  readonly defused: number;
}

const plainNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Whether a spreadsheet would run the text: it begins with `=`, `+`, `-`, `@`, tab or CR and is no plain number (OWASP, CSV injection). */
export function isFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text) && !plainNumber.test(text);
}

/** The cells as one line. An absent cell and `null` are empty fields; a formula has an apostrophe before it. */
export function delimitedLine(cells: readonly Cell[], form: DelimitedForm): DelimitedLine {
  const { separator, lineEnd } = shapes[form];
  let defused = 0;
  const fields = cells.map((cell) => {
    const text = cell === undefined || (cell.kind === 'json' && cell.text === 'null') ? '' : cell.text;
    if (!isFormula(text)) return field(text, separator);
    defused++;
    return field(`'${text}`, separator);
  });
  // A line of one empty field would be an empty line, which readers skip.
  const line = fields.length === 1 && fields[0] === '' ? '""' : fields.join(separator);
  return { text: line + lineEnd, defused };
}

function field(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
