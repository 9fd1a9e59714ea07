import { expect, test } from 'vitest';
import { chat, item, read, utf8 } from '../../../../e2e/fixtures/testTokens.ts';
import { partingOf } from '../../../analysis/probability/takenBy.ts';
import type { Partings } from '../../../response/questions.ts';
import { byteString } from '../../../response/tokens/tokenSpelling.ts';
import { takenAt } from './tokenPlace.ts';

const partings = (own: string, from: number, others: readonly string[]): Partings => ({
  from,
  leftOut: 0,
  others: others.map((other, at) => ({ generation: at + 1, ...partingOf(byteString(own), byteString(other)) })),
});

test('at a token: who went on with which candidate, who with something else, and how many parted before', () => {
  const top = [item(' keeps', -0.8), item(' moves', -1.5)];
  const text = '\nLight keeps time';
  const tokens = read(chat(text, [item('\n'), item('Light'), item(' keeps', -0.8, undefined, top), item(' time')]));
  const listing = { ...tokens, text };
  // Generations strip the line end before it.
  const others = partings('Light keeps time', 1, ['Light keeps it', 'Light moves', 'Light stays', 'Lamps move']);
  const at = (place: number) => {
    const token = tokens.tokens[place];
    return token && takenAt(listing, token, place, others);
  };
  expect(at(2)).toEqual({ by: [[1], [2]], elsewhere: [3], parted: 1 });
  expect(at(0)).toBeUndefined();
});

test('tokens within a character have places of their own', () => {
  const [first, second] = [utf8('“').slice(0, 2), utf8('“').slice(2)];
  const top = [item('\\x9c', -0.1, second), item('\\x98', -3, utf8('‘').slice(2))];
  const text = 'a“b';
  const tokens = read(
    chat(text, [item('a'), item('\\xe2\\x80', -1, first), item('\\x9c', -0.1, second, top), item('b')]),
  );
  const [, , token] = tokens.tokens;
  expect(token && takenAt({ ...tokens, text }, token, 2, partings(text, 0, ['a‘b', 'a“c']))).toEqual({
    by: [[2], [1]],
    elsewhere: [],
    parted: 0,
  });
});
