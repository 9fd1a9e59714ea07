// What looks like a key is found at its first byte, whatever stands around it.

import { expect, test } from 'vitest';
import { seededRandom } from '../../../e2e/seededRandom.ts';
import { secretPieces } from './secretChecks.ts';

const patterns = [
  /(?<![A-Za-z0-9_])hl_sk_[A-Za-z0-9]{16,}/g,
  /(?<![A-Za-z0-9_-])sk-(?=[A-Za-z_-]{0,40}[0-9])[A-Za-z0-9_-]{20,}/g,
  /(?<![A-Za-z0-9])AKIA[0-9A-Z]{16}(?![0-9A-Za-z])/g,
  /(?<![A-Za-z])Bearer [A-Za-z0-9._~+/-]{20,}/g,
];
const pieces = [
  'hl_sk_',
  'sk-',
  'AKIA',
  'Bearer ',
  'k',
  'K',
  'B',
  '-',
  '_',
  ' ',
  '"',
  'é',
  'abcdefgh12345678',
  'ABCDEFGH12345678',
  '~/+.',
  '0',
];

test('finds what the patterns find in all of the text', () => {
  const random = seededRandom(5);
  for (let run = 0; run < 4000; run++) {
    const count = Math.floor(random() * 14);
    const text = Array.from({ length: count }, () => pieces[Math.floor(random() * pieces.length)]).join('');
    const bytes = new TextEncoder().encode(text);
    const latin1 = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    const wanted = patterns.flatMap((pattern) => Array.from(latin1.matchAll(pattern), ({ index }) => index));
    const found = [...secretPieces(bytes)].flat().map(({ byte }) => byte);
    expect(found, JSON.stringify(text)).toEqual(wanted);
  }
});

test('finds what begins at the end of a piece, whatever letters are rare in it and in the next', () => {
  const bytes = new Uint8Array(4_100_000).fill(0x6b);
  bytes.set(new TextEncoder().encode('hlsk'.repeat(500_000)));
  const key = new TextEncoder().encode(' hl_sk_abcdefgh12345678 ');
  for (const at of [3_999_993, 3_999_996, 3_999_999]) {
    const own = bytes.slice();
    own.fill(0x5f, 4_000_100);
    own.set(key, at - 1);
    expect([...secretPieces(own)].flat()).toEqual([{ kind: 'a Humanloop API key', byte: at }]);
  }
});
