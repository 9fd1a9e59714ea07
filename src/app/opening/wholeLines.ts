// The end of a file that somebody is still writing: a last line that is no whole JSON yet is waited for. Knows no document.

import { isJson } from '../../json/isJson.ts';

/** How far an end is looked for, byte by byte from the back; a longer line is written in one go as a rule. */
const longestLine = 4_000_000;
const firstLook = 65_536;
const lineFeed = 0x0a;

/**
 * The content without its last line, where all of it is lines of JSON and that one breaks off. Lines are told by the first one, which is a whole JSON
 * value by itself; whatever else the content may be stays as it is.
 */
export async function wholeLines(content: Blob): Promise<Blob> {
  const end = await lastLineStart(content);
  if (end === undefined || end === content.size) return content;
  if (!(await areLines(content))) return content;
  return isJson(await content.slice(end).text()) ? content : content.slice(0, end);
}

/** Its first line is a whole JSON value by itself, as lines are that are written one after the other. */
export async function areLines(content: Blob): Promise<boolean> {
  const first = await firstLine(content);
  return first !== undefined && isJson(first);
}

/** Where the last line begins, which is the end where it is empty; undefined where there is one line only, or a very long one. */
async function lastLineStart(content: Blob): Promise<number | undefined> {
  for (let look = firstLook; ; look *= 8) {
    const from = Math.max(0, content.size - Math.min(look, longestLine));
    const bytes = new Uint8Array(await content.slice(from).arrayBuffer());
    const at = bytes.lastIndexOf(lineFeed);
    if (at >= 0) return from + at + 1;
    if (from === 0 || look > longestLine) return undefined;
  }
}

async function firstLine(content: Blob): Promise<string | undefined> {
  for (let look = firstLook; ; look *= 8) {
    const bytes = new Uint8Array(await content.slice(0, Math.min(look, longestLine)).arrayBuffer());
    const at = bytes.indexOf(lineFeed);
    if (at >= 0) return new TextDecoder().decode(bytes.subarray(0, at));
    if (look > longestLine) return undefined;
  }
}
