import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MadeText } from './madeText.ts';
import { sameMap } from './sourceMap.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function madeFrom(origin: string, steps: (made: MadeText) => void) {
  const bytes = utf8(origin);
  const made = new MadeText(bytes);
  steps(made);
  const { bytes: text, map } = made.finish();
  const back = (part: string) => {
    const at = textOf(text).indexOf(part);
    const { from, to } = map.toOrigin(at, at + part.length);
    return textOf(bytes.subarray(from, to));
  };
  return { text: textOf(text), map, back };
}

describe('SourceMap', () => {
  it('gives the characters that a made text stands for', () => {
    const { text, back, map } = madeFrom("{'a': None, 'b': 'it'}", (made) => {
      made.write('{"a": ', 0, 6);
      made.write('null', 6, 10);
      made.write(', "b": "it"', 10, 21);
      made.copy(21, 22);
    });
    expect(text).toBe('{"a": null, "b": "it"}');
    expect(back('null')).toBe('None');
    expect(back('"it"')).toBe("'it'");
    expect(map.count).toBe(1);
  });

  it('takes a piece of another length as a whole', () => {
    const { text, back, map } = madeFrom('[True, x]', (made) => {
      made.copy(0, 1);
      made.write('true', 1, 5);
      made.copy(5, 7);
      made.write('{"lost": "x"}', 7, 8);
      made.copy(8, 9);
    });
    expect(text).toBe('[true, {"lost": "x"}]');
    expect(back('"lost"')).toBe('x');
    expect(back('true')).toBe('True');
    expect(map.toMade(7)).toEqual({ from: 7, to: 20 });
    expect(map.toMade(8)).toEqual({ from: 20, to: 21 });
  });

  it('leaves out what was put in between at the ends of a range', () => {
    const { back, map } = madeFrom('{"a":1}', (made) => {
      made.write('{"provider_responses":[', 0, 0);
      made.copy(0, 7);
      made.write(']}', 7, 7);
    });
    expect(back('[{"a":1}]')).toBe('{"a":1}');
    expect(map.toMade(100)).toBeUndefined();
  });

  it('knows texts whose parts changed places', () => {
    const { text, back, map } = madeFrom('one two', (made) => {
      made.copy(4, 7);
      made.copy(0, 3);
    });
    expect(text).toBe('twoone');
    expect(back('one')).toBe('one');
    expect(map.toMade(0)).toEqual({ from: 3, to: 4 });
    expect(map.toMade(6)).toEqual({ from: 2, to: 3 });
    expect(map.toMade(3)).toBeUndefined();
  });

  it('goes through a map below it as through both one after the other', () => {
    const edit = fc.record({ skip: fc.nat(4), copied: fc.nat(6), written: fc.nat(3), length: fc.nat(3) });
    const edits = fc.array(edit, { minLength: 1, maxLength: 12 });
    const make = (
      origin: Uint8Array,
      steps: readonly { skip: number; copied: number; written: number; length: number }[],
    ) => {
      const made = new MadeText(origin);
      let at = 0;
      for (const { skip, copied, written, length } of steps) {
        at = Math.min(origin.length, at + skip);
        made.copy(at, Math.min(origin.length, at + copied));
        at = Math.min(origin.length, at + copied);
        made.write('x'.repeat(written), at, Math.min(origin.length, at + length));
        at = Math.min(origin.length, at + length);
      }
      return made.finish();
    };
    fc.assert(
      fc.property(edits, edits, (first, second) => {
        const lower = make(utf8('abcdefghijklmnopqrstuvwxyz'), first);
        const upper = make(lower.bytes, second);
        const through = lower.map.under(upper.map);
        expect(through.pieces.madeLength).toBe(upper.bytes.length);
        for (let at = 0; at < upper.bytes.length; at++) {
          const middle = upper.map.toOrigin(at, at + 1);
          if (middle.to - middle.from !== 1) continue;
          // A part of a piece that was taken as a whole may have the length of what it stands for.
          const expected = lower.map.toOrigin(middle.from, middle.to);
          const found = through.toOrigin(at, at + 1);
          expect(found.from).toBeGreaterThanOrEqual(expected.from);
          expect(found.to).toBeLessThanOrEqual(expected.to);
          if (expected.to - expected.from === 1) expect(found).toEqual(expected);
        }
      }),
    );
  });

  it('is one piece for a text that was taken as it is', () => {
    expect(sameMap(10, 5).toOrigin(2, 4)).toEqual({ from: 7, to: 9 });
  });
});
