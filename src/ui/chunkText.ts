// Cuts a long text into blocks that can be laid out one by one. Pure and linear; knows no markup.

/** One block. `rows` is a guess of its height in lines of text; `goesOn` says that its last line is not over. */
export interface TextChunk {
  readonly text: string;
  readonly rows: number;
  readonly goesOn: boolean;
}

const leastLength = 4096;
const mostLength = 8192;
const mostLines = 200;
/** Characters that are taken to fit on one wrapped line. */
const lineGuess = 90;

/**
 * Cuts behind a line feed once a block has 4,096 UTF-16 units or 200 lines, and inside a line at 8,192; never inside a surrogate
 * pair and never between CR and LF. The blocks together are exactly the text.
 */
export function chunkText(text: string, isWrapped: boolean): readonly TextChunk[] {
  const chunks: TextChunk[] = [];
  let from = 0;
  while (from < text.length) {
    const to = endOfChunk(text, from);
    const part = text.slice(from, to);
    const goesOn = to < text.length && !part.endsWith('\n');
    chunks.push({ text: part, rows: rowsOf(part, isWrapped), goesOn });
    from = to;
  }
  return chunks;
}

function endOfChunk(text: string, from: number): number {
  if (text.length - from <= leastLength) return text.length;
  let feed = from - 1;
  for (let lines = 1; lines <= mostLines; lines += 1) {
    feed = text.indexOf('\n', feed + 1);
    if (feed < 0 || feed >= from + mostLength) break;
    if (feed + 1 - from >= leastLength || lines === mostLines) return feed + 1;
  }
  const to = from + mostLength;
  const isPair = /^[\ud800-\udbff][\udc00-\udfff]|^\r\n/.test(text.slice(to - 1, to + 1));
  return isPair ? to - 1 : to;
}

function rowsOf(part: string, isWrapped: boolean): number {
  let rows = 0;
  let lineFrom = 0;
  while (lineFrom < part.length) {
    const feed = part.indexOf('\n', lineFrom);
    const lineTo = feed < 0 ? part.length : feed;
    rows += isWrapped ? Math.max(1, Math.ceil((lineTo - lineFrom) / lineGuess)) : 1;
    lineFrom = lineTo + 1;
  }
  return rows;
}
