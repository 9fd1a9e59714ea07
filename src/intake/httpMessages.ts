// HTTP messages as text (RFC 9112; HTTP/2 and 3 as curl prints them): requests and responses one after the other, their headers looked at and never
// handed on. Knows no client.

import { byteAfter } from '../json/utf8.ts';
import type { LinedText } from './formText.ts';
import type { ByteRange } from './sourceMap.ts';

export interface HttpMessage {
  readonly kind: 'request' | 'response';
  /** Where its first line begins. */
  readonly from: number;
  /** Of a response: 200. */
  readonly status: number;
  /** Of a request: `POST /v1/chat/completions`. */
  readonly target: string;
  /** What the values of its headers take up: never shown. */
  readonly headerValues: readonly ByteRange[];
  readonly isChunked: boolean;
  readonly body: ByteRange;
}

export const statusLine = /^[ \t]{0,2}HTTP\/\d(?:\.\d)? (\d{3})(?: |\r|$)/;
export const requestLine = /^([A-Z]{3,7}) (\S+) HTTP\/\d/;
/** Wget indents them by two spaces and sets no empty line behind them. */
const header = /^( {0,2})([\w!#$%&'*+.^`|~-]+):[ \t]?/;
/** No line of a header is longer. */
const mostLine = 20_000;

/** The messages of a text, in order; each body goes on until the next message. */
export function httpMessages(input: LinedText): HttpMessage[] {
  const { lines, bytes } = input;
  const messages: HttpMessage[] = [];
  let open: Omit<HttpMessage, 'body'> | undefined;
  let bodyFrom = 0;
  const close = (to: number) => {
    if (open) messages.push({ ...open, body: { from: Math.min(bodyFrom, to), to } });
    open = undefined;
  };
  for (let line = 0; line < lines.lineCount; line++) {
    const from = firstLineIn(input, line);
    const text = lineText(input, line, from);
    const status = statusLine.exec(text);
    const request = status ? null : requestLine.exec(text);
    if (!status && !request) continue;
    const { values, isChunked, next } = headersAfter(input, line, /^ */.exec(text)?.[0].length ?? 0);
    if (from > (lines.starts[line] as number) && values.length === 0) continue;
    close(from);
    open = {
      kind: status ? 'response' : 'request',
      from,
      status: Number(status?.[1] ?? 0),
      target: request ? `${request[1]} ${request[2]?.replace(/\?.*/, '')}` : '',
      headerValues: values,
      isChunked,
    };
    line = next - 1;
    bodyFrom = lines.starts[next] ?? bytes.length;
  }
  close(bytes.length);
  return messages;
}

/** The headers below a first line; `next`: the line, from 0, at which the body begins. */
function headersAfter(input: LinedText, first: number, indent: number) {
  const values: ByteRange[] = [];
  let isChunked = false;
  let line = first + 1;
  for (; line < input.lines.lineCount; line++) {
    const text = lineText(input, line);
    if (text.trim() === '') return { values, isChunked, next: line + 1 };
    const match = header.exec(text);
    if (!match || match[1]?.length !== indent) break;
    const from = (input.lines.starts[line] as number) + match[0].length;
    values.push({ from, to: byteAfter(input.bytes, from, text.slice(match[0].length).trimEnd().length) });
    if (/^transfer-encoding$/i.test(match[2] ?? '') && /chunked/i.test(text)) isChunked = true;
  }
  return { values, isChunked, next: line };
}

/** Where a first line may begin: with its line, or right behind a body that ended without a line break. */
function firstLineIn(input: LinedText, line: number): number {
  const from = input.lines.starts[line] as number;
  const next = input.lines.starts[line + 1] ?? input.bytes.length;
  const tailFrom = Math.max(from, next - 100);
  const tail = input.text(tailFrom, next);
  const match = /(?<=[}\]"])HTTP\/\d(?:\.\d)? \d{3}[^"{}[\]]*$/.exec(tail);
  return match ? next - (tail.length - match.index) : from;
}

function lineText(input: LinedText, line: number, from = input.lines.starts[line] as number): string {
  const next = input.lines.starts[line + 1] ?? input.bytes.length;
  return input.text(from, Math.min(next, from + mostLine)).trimEnd();
}

/** What a status that is no success means to the person who asked, and what to do (RFC 9110, section 15; 429: RFC 6585). */
export function statusMeaning(status: number): string | undefined {
  const known: Readonly<Record<number, string>> = {
    400: 'The provider did not understand the request. Its message says which field.',
    401: 'The key is missing, wrong or revoked. Check the key and which project it is of, then send again.',
    402: 'There is no credit left. Check the billing of the account.',
    403: 'The key may not do this: the model, the region or the organisation is not allowed.',
    404: 'The address or the model does not exist for this key. Check the name of the model and the address.',
    408: 'The request took too long to arrive. Send it again.',
    413: 'The request is too long. Send less.',
    422: 'The request is well formed and its values are not allowed. The message says which.',
    429: 'Too much was asked in a short time, or the quota is used up. Wait as long as retry-after says, then send again, fewer at a time.',
    500: 'The provider failed. Send again later.',
    502: 'Something between here and the provider failed. Send again later.',
    503: 'The provider is overloaded or down. Send again later.',
    504: 'The provider did not answer in time. Send again later, or ask for a stream.',
    529: 'The provider is overloaded. Send again later.',
  };
  if (status < 400) return undefined;
  return known[status] ?? (status < 500 ? 'The request was refused.' : 'The provider failed. Send again later.');
}
