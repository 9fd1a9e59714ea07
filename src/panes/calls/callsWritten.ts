// The matrix of calls as rows of texts, to be taken away. Pure.

import type { CallMatrix } from '../../analysis/calls/callMatrix.ts';
import { inline, tableLines } from '../../analysis/takeaway/markdown.ts';
import { plural } from '../../words/numbers.ts';
import type { CallLine } from './callRows.ts';

/** As on screen, in full: a value as it is written, `absent` for none, nothing where a figure is not known. */
export function* callRows(lines: readonly CallLine[], count: number): Generator<readonly string[]> {
  for (const line of lines) {
    const cells = Array.from({ length: count }, (_, at) => {
      if (line.kind === 'field') {
        const place = line.row.cells[at] ?? -1;
        return place < 0 ? 'absent' : (line.row.values[place] ?? '');
      }
      const value = line.valueAt(at);
      return Number.isNaN(value) ? '' : line.text(value);
    });
    yield [line.name, ...cells];
  }
}

export function* callsMarkdown(
  matrix: CallMatrix,
  lines: readonly CallLine[],
  names: readonly string[],
  documentName: string,
): Generator<string> {
  yield '# Calls\n\n';
  const differ = `${plural(matrix.differing.length, 'field')} of ${plural(matrix.responses, 'call')} differ`;
  yield `${inline(documentName)}: ${differ}\n\n`;
  for (const line of tableLines(['Field', ...names], callRows(lines, names.length))) yield `${line}\n`;
  if (matrix.equal.length === 0) return;
  yield '\n## The same in all\n\n';
  for (const { path, value } of matrix.equal) yield `- ${inline(path)} = ${inline(value)}\n`;
  if (matrix.leftOut > 0) yield `\n${plural(matrix.leftOut, 'value')} of further fields left out\n`;
}
