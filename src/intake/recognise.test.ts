import { describe, expect, it } from 'vitest';
import { encodeText, recognise } from './recognise.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('recognise', () => {
  it('takes JSON text as it is', () => {
    const bytes = utf8('{"data":[]}');
    const recognised = recognise(bytes);
    expect(recognised).toEqual({ isText: true, bytes, form: 'JSON' });
  });

  it.each([
    ['nothing at all', ''],
    ['white space only', ' \r\n\t '],
  ])('says that there is nothing to read in %s', (_name, text) => {
    expect(recognise(utf8(text))).toMatchObject({ isText: false, kind: 'empty' });
  });

  it.each([
    ['a PNG image', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]],
    ['a JPEG image', [0xff, 0xd8, 0xff, 0xe0]],
    ['a WebP image', [0x52, 0x49, 0x46, 0x46, 1, 2, 3, 4, 0x57, 0x45, 0x42, 0x50]],
  ])('names %s', (what, bytes) => {
    expect(recognise(Uint8Array.from(bytes))).toMatchObject({ isText: false, title: `This is ${what}` });
  });

  it('says where a zero byte shows that a file is not text', () => {
    expect(recognise(Uint8Array.of(0x4d, 0x5a, 0, 3))).toMatchObject({
      kind: 'not-text',
      detail: expect.stringContaining('Byte 2'),
    });
  });

  it('leaves a zero byte inside JSON to the strict pass, which knows its line', () => {
    expect(recognise(utf8('{"a":"\u0000"}')).isText).toBe(true);
  });

  it.each(['utf-16le', 'utf-16be'])('turns %s into UTF-8 and says so', (encoding) => {
    const units = [0xfeff, ...'{"a":"é"}'].map((one) => (typeof one === 'number' ? one : one.charCodeAt(0)));
    const bytes = Uint8Array.from(
      units.flatMap((unit) => (encoding === 'utf-16le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
    );
    const recognised = recognise(bytes);
    expect(recognised).toMatchObject({ isText: true, form: 'JSON, turned from UTF-16 into UTF-8' });
    expect(recognised.isText && new TextDecoder().decode(recognised.bytes)).toBe('{"a":"é"}');
  });
});

describe('encodeText', () => {
  it('is plain UTF-8 for well-formed text', () => {
    expect(encodeText('aé😀')).toEqual(utf8('aé😀'));
  });

  it('keeps the place of a lone surrogate as its own three bytes', () => {
    expect([...encodeText('a\ud83db')]).toEqual([0x61, 0xed, 0xa0, 0xbd, 0x62]);
    expect([...encodeText('\udc00😀')]).toEqual([0xed, 0xb0, 0x80, 0xf0, 0x9f, 0x98, 0x80]);
  });
});
