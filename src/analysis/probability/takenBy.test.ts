import { expect, test } from 'vitest';
import { byteString } from '../../response/tokens/tokenSpelling.ts';
import { partingOf, type TokenPlace, wentAt } from './takenBy.ts';

const own = byteString('Light that keeps “your” day');
const went = (place: TokenPlace, other: string) =>
  wentAt(place, { generation: 1, ...partingOf(own, byteString(other)) });

function placeOf(token: string, ...others: readonly string[]): TokenPlace {
  const bytes = byteString(token);
  const from = own.indexOf(bytes);
  return { text: own, from, to: from + bytes.length, candidates: [bytes, ...others.map(byteString)], chosen: 0 };
}

test('a sample went the same way, another that the list holds, one that it does not, or parted before', () => {
  const keeps = placeOf(' keeps', ' moves', ' follows');
  expect(went(keeps, 'Light that keeps time')).toEqual({ way: 'same' });
  expect(went(keeps, 'Light that follows you')).toEqual({ way: 'other', candidate: 2 });
  expect(went(keeps, 'Light that stays')).toEqual({ way: 'elsewhere' });
  expect(went(keeps, 'Light that')).toEqual({ way: 'elsewhere' });
  expect(went(keeps, 'Light which moves')).toEqual({ way: 'parted' });
});

test('samples that are cut otherwise are held against it on bytes', () => {
  // Parts within the token: the common start of both words is no way.
  expect(went(placeOf(' keeps', ' kept'), 'Light that kept')).toEqual({ way: 'other', candidate: 1 });
  // Parts within a character, whose first bytes both quotation marks share.
  const quote: TokenPlace = { ...placeOf('“', '‘'), from: own.indexOf(byteString('“')) };
  expect(went(quote, 'Light that keeps ‘your’')).toEqual({ way: 'other', candidate: 1 });
});

test('where a sample says the same for long, the token is the same, however much follows', () => {
  const long = byteString(`a${' word'.repeat(2000)}`);
  const place: TokenPlace = { text: long, from: 1, to: 6, candidates: [' word', ' wording'], chosen: 0 };
  expect(wentAt(place, { generation: 1, ...partingOf(long, `${long} more`) })).toEqual({ way: 'same' });
  expect(wentAt(place, { generation: 1, ...partingOf(long, 'a wording') })).toEqual({ way: 'other', candidate: 1 });
});

test('of alternatives that begin with each other the longest counts, unless the text itself goes on with it', () => {
  const day = placeOf(' d', ' da', ' dawn', ' day');
  expect(went(day, 'Light that keeps “your” dawn')).toEqual({ way: 'other', candidate: 2 });
  expect(went(day, 'Light that keeps “your” day')).toEqual({ way: 'same' });
});
