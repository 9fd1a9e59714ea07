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

/** Runs of characters that are drawn as signs: each is an element of its own, and wider than a character. */
const mostSigns = 200;
const signWidth = 6;

/** From this length on, in UTF-16 units, a text is laid out block by block. */
const longLength = 16_384;

/** Whether a text is worth being cut: it is long, or holds very many signs. */
export function isLongText(text: string): boolean {
  return text.length > longLength || withFewSigns(text, 0, text.length).to < text.length;
}

/**
 * Cuts behind a line feed once a block has 4,096 UTF-16 units or 200 lines, and inside a line at 8,192 or behind 200 signs for
 * what cannot be seen; never inside a surrogate pair and never between CR and LF. The blocks together are exactly the text.
 */
export function chunkText(text: string, isWrapped: boolean): readonly TextChunk[] {
  const chunks: TextChunk[] = [];
  let from = 0;
  while (from < text.length) {
    const { to, signs } = withFewSigns(text, from, endOfChunk(text, from));
    const part = text.slice(from, to);
    const goesOn = to < text.length && !part.endsWith('\n');
    const rows = rowsOf(part, isWrapped) + (isWrapped ? Math.floor((signs * signWidth) / lineGuess) : 0);
    chunks.push({ text: part, rows, goesOn });
    from = to;
  }
  return chunks;
}

function endOfChunk(text: string, from: number): number {
  if (text.length - from <= leastLength) return text.length;
  // Not in all of the text: where it has no line feed that would be gone through to its end for each block.
  const near = text.slice(from, from + mostLength);
  let feed = -1;
  for (let lines = 1; lines <= mostLines; lines += 1) {
    feed = near.indexOf('\n', feed + 1);
    if (feed < 0) break;
    if (feed + 1 >= leastLength || lines === mostLines) return from + feed + 1;
  }
  const to = from + mostLength;
  const isPair = /^[\ud800-\udbff][\udc00-\udfff]|^\r\n/.test(text.slice(to - 1, to + 1));
  return isPair ? to - 1 : to;
}

/** The end of a block that is no longer than to `end` and has no more than so many signs, and how many it has. */
function withFewSigns(text: string, from: number, end: number): { readonly to: number; readonly signs: number } {
  let signs = 0;
  let before = 0;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (mayBeSign(code) && code !== before) {
      if (signs === mostSigns) return { to: isLow(code) ? at - 1 : at, signs };
      signs++;
    }
    before = code;
  }
  return { to: end, signs };
}

/** Cheap and generous: every code unit that can begin a sign which is drawn always, and few others. */
function mayBeSign(code: number): boolean {
  if (code < 0x7f) return code < 0x20 && code !== 0x0a && code !== 0x09 && code !== 0x0d;
  if (code < 0x2000) return code < 0xa0 || code === 0xad || code === 0x34f || code === 0x61c || isFiller(code);
  return code < 0x2070 ? code > 0x200a : code === 0x3164 || code === 0xfeff || code === 0xffa0 || code === 0xdb40;
}

function isFiller(code: number): boolean {
  return code === 0x115f || code === 0x1160 || code === 0x180e;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
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
