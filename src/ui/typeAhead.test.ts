import { describe, expect, test } from 'vitest';
import { placeTyped, type Typed, typedWith } from './typeAhead.ts';

const names = ['beta.json', 'alpha.json', undefined, 'beat.json', 'Bravo.json', 'bb.json'];
const nameOf = (at: number): string | undefined => names[at];
const place = (text: string, at: number) => placeTyped({ text, atMs: 0 }, at, names.length, nameOf);

describe('typing in a list', () => {
  test('goes on while a person types and begins anew after a pause', () => {
    const press = (key: string, timeStamp: number, before?: Typed) =>
      typedWith(before, { key, timeStamp, altKey: false, ctrlKey: false, metaKey: false });
    const first = press('b', 1000);
    expect(first).toEqual({ text: 'b', atMs: 1000 });
    expect(press('e', 1400, first)).toEqual({ text: 'be', atMs: 1400 });
    expect(press('e', 1800, first)).toEqual({ text: 'e', atMs: 1800 });
    expect(press(' ', 1100, first)?.text).toBe('b ');
    expect([press(' ', 1000), press('Enter', 1000), press('ArrowDown', 1000)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(
      typedWith(undefined, { key: 'a', timeStamp: 0, altKey: false, ctrlKey: true, metaKey: false }),
    ).toBeUndefined();
  });

  test('leads to the option that begins so, around the end, whatever the case', () => {
    expect(place('al', 3)).toBe(1);
    expect(place('BRA', 0)).toBe(4);
    expect(place('bet', 0)).toBe(0);
    expect(place('z', 0)).toBeUndefined();
    expect(place('a', -1)).toBe(1);
    expect(placeTyped({ text: 'a', atMs: 0 }, -1, 0, nameOf)).toBeUndefined();
  });

  test('goes from one to the next with the same letter, unless a name begins with it twice', () => {
    expect([place('b', 0), place('b', 3), place('b', 5)]).toEqual([3, 4, 0]);
    expect(place('bb', 0)).toBe(5);
    expect(place('aa', 1)).toBe(1);
    expect(place('bbb', 3)).toBe(4);
  });
});
