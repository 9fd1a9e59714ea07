// Asks for the lines in view, page by page, and for other parts of long lines where a person or the selection is elsewhere in them.
// Knows no elements.

import type { SourceLine } from '../../response/questions.ts';
import { useAnswer } from '../../state/answer.ts';

/** Lines per page. */
const pageLines = 200;
/** Bytes of a line that are shown at once, about as many characters. */
export const lineWidth = 2000;

/** By line: a byte that the part shown of it must hold. */
export type LineWindows = ReadonlyMap<number, number>;

/** Lines around `[first, last]`, by number; earlier ones stay until these arrive. */
export function useSourceLines(
  lineCount: number | undefined,
  first: number,
  last: number,
  windows: LineWindows,
): (line: number) => SourceLine | undefined {
  const from = Math.floor((first - 1) / pageLines);
  const to = Math.floor((last - 1) / pageLines);
  const pages = useAnswer(lineCount === undefined ? undefined : `lines ${from} ${to}`, async (questions) => {
    const numbers = Array.from({ length: to - from + 1 }, (_, at) => from + at);
    const found = await Promise.all(
      numbers.map((page) => questions.lines(page * pageLines + 1, pageLines, lineWidth, -1)),
    );
    return found.flat();
  });
  const key = [...windows].map(([line, byte]) => `${line}:${byte}`).join(' ');
  const moved = useAnswer(lineCount === undefined || key === '' ? undefined : `windows ${key}`, async (questions) => {
    const found = await Promise.all([...windows].map(([line, byte]) => questions.lines(line, 1, lineWidth, byte)));
    return new Map(found.flat().map((line) => [line.line, line]));
  });
  const firstLine = pages.value?.[0]?.line ?? 1;
  return (line) => (windows.has(line) ? moved.value?.get(line) : undefined) ?? pages.value?.[line - firstLine];
}
