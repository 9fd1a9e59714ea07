// JSON Pointer (RFC 6901): the one currency that links all places of a document.
// Knows text only; must not know documents or nodes.

/** A valid RFC 6901 pointer: '' (the whole document) or '/key/0/…', with `~0` for `~` and `~1` for `/`. */
export type Pointer = string & { readonly __pointer: 'RFC 6901' };

/** The pointer of the whole document. */
export const rootPointer = '' as Pointer;

const badEscape = /~(?![01])/;

/** The text as a pointer; undefined when it is not a valid one (RFC 6901 section 3). */
export function parsePointer(text: string): Pointer | undefined {
  if (text !== '' && !text.startsWith('/')) return undefined;
  return badEscape.test(text) ? undefined : (text as Pointer);
}

function escapeKey(key: string | number): string {
  if (typeof key === 'number') return String(key);
  if (!key.includes('~') && !key.includes('/')) return key;
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescapeKey(token: string): string {
  return token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token;
}

/** The pointer that leads through these keys (not escaped) and array positions. */
export function pointerOf(...keys: readonly (string | number)[]): Pointer {
  return pointerFromKeys(keys);
}

/** As `pointerOf`, for a list of any length. */
export function pointerFromKeys(keys: readonly (string | number)[]): Pointer {
  if (keys.length === 0) return rootPointer;
  return `/${keys.map(escapeKey).join('/')}` as Pointer;
}

/** The pointer of a member of `parent`; `key` is not escaped. */
export function childPointer(parent: Pointer, key: string | number): Pointer {
  return `${parent}/${escapeKey(key)}` as Pointer;
}

/** The pointer one level up; undefined for the root. */
export function parentPointer(pointer: Pointer): Pointer | undefined {
  return pointer === '' ? undefined : (pointer.slice(0, pointer.lastIndexOf('/')) as Pointer);
}

/** The keys on the way from the root, unescaped; array positions are decimal digits. */
export function pointerKeys(pointer: Pointer): readonly string[] {
  return pointer === '' ? [] : pointer.slice(1).split('/').map(unescapeKey);
}

/** Whether `pointer` is `ancestor` or a place below it. */
export function isWithin(pointer: Pointer, ancestor: Pointer): boolean {
  return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}
