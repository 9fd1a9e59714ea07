// Looks at what a person brought and says whether it is text to go on with, or why not. Turns UTF-16 into UTF-8, and says so. Which form of text it is
// is decided by `pipeline.ts`; grammar is the strict pass's business.

import { looksLikeTar } from './tar.ts';

/** Text to go on with, as UTF-8, and what was done to get it; or an archive, which is unpacked later. */
export interface Recognised {
  readonly isText: true;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** For people: `JSON`. */
  readonly form: string;
}

/** Why the input cannot be read as text: what it is and what to do. */
export interface Refused {
  readonly isText: false;
  readonly kind: 'empty' | 'not-text';
  readonly title: string;
  readonly detail: string;
  readonly advice: string;
}

interface Signature {
  readonly what: string;
  readonly detail?: string;
  readonly bytes: readonly (number | undefined)[];
  readonly advice: string;
}

const openText = 'Open the JSON text of the response instead.';
const unpackIt = 'Unpack it and open the file inside, or pack it as zip or gzip.';

/** Magic numbers of the files that people drop by mistake (media types registry, PNG, JPEG, GIF, RIFF, PDF, 7z, bzip2, xz). */
const signatures: readonly Signature[] = [
  { what: 'a PNG image', bytes: [0x89, 0x50, 0x4e, 0x47], advice: openText },
  { what: 'a JPEG image', bytes: [0xff, 0xd8, 0xff], advice: openText },
  { what: 'a GIF image', bytes: [0x47, 0x49, 0x46, 0x38], advice: openText },
  {
    what: 'a WebP image',
    bytes: [0x52, 0x49, 0x46, 0x46, undefined, undefined, undefined, undefined, 0x57, 0x45, 0x42, 0x50],
    advice: openText,
  },
  { what: 'a PDF document', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], advice: openText },
  { what: 'a 7z archive', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], advice: unpackIt },
  { what: 'a bzip2 file', bytes: [0x42, 0x5a, 0x68, undefined, 0x31, 0x41, 0x59], advice: unpackIt },
  { what: 'an xz file', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], advice: unpackIt },
  {
    what: 'an SQLite database',
    bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66],
    detail: 'Tools such as llm and LiteLLM keep their logs in one.',
    advice:
      'Write them as JSON, for example llm logs --json > logs.json, or sqlite3 -json FILE "select * from responses". Then open that.',
  },
  {
    what: 'a Parquet file',
    bytes: [0x50, 0x41, 0x52, 0x31],
    detail: 'It is a table in columns and no text.',
    advice:
      'Turn it into lines of JSON, in Python: pandas.read_parquet("FILE").to_json("rows.jsonl", orient="records", lines=True).',
  },
  {
    what: 'an Arrow file',
    bytes: [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31],
    detail: 'It is a table in columns and no text.',
    advice: 'Turn it into lines of JSON, in Python: datasets.Dataset.from_file("FILE").to_json("rows.jsonl").',
  },
  {
    what: 'a file of Excel, Word or Outlook in the old format',
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    detail: 'It is not text.',
    advice: 'Copy the cell that holds the response and paste it here, or save the table as CSV.',
  },
  ...[2, 3, 4, 5].map((version) => ({
    what: 'a pickle of Python',
    bytes: [0x80, version],
    detail: 'Reading one can run programs, so it is not read.',
    advice:
      'In Python, and only with a pickle that you trust: import json, pickle; json.dump(pickle.load(open("FILE", "rb")), open("file.json", "w"), default=repr). Then open file.json.',
  })),
];

/** gzip, zip (empty too), zstd: forms read them. */
const archives: readonly (readonly number[])[] = [
  [0x1f, 0x8b],
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x28, 0xb5, 0x2f, 0xfd],
];

function isArchive(bytes: Uint8Array): boolean {
  return archives.some((magic) => magic.every((byte, at) => bytes[at] === byte)) || looksLikeTar(bytes);
}

/** Decides on the first bytes; never throws. `bytes` is returned as it is unless the text was UTF-16. */
export function recognise(bytes: Uint8Array<ArrayBuffer>): Recognised | Refused {
  if (bytes.length === 0) return empty('It holds no bytes.');
  if (isArchive(bytes)) return { isText: true, bytes, form: 'archive' };
  const signature = signatures.find((one) => one.bytes.every((byte, at) => byte === undefined || bytes[at] === byte));
  if (signature) return notText(`This is ${signature.what}`, signature.detail ?? 'It is not text.', signature.advice);
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  if (utf16) {
    const text = new TextDecoder(utf16).decode(bytes);
    if (text.trim() === '') return empty('It holds white space only.');
    const utf8 = new TextEncoder().encode(text);
    return { isText: true, bytes: utf8, form: 'JSON, turned from UTF-16 into UTF-8' };
  }
  const start = bytes.subarray(0, 4096);
  const zero = start.indexOf(0);
  if (zero >= 0 && !looksLikeJson(start)) {
    return notText('This is not text', `Byte ${zero} is zero, as in programs, images and archives.`, openText);
  }
  if (isBlank(bytes)) return empty('It holds white space only.');
  return { isText: true, bytes, form: 'JSON' };
}

/**
 * UTF-8 of a pasted text. A lone surrogate, which UTF-8 has no form for, is written as its three surrogate bytes (WTF-8), so that the
 * strict pass reports it at its place instead of a replacement character that nobody pasted.
 */
export function encodeText(text: string): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  if (text.isWellFormed()) return encoder.encode(text);
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const match of text.matchAll(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g)) {
    const unit = text.charCodeAt(match.index);
    parts.push(encoder.encode(text.slice(from, match.index)));
    parts.push(Uint8Array.of(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)));
    from = match.index + 1;
  }
  parts.push(encoder.encode(text.slice(from)));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function empty(detail: string): Refused {
  return {
    isText: false,
    kind: 'empty',
    title: 'There is nothing to read',
    detail,
    advice: 'Paste the whole response, from the first { to the last }, or open its file.',
  };
}

function notText(title: string, detail: string, advice: string): Refused {
  return { isText: false, kind: 'not-text', title, detail, advice };
}

function looksLikeJson(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);
  return first === 0x7b || first === 0x5b;
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}
