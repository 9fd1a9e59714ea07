// Places within a provider response as words that all responses of one shape share: `/choices/~#/text` for
// `/provider_responses/7/choices/1/text` of choice 1. `~#` cannot stand in a pointer (RFC 6901 section 3). Knows pointers only.

import { type Pointer, pointerOf } from '../../json/pointer.ts';

const hole = '/~#';
/** Begins the word of a place that is not within the response: no pointer begins with it. */
const elsewhere = '!';

/** The response whose places are asked for one after the other. */
const last = { provider: -1, base: '' };

/** The word for `pointer` within provider response `provider`; the first key that is `choice`, the place of a choice, becomes a hole. */
export function placeWord(pointer: Pointer, provider: number, choice: number): string {
  if (last.provider !== provider) {
    last.base = pointerOf('provider_responses', provider);
    last.provider = provider;
  }
  const { base } = last;
  if (!pointer.startsWith(base)) return `${elsewhere}${pointer}`;
  const rest = pointer.slice(base.length);
  if (rest !== '' && rest.charCodeAt(0) !== 0x2f) return `${elsewhere}${pointer}`;
  if (choice < 0) return rest;
  const key = `/${choice}`;
  for (let at = rest.indexOf(key); at >= 0; at = rest.indexOf(key, at + 1)) {
    const end = at + key.length;
    if (end === rest.length || rest.charCodeAt(end) === 0x2f) return rest.slice(0, at) + hole + rest.slice(end);
  }
  return rest;
}

/** The pointer of a word. */
export function placeOf(word: string, provider: number, choice: number): Pointer {
  if (word.startsWith(elsewhere)) return word.slice(elsewhere.length) as Pointer;
  const at = word.indexOf(hole);
  const rest = at < 0 ? word : `${word.slice(0, at)}/${choice}${word.slice(at + hole.length)}`;
  return `/provider_responses/${provider}${rest}` as Pointer;
}

/**
 * The place of the choice that a word gives for `pointer` or a place above it: `length` code units of the pointer. A word without a hole gives
 * the same for every choice, so that `choice` is absent. Undefined where no such place is on the way.
 */
export function matchPlace(
  word: string,
  provider: number,
  pointer: Pointer,
): { readonly length: number; readonly choice?: number } | undefined {
  const at = word.startsWith(elsewhere) ? -1 : word.indexOf(hole);
  if (at < 0) {
    const place = placeOf(word, provider, -1);
    return isOnTheWay(pointer, place) ? { length: place.length } : undefined;
  }
  const before = `/provider_responses/${provider}${word.slice(0, at)}/`;
  if (!pointer.startsWith(before)) return undefined;
  const slash = pointer.indexOf('/', before.length);
  const digits = pointer.slice(before.length, slash < 0 ? pointer.length : slash);
  if (!/^(0|[1-9]\d{0,8})$/.test(digits)) return undefined;
  const place = `${before}${digits}${word.slice(at + hole.length)}`;
  return isOnTheWay(pointer, place) ? { length: place.length, choice: Number(digits) } : undefined;
}

function isOnTheWay(pointer: string, place: string): boolean {
  return pointer.startsWith(place) && (pointer.length === place.length || pointer.charCodeAt(place.length) === 0x2f);
}
