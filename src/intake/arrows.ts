// Hashes of Ruby and maps of Elixir as they are printed (`p`, `inspect`, IO.inspect): `{"id" => 1, :a=>nil, b: true}`, `%{"id" => 1}`. Each sign is read as what JSON
// writes for it. Knows their grammar and no keys.

import { byteAfter, decodeUtf8 } from '../json/utf8.ts';
import { stringEnd } from './balanced.ts';
import type { Form, Reading } from './form.ts';
import { isWhite, LinedText } from './formText.ts';
import { MadeText } from './madeText.ts';

const beginning =
  /^(?:=> )?(?:\[\s*)?(?:%[\w.]*\{|\{\s*(?:"(?:[^"\\\n]|\\.)*"|:[a-z_]\w*[?!]?|:"[^"\\\n]*")\s*=>|\{\s*[a-z_]\w*: (?=[\s\S]{0,20000}[:>]\s*nil\b))/;

export const arrows: Form = {
  id: 'arrows',
  looksLike: ({ text }) => beginning.test(text.trimStart()),
  read(bytes): Reading | undefined {
    const made = new MadeText(bytes);
    const isElixir = /^[\s\uFEFF]*\[?\s*%/.test(decodeUtf8(bytes, 0, Math.min(bytes.length, 200)));
    const language = isElixir ? 'Elixir' : 'Ruby';
    const problem = write(made, bytes);
    if (problem === undefined) {
      const form = isElixir ? 'Elixir map' : 'Ruby hash';
      const notes = [
        `Keys with \`=>\` or a colon, symbols and \`nil\` of ${language} are read as what JSON writes for them.`,
      ];
      return { form, notes, parts: [{ ...made.finish(), isJson: false }] };
    }
    const code = isElixir ? 'IO.puts(Jason.encode!(response))' : 'puts JSON.pretty_generate(response)';
    return {
      isRefused: true,
      title: `This is ${language} that cannot be read`,
      detail: `What stands at line ${new LinedText(bytes).lineAt(problem)} is no value that is known.`,
      advice: `Print it as JSON and paste that: ${code}`,
      byte: problem,
    };
  },
};

const signs =
  /^(?:=>|%[\w.]*(?=\{)|:(?:"|[A-Za-z_]\w*[?!]?(?!\w))|[A-Za-z_]\w*[?!]?|-?\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?)/;

/** Gives the byte of what is not known. */
function write(made: MadeText, bytes: Uint8Array): number | undefined {
  let at = bytes[0] === 0xef ? 3 : 0;
  const lead = /^\s*=> /.exec(decodeUtf8(bytes, at, Math.min(bytes.length, at + 40)));
  if (lead) at = byteAfter(bytes, at, lead[0].length);
  while (at < bytes.length) {
    const byte = bytes[at] as number;
    if (isWhite(byte) || byte === 0x2c || byte === 0x7b || byte === 0x7d || byte === 0x5b || byte === 0x5d) {
      made.copy(at, ++at);
    } else if (byte === 0x22) {
      const end = stringEnd(bytes, at);
      writeString(made, bytes, at, end);
      at = end;
      // A key in quotes: `"a b": 1`.
      if (bytes[at] === 0x3a && bytes[at + 1] === 0x20) made.copy(at, ++at);
    } else {
      const text = decodeUtf8(bytes, at, Math.min(bytes.length, at + 300));
      const sign = signs.exec(text)?.[0];
      if (sign === undefined) return at;
      const end = byteAfter(bytes, at, sign.length);
      const next = writeSign(made, bytes, sign, at, end);
      if (next === undefined) return at;
      at = next;
    }
  }
  return undefined;
}

const words: Readonly<Record<string, string>> = {
  nil: 'null',
  true: 'true',
  false: 'false',
  NaN: 'NaN',
  Infinity: 'Infinity',
};

/** Gives the byte behind it; undefined for a word that is none of JSON. */
function writeSign(made: MadeText, bytes: Uint8Array, sign: string, at: number, end: number): number | undefined {
  if (sign === '=>') made.write(':', at, end);
  else if (sign.startsWith('%')) return end;
  else if (sign === ':"') {
    const close = stringEnd(bytes, at + 1);
    writeString(made, bytes, at + 1, close);
    return close;
  } else if (sign.startsWith(':')) made.write(JSON.stringify(sign.slice(1)), at, end);
  else if (/^[-\d]/.test(sign)) made.write(sign.replaceAll('_', ''), at, end);
  else if (bytes[end] === 0x3a && bytes[end + 1] !== 0x3a) {
    made.write(JSON.stringify(sign), at, end);
    made.copy(end, end + 1);
    return end + 1;
  } else if (Object.hasOwn(words, sign)) made.write(words[sign] as string, at, end);
  else return undefined;
  return end;
}

/** As JSON writes it: `\e`, `\#` and the like are none of its escapes. */
function writeString(made: MadeText, bytes: Uint8Array, from: number, to: number): void {
  let copied = from;
  for (let at = from; at < to; at++) {
    if (bytes[at] !== 0x5c) continue;
    const text = decodeUtf8(bytes, at, Math.min(to, at + 12));
    const match = /^\\(?:u\{([\da-fA-F]{1,6})\}|x([\da-fA-F]{2})|([0-7]{3})|u[\da-fA-F]{4}|["\\/bfnrt]|([\s\S]))/u.exec(
      text,
    );
    if (match === null) continue;
    const written = inJson(match);
    const end = byteAfter(bytes, at, match[0].length);
    if (written !== undefined) {
      made.copy(copied, at);
      made.write(written, at, end);
      copied = end;
    }
    at = end - 1;
  }
  made.copy(copied, to);
}

const letters: Readonly<Record<string, number>> = { a: 7, e: 27, s: 32, v: 11, '0': 0 };

/** Undefined where JSON knows the escape too. */
function inJson([, braces, hex, octal, letter]: RegExpExecArray): string | undefined {
  const written = braces ?? hex;
  const code =
    written !== undefined
      ? Number.parseInt(written, 16)
      : octal !== undefined
        ? Number.parseInt(octal, 8)
        : letter === undefined
          ? undefined
          : (letters[letter] ?? letter.codePointAt(0));
  if (code === undefined) return undefined;
  return JSON.stringify(String.fromCodePoint(Math.min(code, 0x10ffff))).slice(1, -1);
}
