// A text each of whose lines begins with what another tool put there: the name of a container, a time, a number, `> ` of a mail or a quotation, `+` of a
// difference. It is taken away, and the rest is read on. Knows no grammar of the rest.

import { plural } from '../words/numbers.ts';
import type { Form, Read } from './form.ts';
import { beginsAsData, LinedText, madePart } from './formText.ts';
import { MadeText } from './madeText.ts';

/** One of these is at the start of every line, but for empty ones. What a value of JSON may begin with is none of them. */
const prefixes: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['the name of a container', /^[\w.-]{1,80} *\| ?/],
  ['the time and stream of a container', /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d) (?:stdout|stderr) [FP] ?/],
  ['a time', /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)[ \t]/],
  ['the name of a pod', /^\[[\w./-]{1,200}\] /],
  ['a line number', /^ {0,8}\d{1,8}(?:\t|[:|] ?)/],
  ['the mark of a quotation', /^> ?/],
  ['the mark of a difference', /^\+/],
];

const leastLines = 2;
const longest = 300;

export const linePrefix: Form = {
  id: 'line-prefix',
  looksLike({ text, isWhole }) {
    const lines = text.split('\n');
    if (!isWhole) lines.pop();
    return prefixOf(lines) !== undefined;
  },
  read(bytes): Read | undefined {
    const input = new LinedText(bytes);
    const { starts, lineCount } = input.lines;
    const bom = bytes[0] === 0xef ? 3 : 0;
    const startOf = (line: number) => (line === 0 ? bom : (starts[line] as number));
    const textOf = (line: number) =>
      input.text(startOf(line), Math.min(starts[line + 1] ?? bytes.length, startOf(line) + longest));
    const first: string[] = [];
    for (let line = 0; line < Math.min(lineCount, 50); line++) first.push(textOf(line));
    const [what, pattern] = prefixOf(first) ?? [];
    if (what === undefined || pattern === undefined) return undefined;
    const made = new MadeText(bytes);
    for (let line = 0; line < lineCount; line++) {
      const from = startOf(line);
      const text = textOf(line);
      const prefix = pattern.exec(text)?.[0];
      if (prefix === undefined && text.trim() !== '') return undefined;
      // Every pattern is ASCII.
      const { length } = prefix ?? '';
      made.copy(from + length, starts[line + 1] ?? bytes.length);
    }
    const result = made.finish();
    if (!beginsAsData(new TextDecoder().decode(result.bytes.subarray(0, 2000)))) return undefined;
    return {
      form: 'Lines with a prefix',
      notes: [`Each of ${plural(lineCount, 'line')} begins with ${what}, which is left out.`],
      parts: [madePart(result, { from: 0, to: bytes.length })],
    };
  },
};

/** The prefix that all of these lines have, where what is left goes on over lines. */
function prefixOf(lines: readonly string[]): (typeof prefixes)[number] | undefined {
  const written = lines.filter((line) => line.trim() !== '').map((line) => line.slice(0, longest));
  if (written.length < leastLines) return undefined;
  return prefixes.find(([, pattern]) => {
    const rests = written.map((line) => {
      const prefix = pattern.exec(line)?.[0];
      return prefix === undefined ? undefined : line.slice(prefix.length);
    });
    return rests.every((rest) => rest !== undefined) && goesOn(rests);
  });
}

/** Values that end where their line ends are a log, which is read as one. */
function goesOn([first = '', second = '']: readonly string[]): boolean {
  if (/^(?:data|event|id|retry):/.test(first) || /^\s*(?:```|~~~)/.test(first)) return true;
  return beginsAsData(`${first.trimEnd()}\n${second}`) && /[[{(,]\s*$/.test(first);
}
