// Steps over JSON that a pass has accepted, straight over its bytes and without a table: white space, strings, whole values.
// Total on any bytes: what is not there gives -1, and every step goes on. Must not know what keys mean.

/** The first byte at or after `at` that is no white space; `to` where there is none. */
export function skipSpace(bytes: Uint8Array, at: number, to: number): number {
  while (at < to) {
    const byte = bytes[at] as number;
    if (byte > 0x20 || (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09)) return at;
    at++;
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
export function memberValue(bytes: Uint8Array, at: number, to: number): number {
  const colon = skipSpace(bytes, at, to);
  if (bytes[colon] !== 0x3a || colon >= to) return -1;
  const value = skipSpace(bytes, colon + 1, to);
  return value < to ? value : -1;
}

/**
 * After a member that ends before `at`: where the next one begins, or minus one minus the byte after the bracket that closes the container.
 * 0 where neither follows.
 */
export function nextMember(bytes: Uint8Array, at: number, to: number, close: number): number {
  const after = skipSpace(bytes, at, to);
  if (after >= to) return 0;
  const byte = bytes[after];
  if (byte === 0x2c) return skipSpace(bytes, after + 1, to);
  return byte === close ? -2 - after : 0;
}

/** As `nextMember`, for a container whose opening bracket stands at `at`. */
export function firstMember(bytes: Uint8Array, at: number, to: number, close: number): number {
  const first = skipSpace(bytes, at + 1, to);
  if (first >= to) return 0;
  return bytes[first] === close ? -2 - first : first;
}

/** The byte after the value that begins at `at`; -1 where it does not end. */
export function valueEnd(bytes: Uint8Array, at: number, to: number): number {
  const first = bytes[at];
  if (first === 0x22) return stringEnd(bytes, at, to);
  if (first !== 0x5b && first !== 0x7b) return wordEnd(bytes, at, to);
  let depth = 0;
  while (at < to) {
    const byte = bytes[at] as number;
    if (byte === 0x22) {
      at = stringEnd(bytes, at, to);
      if (at < 0) return -1;
      continue;
    }
    at++;
    // Both kinds of brackets differ from their partners by two, and from each other by one bit that is of no account here.
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
