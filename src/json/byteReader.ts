// Steps over JSON that a pass has accepted, straight over its bytes and without a table: white space, strings, keys, whole values. Total on any
// bytes: what is not there gives -1, and every step goes on. Must not know what keys mean.

/** Bytes with a view that reads eight of them at once. */
export interface ViewedBytes {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

export function viewedBytes(bytes: Uint8Array): ViewedBytes {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}

const eightSpaces = new DataView(new Uint8Array(8).fill(0x20).buffer).getFloat64(0);

/** The first byte at or after `at` that is no white space; `to` where there is none. */
export function skipSpace(text: ViewedBytes, at: number, to: number): number {
  return at < to && (text.bytes[at] as number) > 0x20 ? at : skipSpaces(text, at, to);
}

function skipSpaces({ bytes, view }: ViewedBytes, at: number, to: number): number {
  const last = to - 8;
  while (at < to) {
    const byte = bytes[at] as number;
    if (byte > 0x20) return at;
    at++;
    if (byte === 0x0a) {
      // Lines of a document that is written to be read begin with many of them.
      while (at <= last && view.getFloat64(at) === eightSpaces) at += 8;
    } else if (byte !== 0x20 && byte !== 0x0d && byte !== 0x09) return at - 1;
  }
  return at;
}

/** The byte after the string whose opening quote stands at `at`; -1 where none stands there or it does not end. */
export function stringEnd(bytes: Uint8Array, at: number, to: number): number {
  if (bytes[at] !== 0x22) return -1;
  for (at++; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte === 0x22) return at + 1;
    if (byte === 0x5c) at++;
  }
  return -1;
}

/** The byte of the value of the member whose key ends before `at`; -1 where no colon and value follow. */
export function memberValue(text: ViewedBytes, at: number, to: number): number {
  const colon = skipSpace(text, at, to);
  if (colon >= to || text.bytes[colon] !== 0x3a) return -1;
  const value = skipSpace(text, colon + 1, to);
  return value < to ? value : -1;
}

/**
 * After a member that ends before `at`: where the next one begins, or minus one minus the byte after the bracket that closes the container.
 * 0 where neither follows.
 */
export function nextMember(text: ViewedBytes, at: number, to: number, close: number): number {
  const after = skipSpace(text, at, to);
  if (after >= to) return 0;
  const byte = text.bytes[after];
  if (byte === 0x2c) return skipSpace(text, after + 1, to);
  return byte === close ? -2 - after : 0;
}

/** As `nextMember`, for a container whose opening bracket stands at `at`. */
export function firstMember(text: ViewedBytes, at: number, to: number, close: number): number {
  const first = skipSpace(text, at + 1, to);
  if (first >= to) return 0;
  return text.bytes[first] === close ? -2 - first : first;
}

/** The byte after the value that begins at `at`; -1 where it does not end. */
export function valueEnd(text: ViewedBytes, at: number, to: number): number {
  const { bytes } = text;
  const first = bytes[at];
  if (first === 0x22) return stringEnd(bytes, at, to);
  if (first === 0x5b) return numbersEnd(text, at, to);
  return first === 0x7b ? containerEnd(text, at, to) : wordEnd(bytes, at, to);
}

/** As `valueEnd` for a list, which often is one of numbers. */
function numbersEnd(text: ViewedBytes, from: number, to: number): number {
  const { bytes } = text;
  let at = from + 1;
  while (at < to) {
    const byte = bytes[at] as number;
    if (byte === 0x0a) at = skipSpaces(text, at, to);
    else if (byte > 0x39 || byte === 0x22) break;
    else at++;
  }
  return at < to && bytes[at] === 0x5d ? at + 1 : containerEnd(text, from, to);
}

function containerEnd(text: ViewedBytes, at: number, to: number): number {
  const { bytes } = text;
  let depth = 0;
  while (at < to) {
    const byte = bytes[at] as number;
    if (byte === 0x22) {
      at = stringEnd(bytes, at, to);
      if (at < 0) return -1;
      continue;
    }
    if (byte === 0x0a) {
      at = skipSpaces(text, at, to);
      continue;
    }
    at++;
    // Brackets of both kinds, which differ by one bit that is of no account here.
    if ((byte | 0x20) === 0x7b) depth++;
    else if ((byte | 0x20) === 0x7d && --depth === 0) return at;
  }
  return -1;
}

/** The byte after a number or a word; -1 where none begins at `at`. */
function wordEnd(bytes: Uint8Array, at: number, to: number): number {
  const from = at;
  while (at < to) {
    const byte = bytes[at] as number;
    if (byte <= 0x20 || byte === 0x2c || byte === 0x5d || byte === 0x7d || byte === 0x3a || byte === 0x22) break;
    at++;
  }
  return at > from ? at : -1;
}

/** Whether `null` stands at `at`. */
export function isNull(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x6e && bytes[at + 1] === 0x75 && bytes[at + 2] === 0x6c && bytes[at + 3] === 0x6c;
}
