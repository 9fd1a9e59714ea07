// What looks like a key is found at its first byte, whatever stands around it.

import { expect, test } from 'vitest';
import { seededRandom } from '../../../e2e/seededRandom.ts';
import { createFindStarts } from '../../json/kernel/findStarts.ts';
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

const findStarts = createFindStarts();
const ways = [undefined, findStarts];

test('there is a fast way here', () => expect(findStarts).toBeDefined());

test.each(ways)('finds what the patterns find in all of the text', (way) => {
  const random = seededRandom(5);
  for (let run = 0; run < 4000; run++) {
    const count = Math.floor(random() * 14);
    const text = Array.from({ length: count }, () => pieces[Math.floor(random() * pieces.length)]).join('');
    const bytes = new TextEncoder().encode(text);
    const latin1 = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    const wanted = patterns.flatMap((pattern) => Array.from(latin1.matchAll(pattern), ({ index }) => index));
    const found = [...secretPieces(bytes, way)].flat().map(({ byte }) => byte);
    expect(found, JSON.stringify(text)).toEqual(wanted);
  }
});

test.each(ways)('finds what begins at the end of a piece, whatever letters are rare in it and in the next', (way) => {
  const bytes = new Uint8Array(4_100_000).fill(0x6b);
  bytes.set(new TextEncoder().encode('hlsk'.repeat(500_000)));
  const key = new TextEncoder().encode(' hl_sk_abcdefgh12345678 ');
  for (const at of [3_999_993, 3_999_996, 3_999_999]) {
    const own = bytes.slice();
    own.fill(0x5f, 4_000_100);
    own.set(key, at - 1);
    expect([...secretPieces(own, way)].flat()).toEqual([{ kind: 'a Humanloop API key', byte: at }]);
  }
});

test('the fast way gives each place that begins like a key, at the edges of its windows and where there are many', () => {
  const random = seededRandom(9);
  const filling = new TextEncoder().encode('task risk bead Before asking ');
  const starts = ['hl_', 'sk-', 'AKI', 'Bea'].map((start) => new TextEncoder().encode(start));
  const bytes = Uint8Array.from({ length: 700_000 }, (_, at) => filling[at % filling.length] as number);
  for (let at = 262_000; at < 262_300; at += 3 + Math.floor(random() * 9)) bytes.set(starts[at % 4] ?? [], at);
  for (let at = 400_000; at < 460_000; at += 3) bytes.set(starts[at % 4] ?? [], at);
  bytes.set(starts[1] ?? [], bytes.length - 3);
  const text = new TextDecoder('latin1').decode(bytes);
  const wanted = Array.from(text.matchAll(/hl_|sk-|AKI|Bea/g), ({ index }) => index);
  expect(wanted.length).toBeGreaterThan(20_000);
  expect(findStarts?.(bytes, 0, bytes.length)).toEqual(wanted);
  expect(findStarts?.(bytes, 262_010, 430_001)).toEqual(wanted.filter((at) => at >= 262_010 && at < 430_001));
});
