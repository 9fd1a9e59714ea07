// UTF-8 of a text and where its code units and code points stand in it. Lone surrogates count as U+FFFD, as `TextEncoder` writes them.

const encoder = new TextEncoder();

export function utf8Bytes(text: string): Uint8Array {
  return encoder.encode(text);
}

/** UTF-8 bytes of the first `units` code units of a text. */
export function utf8Length(text: string, units = text.length): number {
  let length = 0;
  for (let at = 0; at < units; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) length += 1;
    else if (unit < 0x800) length += 2;
    else if (isPair(text, at) && at + 1 < units) {
      length += 4;
      at++;
    } else length += 3;
  }
  return length;
}

/** By code point, and the end: the byte at which it begins. */
export function bytesOfPoints(text: string): Uint32Array {
  const places = new Uint32Array(text.length + 1);
  let point = 0;
  let byte = 0;
  for (let at = 0; at < text.length; at++) {
    places[point++] = byte;
    const unit = text.charCodeAt(at);
    if (unit < 0x80) byte += 1;
    else if (unit < 0x800) byte += 2;
    else if (isPair(text, at)) {
      byte += 4;
      at++;
    } else byte += 3;
  }
  places[point] = byte;
  return places.subarray(0, point + 1);
}

function isPair(text: string, at: number): boolean {
  const [high, low] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
}
