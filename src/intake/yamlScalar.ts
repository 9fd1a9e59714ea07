// The text that a scalar of YAML stands for (YAML 1.2.2, sections 7.3, 8.1 and 6.5), with the way back to its characters; base64 decoded. Knows no tree.

import { decodeUtf8 } from '../json/utf8.ts';
import { decodeBase64 } from './base64.ts';
import { type MadeBytes, MadeText } from './madeText.ts';
import { utf8Of } from './unescape.ts';
import type { YamlScalar } from './yaml.ts';

/** Its map goes to `bytes`. */
export function scalarText(bytes: Uint8Array, scalar: YamlScalar): MadeBytes {
  if (scalar.isBinary) {
    const isQuoted = scalar.style === 'single' || scalar.style === 'double';
    const decoded = decodeBase64(bytes, isQuoted ? scalar.from + 1 : scalar.from, isQuoted ? scalar.to - 1 : scalar.to);
    if (decoded) return decoded;
  }
  const made = new MadeText(bytes, scalar.to - scalar.from);
  if (scalar.style === 'literal' || scalar.style === 'folded') writeBlock(made, bytes, scalar);
  else writeFlow(made, bytes, scalar);
  return made.finish();
}

function writeFlow(made: MadeText, bytes: Uint8Array, { style, from, to }: YamlScalar): void {
  const end = style === 'plain' ? to : to - 1;
  let at = style === 'plain' ? from : from + 1;
  while (at < end) {
    const byte = bytes[at] as number;
    if (byte === 0x5c && style === 'double') at = writeEscape(made, bytes, at, end);
    else if (byte === 0x27 && style === 'single') {
      made.byte(0x27, at, at + 2);
      at += 2;
    } else if (byte === 0x0a || byte === 0x0d || byte === 0x20 || byte === 0x09) at = writeSpace(made, bytes, at, end);
    else {
      let next = at + 1;
      while (next < end && isText(bytes[next] as number, style)) next++;
      made.copy(at, next);
      at = next;
    }
  }
}

function isText(byte: number, style: YamlScalar['style']): boolean {
  if (byte <= 0x20) return byte !== 0x0a && byte !== 0x0d && byte !== 0x20 && byte !== 0x09;
  return !(byte === 0x5c && style === 'double') && !(byte === 0x27 && style === 'single');
}

/** Spaces as they are; around a line break they go, one break is a space, each further one a break. */
function writeSpace(made: MadeText, bytes: Uint8Array, at: number, end: number): number {
  let next = at;
  let breaks = 0;
  while (next < end) {
    const byte = bytes[next] as number;
    if (byte === 0x0a || (byte === 0x0d && bytes[next + 1] !== 0x0a)) breaks++;
    else if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) break;
    next++;
  }
  if (breaks === 0) made.copy(at, next);
  else made.write(breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), at, next);
  return next;
}

const letters: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\u0007',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\u001b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};

function writeEscape(made: MadeText, bytes: Uint8Array, at: number, end: number): number {
  const letter = String.fromCharCode(bytes[at + 1] ?? 0);
  const stands = letters[letter];
  if (stands !== undefined) {
    made.write(stands, at, at + 2);
    return at + 2;
  }
  if (letter === '\n' || letter === '\r') {
    // The line goes on; what indents the next one goes.
    let next = at + 2;
    while (next < end && (bytes[next] === 0x20 || bytes[next] === 0x09 || bytes[next] === 0x0a)) next++;
    return next;
  }
  const digits = letter === 'x' ? 2 : letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
  const code = Number.parseInt(decodeUtf8(bytes, at + 2, at + 2 + digits), 16);
  if (digits === 0 || !(code <= 0x10ffff)) {
    made.copy(at, Math.min(at + 2, end));
    return Math.min(at + 2, end);
  }
  made.write(utf8Of(code), at, at + 2 + digits);
  return at + 2 + digits;
}

function writeBlock(made: MadeText, bytes: Uint8Array, { style, from, to, indent, chomping }: YamlScalar): void {
  const lines = linesOfBlock(bytes, from, to, indent);
  let last = lines.length - 1;
  while (last >= 0 && lines[last]?.isEmpty) last--;
  for (let k = 0; k <= last; k++) {
    const line = lines[k];
    if (!line) continue;
    made.copy(line.from, line.to);
    if (k === last) break;
    if (style === 'literal') made.write('\n', line.to, line.next);
    else writeFold(made, lines, k);
  }
  const end = lines[last];
  if (end && chomping !== 'strip' && end.next > end.to) made.write('\n', end.to, end.next);
  if (chomping === 'keep') for (const { to: lineEnd, next } of lines.slice(last + 1)) made.write('\n', lineEnd, next);
}

interface BlockLine {
  readonly from: number;
  readonly to: number;
  readonly next: number;
  readonly isEmpty: boolean;
  /** It begins with white space, so that its breaks stay. */
  readonly isDeeper: boolean;
}

function linesOfBlock(bytes: Uint8Array, from: number, to: number, indent: number): BlockLine[] {
  const lines: BlockLine[] = [];
  for (let at = from; at < to; ) {
    const feed = bytes.indexOf(0x0a, at);
    const next = feed < 0 || feed >= to ? to : feed + 1;
    let end = feed < 0 || feed >= to ? to : feed;
    if (end > at && bytes[end - 1] === 0x0d) end--;
    let start = at;
    while (start < end && start - at < indent && bytes[start] === 0x20) start++;
    const isDeeper = bytes[start] === 0x20 || bytes[start] === 0x09;
    lines.push({ from: start, to: end, next, isEmpty: start === end, isDeeper });
    at = next;
  }
  return lines;
}

/** The break behind a line of a folded block: a space before text, and for each empty line a break. */
function writeFold(made: MadeText, lines: readonly BlockLine[], k: number): void {
  const line = lines[k] as BlockLine;
  const next = lines[k + 1] as BlockLine;
  if (line.isEmpty || line.isDeeper || next.isDeeper) made.write('\n', line.to, line.next);
  else if (!next.isEmpty) made.write(' ', line.to, line.next);
  else {
    // Text behind empty lines: the first break goes, unless what follows them is deeper.
    let after = k + 1;
    while (lines[after]?.isEmpty) after++;
    if (lines[after]?.isDeeper) made.write('\n', line.to, line.next);
  }
}
