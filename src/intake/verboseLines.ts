// What curl -v says around a body: lines that begin with *, > or <, counts of data in braces, the progress meter. They are dropped; what is left is the
// body. Knows no grammar of it.

import { byteAfter } from '../json/utf8.ts';
import type { LinedText } from './formText.ts';
import { type MadeBytes, MadeText } from './madeText.ts';
import type { ByteRange } from './sourceMap.ts';

export interface SpokenLines {
  /** The lines that curl did not write itself. */
  readonly body: MadeBytes;
  readonly statuses: readonly { readonly status: number; readonly line: number }[];
  /** Of the last request: `POST /v1/chat/completions`. */
  readonly target: string | undefined;
  readonly headers: number;
  /** What curl said of headers: never shown. */
  readonly hidden: readonly ByteRange[];
}

/** Whether a line is there that only curl -v writes. */
export function isVerbose(text: string): boolean {
  return /^< HTTP\/\d(?:\.\d)? \d{3}/m.test(text) || /^> [A-Z]{3,7} \S+ HTTP\/\d/m.test(text);
}

const said = /^(?:\*(?: |$)|[<>](?: |$)|[{}] \[(?:\d+ bytes data|data not shown)\]$|\s*% Total\b|\s*Dload\b)/;
const meter = /^\r?[\s\d.%kMG]+[\d:-]*--?:--/;
/** Set behind a body that ends without a line break. */
const behind =
  /\* (?:Connection #\d+ to host|Closing connection|Connection \S+ left intact|transfer closed|shutting down|TLSv)[^\n]*$/;
const mostLine = 20_000;

export function spokenLines(input: LinedText): SpokenLines {
  const { bytes, lines } = input;
  const made = new MadeText(bytes);
  const statuses: { status: number; line: number }[] = [];
  const hidden: ByteRange[] = [];
  let headers = 0;
  let target: string | undefined;
  for (let line = 0; line < lines.lineCount; line++) {
    const from = lines.starts[line] as number;
    const next = lines.starts[line + 1] ?? bytes.length;
    const text = input.text(from, Math.min(next, from + mostLine)).trimEnd();
    if (!said.test(text) && !meter.test(text)) {
      made.copy(from, withoutTail(input, from, next));
      continue;
    }
    const status = /^< HTTP\/\d(?:\.\d)? (\d{3})/.exec(text);
    if (status) statuses.push({ status: Number(status[1]), line: line + 1 });
    const request = /^> ([A-Z]{3,7}) (\S+) HTTP\//.exec(text);
    if (request) target = `${request[1]} ${request[2]?.replace(/\?.*/, '')}`;
    const value = /^(?:[<>] [\w-]+:[ \t]?|\*[^:]*\[:?[\w-]+: )/.exec(text);
    if (!value) continue;
    headers++;
    const start = from + value[0].length;
    hidden.push({ from: start, to: Math.max(start, byteAfter(bytes, from, text.length)) });
  }
  return { body: made.finish(), statuses, target, headers, hidden };
}

function withoutTail(input: LinedText, from: number, next: number): number {
  const start = Math.max(from, next - 300);
  const text = input.text(start, next);
  const match = behind.exec(text.trimEnd());
  return match === null ? next : byteAfter(input.bytes, start, match.index);
}
