// A log: values behind a time, a level or the name of a logger, which end where their line ends. Each value is a part by itself. Knows no grammar of them.

import { byteAfter } from '../json/utf8.ts';
import { plural } from '../words/numbers.ts';
import { balancedEnd } from './balanced.ts';
import type { Form, Read } from './form.ts';
import { LinedText, skipWhite } from './formText.ts';
import type { ByteRange } from './sourceMap.ts';

/** A time of day, a level, the columns of a container's log, or a logger's name in brackets. */
const prefix =
  /\d{1,2}:\d{2}|\b(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL)\b|^[\w.-]+\s+\|\s|\[[\w.:/ -]+\]|^\w+(?:\.\w+)*:/i;
/** A prefix that is longer is text. */
const mostPrefix = 400;

export const logLines: Form = {
  id: 'log-lines',
  looksLike({ text }) {
    return text.split('\n').some((line) => prefixLength(line) > 0);
  },
  read(bytes): Read | undefined {
    const input = new LinedText(bytes);
    const { lines } = input;
    const taken: ByteRange[] = [];
    let prefixed = 0;
    let reached = 0;
    for (let line = 0; line < lines.lineCount; line++) {
      const from = lines.starts[line] as number;
      if (from < reached) continue;
      const next = lines.starts[line + 1] ?? bytes.length;
      const length = valueAt(input.text(from, Math.min(next, from + mostPrefix * 2)));
      if (length < 0) {
        reached = Math.max(reached, behindValue(bytes, input, from, next));
        continue;
      }
      const start = byteAfter(bytes, from, length);
      const { end, isClosed } = balancedEnd(bytes, start);
      // What does not end where a line ends is a sentence with a value in it; one that ends nowhere is tried once a line at most.
      if (!isClosed) {
        if (end === bytes.length) break;
        continue;
      }
      const after = skipBlank(bytes, end);
      if (after < bytes.length && bytes[after] !== 0x0a && bytes[after] !== 0x0d) continue;
      if (length > 0) prefixed++;
      taken.push({ from: start, to: end });
      reached = end;
    }
    if (prefixed === 0 || taken.length === 0) return undefined;
    const leftOut = input.leftOut(taken.map((one) => withLine(input, one)));
    return {
      form: 'Log lines',
      ...(taken.length > 1 && { facts: [plural(taken.length, 'value')] }),
      notes: [
        `Read what stands behind the prefix of a log in ${plural(prefixed, 'line')}.`,
        ...(leftOut ? [leftOut] : []),
      ],
      parts: taken.map(({ from, to }) => input.part(from, to, `line ${input.lineAt(from)}`)),
    };
  },
};

/** A value of several lines that begins behind text which is no prefix of a log: nothing within it is a line of one. */
function behindValue(bytes: Uint8Array, input: LinedText, from: number, next: number): number {
  const line = input.text(from, Math.min(next, from + mostPrefix * 2));
  const match = /[{[]\s*$/.exec(line);
  if (match === null || next - from > mostPrefix * 2) return 0;
  const { end, isClosed } = balancedEnd(bytes, byteAfter(bytes, from, match.index));
  return isClosed ? end : 0;
}

/** Code units before the value of a line; 0 for none before it, -1 where there is no value behind a prefix of a log. */
function valueAt(line: string): number {
  const match = /(?:^|[\s:=|>\]-])(?=\{\s*["'}]|\{\s*$|\[\s*[[{"]|\[\s*$)/.exec(line);
  if (!match) return -1;
  const length = match.index + match[0].length;
  if (length > mostPrefix) return -1;
  return line.slice(0, length).trim() === '' || prefix.test(line.slice(0, length)) ? length : -1;
}

function prefixLength(line: string): number {
  return line.slice(0, mostPrefix).trim() === '' ? 0 : valueAt(line.slice(0, mostPrefix * 2));
}

function skipBlank(bytes: Uint8Array, at: number): number {
  let next = at;
  while (bytes[next] === 0x20 || bytes[next] === 0x09) next++;
  return Math.min(next, bytes.length);
}

/** The value and what stands before it in its line. */
function withLine(input: LinedText, { from, to }: ByteRange): ByteRange {
  const start = input.lines.starts[input.lineAt(from) - 1] as number;
  return { from: Math.min(skipWhite(input.bytes, start, from), from), to };
}
