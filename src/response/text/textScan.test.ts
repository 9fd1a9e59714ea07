import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../e2e/seededRandom.ts';
import { readString } from '../../json/text.ts';
import { pyStrip } from '../pythonStrip.ts';
import { TextScan } from './textScan.ts';

const pieces = [
  'lamp',
  ' ',
  '  ',
  '\n',
  '\t',
  '\u001c',
  '\u0085',
  '\u00a0',
  '\u2003',
  '\u3000',
  '\ufeff',
  'é',
  '光',
  '日本語',
  'ไทย',
  '🙂',
  '\ud800',
  '\udc00',
  '\ufffd',
  '"',
  '\\',
  '/',
  '\u0000',
  'a',
  '𠀀𠀁𠀂',
  '。',
  '\u0e00',
];

/** A text as JSON, each character written plainly or as an escape. */
function written(text: string, random: () => number): string {
  return `"${Array.from({ length: text.length }, (_, at) => {
    const unit = text[at] as string;
    const code = unit.charCodeAt(0);
    const isHalf = (code & 0xf800) === 0xd800;
    if (code < 0x20 || isHalf || random() < 0.1) return `\\u${code.toString(16).padStart(4, '0')}`;
    return unit === '"' || unit === '\\' ? `\\${unit}` : unit;
  }).join('')}"`;
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{3}/u;

function wordCount(text: string): number {
  return unspaced.test(text) ? -1 : text.split(/\p{White_Space}+/u).filter((word) => word !== '').length;
}

function facts(scan: TextScan): object {
  const { units, characters, words, isBroken, leading, trailing, wholeA, wholeB, strippedA, strippedB } = scan;
  return { units, characters, words, isBroken, leading, trailing, wholeA, wholeB, strippedA, strippedB };
}

describe('TextScan', () => {
  it('says of the bytes what the functions on the decoded text say, however it is written', () => {
    const random = seededRandom(7);
    const scan = new TextScan();
    const other = new TextScan();
    const stripped = new TextScan();
    for (let run = 0; run < 3000; run++) {
      const count = Math.floor(random() * 12);
      const text = Array.from({ length: count }, () => pieces[Math.floor(random() * pieces.length)]).join('');
      const bytes = new TextEncoder().encode(`[${written(text, random)}]`);
      scan.scanString(bytes, 1, bytes.length - 1);
      const told = readString(bytes, 1, bytes.length - 1);
      const strip = pyStrip(told);
      expect({ ...scan }, JSON.stringify(text)).toMatchObject({
        units: told.length,
        characters: Array.from(told).length,
        words: wordCount(told),
        isBroken: /\ufffd|\p{Surrogate}/u.test(told),
        leading: strip.leading,
        trailing: strip.trailing,
      });
      other.scanText(told);
      expect(facts(other)).toEqual(facts(scan));
      stripped.scanText(strip.text);
      expect([stripped.wholeA, stripped.wholeB]).toEqual([scan.strippedA, scan.strippedB]);
    }
  });

  it('reads invalid bytes as what they are decoded to', () => {
    const random = seededRandom(11);
    const scan = new TextScan();
    const other = new TextScan();
    for (let run = 0; run < 2000; run++) {
      const bytes = Uint8Array.from({ length: 2 + Math.floor(random() * 10) }, () =>
        random() < 0.5 ? 0x80 + Math.floor(random() * 128) : (0x5c + Math.floor(random() * 30)) & 0x7f,
      );
      bytes[0] = bytes[bytes.length - 1] = 0x22;
      scan.scanString(bytes, 0, bytes.length);
      other.scanText(readString(bytes, 0, bytes.length));
      expect(facts(scan), [...bytes].join(' ')).toEqual(facts(other));
    }
  });

  it('tells texts apart that differ in one byte, in white space outside, or in length', () => {
    const scan = new TextScan();
    const seen = new Map<string, string>();
    const texts = [
      '',
      ' ',
      '  ',
      '\n',
      ' a',
      'a ',
      'a',
      ' a ',
      '\na',
      'a\n',
      'aa',
      'a\u0000',
      '\u0000a',
      'abcd',
      'abcde',
      'abcdf',
      'bacd',
    ];
    for (let at = 0; at < 20_000; at++) texts.push(`The lamp follows ${at} days.`, ` The lamp follows ${at} days.`);
    for (const text of texts) {
      scan.scanText(text);
      const key = `${scan.wholeA} ${scan.wholeB}`;
      expect(seen.get(key), text).toBeUndefined();
      seen.set(key, text);
    }
  });
});
