// A text that is base64 from end to end, alone or behind `data:…;base64,`: what it stands for is read on, where that is text or an archive. Knows no form of it.

import { decodeBase64 } from './base64.ts';
import type { Form, Read } from './form.ts';
import { beginsAsData, madePart } from './formText.ts';

const leastDigits = 24;
const signs = /^(?:data:[^,\s]{0,200};base64,)?[A-Za-z0-9+/\s]+={0,2}$/;
/** gzip, zip, zstd. */
const archives = [
  [0x1f, 0x8b],
  [0x50, 0x4b],
  [0x28, 0xb5],
];

export const base64Text: Form = {
  id: 'base64',
  looksLike: ({ text }) => text.trim().length >= leastDigits && signs.test(text.trim()),
  read(bytes): Read | undefined {
    const head = new TextDecoder().decode(bytes.subarray(0, 300));
    const from = /^\s*data:[^,]{0,200},/.exec(head)?.[0].length ?? 0;
    let to = bytes.length;
    while (to > from && (bytes[to - 1] as number) <= 0x20) to--;
    const made = decodeBase64(bytes, from, to);
    if (made === undefined) return undefined;
    const isArchive = archives.some((magic) => magic.every((byte, at) => made.bytes[at] === byte));
    if (!isArchive && !beginsAsData(new TextDecoder().decode(made.bytes.subarray(0, 1000)))) return undefined;
    return {
      form: 'Base64',
      notes: ['Read what the base64 text stands for.'],
      parts: [madePart(made, { from: 0, to: bytes.length })],
    };
  },
};
