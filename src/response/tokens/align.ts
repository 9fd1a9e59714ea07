// Holds a list of tokens against a text: where each token stands in it, and how the two relate as a whole.
// Knows bytes and code points; no provider.

import type { TokenCoverage } from './token.ts';
import { byteString, type Spelling } from './tokenSpelling.ts';

/** Where a token stands in the text, in code points; undefined where it does not. */
export interface TokenSpan {
  readonly start: number;
  readonly end: number;
  readonly group?: number;
}

export interface Alignment {
  readonly spans: readonly (TokenSpan | undefined)[];
  readonly coverage: TokenCoverage;
  /** Tokens that are control tokens by what stands around them, beside those that are known to be. */
  readonly isControl: readonly boolean[];
}

export interface AlignedToken {
  readonly spelling: Spelling;
  readonly isSpecial: boolean;
}

/** How far to look for the next token that fits, in tokens, and how many bytes must fit there. */
const mostSkipped = 200;
const anchorBytes = 12;
const leastAnchorBytes = 4;
const anchorTokens = 6;

/** Aligns tokens and text from the start; where they part, at the next place at which several tokens fit again. */
export function alignTokens(text: string, tokens: readonly AlignedToken[]): Alignment {
  return new Aligning(text, tokens).run();
}

class Aligning {
  readonly #bytes: string;
  readonly #tokens: readonly AlignedToken[];
  /** Byte ranges; -1 where a token is not in the text. */
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  /** Tokens that stand for one range together. */
  readonly #joined: Uint8Array;
  #cutToken = -1;
  #firstBreak = -1;

  constructor(text: string, tokens: readonly AlignedToken[]) {
    this.#bytes = byteString(text);
    this.#tokens = tokens;
    this.#from = new Int32Array(tokens.length).fill(-1);
    this.#to = new Int32Array(tokens.length).fill(-1);
    this.#joined = new Uint8Array(tokens.length);
  }

  run(): Alignment {
    const start = this.#start();
    let at = start.token;
    let place = start.place;
    while (at < this.#tokens.length) {
      const next = this.#walk(at, place);
      if (next.token >= this.#tokens.length || next.place >= this.#bytes.length) break;
      if (this.#firstBreak < 0) this.#firstBreak = next.place;
      const found = this.#findAnchor(next.token, next.place);
      if (found === undefined) break;
      at = found.token;
      place = found.place;
    }
    const isControl = this.#controls();
    return { spans: this.#spans(), coverage: this.#coverage(isControl), isControl };
  }

  /** Where to begin: at the start of both, unless the whole list stands at the end of the text, or the other way round. */
  #start(): { readonly token: number; readonly place: number } {
    const first = { token: 0, place: 0 };
    const parts = this.#tokens.map(({ spelling, isSpecial }) => (isSpecial ? '' : spelling.likeliest));
    const joined = parts.join('');
    if (joined === '' || joined.startsWith(this.#bytes) || this.#bytes.startsWith(joined)) return first;
    if (this.#bytes.endsWith(joined)) return { token: 0, place: this.#bytes.length - joined.length };
    if (this.#bytes !== '' && joined.endsWith(this.#bytes)) {
      let left = joined.length - this.#bytes.length;
      let token = 0;
      while (left > 0 && token < parts.length) left -= parts[token++]?.length ?? 0;
      if (left === 0) return { token, place: 0 };
    }
    return first;
  }

  /** Follows tokens as long as they fit; stops at the first that does not. */
  #walk(token: number, place: number): { readonly token: number; readonly place: number } {
    let at = token;
    let p = place;
    while (at < this.#tokens.length) {
      const { spelling, isSpecial } = this.#tokens[at] as AlignedToken;
      const option = spelling.options.find((bytes) => this.#bytes.startsWith(bytes, p));
      if (option !== undefined) {
        this.#from[at] = p;
        p += option.length;
        this.#to[at] = p;
        at++;
      } else if (spelling.lost !== undefined) {
        const end = this.#lostRun(at, p);
        if (end === undefined) break;
        ({ token: at, place: p } = end);
      } else if (isSpecial || spelling.looksSpecial) at++;
      else if (this.#isCutHere(at, p)) {
        this.#from[at] = p;
        p = this.#bytes.length;
        this.#to[at] = p;
        this.#cutToken = at++;
      } else break;
    }
    return { token: at, place: p };
  }

  /** The text ends inside this token. */
  #isCutHere(token: number, place: number): boolean {
    if (place >= this.#bytes.length) return false;
    const rest = this.#bytes.slice(place, place + 4096);
    if (place + rest.length < this.#bytes.length) return false;
    return this.#tokens[token]?.spelling.options.some((bytes) => bytes.startsWith(rest)) ?? false;
  }

  /** Tokens whose bytes are lost take what stands between their neighbours, at most four bytes for each lost one. */
  #lostRun(token: number, place: number): { readonly token: number; readonly place: number } | undefined {
    let end = token;
    let most = 0;
    let last: Spelling['lost'];
    for (; end < this.#tokens.length; end++) {
      const lost = this.#tokens[end]?.spelling.lost;
      if (lost === undefined) break;
      most += lost.before.length + lost.after.length + 4 * lost.count;
      last = lost;
    }
    const { before } = this.#tokens[token]?.spelling.lost ?? { before: '' };
    if (!this.#bytes.startsWith(before, place)) return undefined;
    const anchor = (last?.after ?? '') + this.#anchor(end);
    const from = place + before.length;
    const isLast = anchor === '';
    const to = isLast ? this.#bytes.length : this.#bytes.indexOf(anchor, from + 1);
    if (to < 0 || to <= from || to - place > most) return undefined;
    const until = isLast ? to : to + (last?.after.length ?? 0);
    for (let at = token; at < end; at++) {
      this.#from[at] = place;
      this.#to[at] = until;
      if (at > token) this.#joined[at] = 1;
    }
    return { token: end, place: until };
  }

  /** The first bytes of the tokens from here on. */
  #anchor(token: number): string {
    let anchor = '';
    for (let at = token; at < this.#tokens.length && at < token + anchorTokens; at++) {
      const { spelling, isSpecial } = this.#tokens[at] as AlignedToken;
      if (isSpecial || spelling.looksSpecial || spelling.lost !== undefined) break;
      anchor += spelling.likeliest;
      if (anchor.length >= anchorBytes) break;
    }
    return anchor;
  }

  #findAnchor(token: number, place: number): { readonly token: number; readonly place: number } | undefined {
    for (let at = token; at < this.#tokens.length && at < token + mostSkipped; at++) {
      const anchor = this.#anchor(at);
      if (anchor.length < leastAnchorBytes) continue;
      const found = this.#bytes.indexOf(anchor, place);
      if (found >= 0) return { token: at, place: found };
    }
    return undefined;
  }

  #isAligned(token: number): boolean {
    return (this.#from[token] ?? -1) >= 0;
  }

  /** Known special tokens that are not in the text, and what stands between two of them, such as the name of a role. */
  #controls(): readonly boolean[] {
    const isControl = this.#tokens.map(
      ({ spelling, isSpecial }, at) => !this.#isAligned(at) && (isSpecial || spelling.looksSpecial),
    );
    for (let at = 0; at < isControl.length; at++) {
      if (!isControl[at]) continue;
      let next = at + 1;
      while (next < isControl.length && !isControl[next] && !this.#isAligned(next)) next++;
      if (isControl[next] && next - at <= 8) isControl.fill(true, at, next);
    }
    return isControl;
  }

  #coverage(isControl: readonly boolean[]): TokenCoverage {
    const aligned = this.#tokens.map((_, at) => at).filter((at) => this.#isAligned(at));
    const [first] = aligned;
    const last = aligned.at(-1);
    const isStray = (at: number): boolean => !isControl[at] && !this.#isAligned(at);
    const strays = this.#tokens.map((_, at) => at).filter(isStray);
    if (first === undefined || last === undefined) {
      const relation = this.#bytes !== '' ? 'mismatch' : strays.length > 0 ? 'textIsPrefix' : 'equal';
      return { relation, from: 0, to: 0, ...(relation === 'mismatch' && { at: 0 }) };
    }
    const places = this.#codePoints();
    const range = { from: places[this.#from[first] ?? 0] ?? 0, to: this.#ceil(places, this.#to[last] ?? 0) };
    const isWhole = this.#from[first] === 0 && this.#to[last] === this.#bytes.length && this.#isContiguous(aligned);
    if (isWhole && strays.every((at) => at > last)) {
      return { relation: strays.length > 0 || this.#cutToken >= 0 ? 'textIsPrefix' : 'equal', ...range };
    }
    if (isWhole && strays.every((at) => at < first)) return { relation: 'textIsSuffix', ...range };
    if (strays.length === 0) return { relation: 'covers', ...range };
    return { relation: 'mismatch', ...range, at: places[Math.max(0, this.#firstBreak)] ?? 0 };
  }

  #isContiguous(aligned: readonly number[]): boolean {
    return aligned.every((at, i) => {
      const before = aligned[i - 1];
      return before === undefined || this.#joined[at] === 1 || this.#from[at] === this.#to[before];
    });
  }

  #spans(): readonly (TokenSpan | undefined)[] {
    const places = this.#codePoints();
    const spans: (TokenSpan | undefined)[] = [];
    let group = -1;
    for (let at = 0; at < this.#tokens.length; at++) {
      const from = this.#from[at] ?? -1;
      if (from < 0) {
        spans.push(undefined);
        continue;
      }
      const isJoined = this.#joined[at] === 1 || (at > 0 && this.#isInside(from) && this.#isAligned(at - 1));
      if (!isJoined) group = at;
      spans.push({ start: places[from] ?? 0, end: this.#ceil(places, this.#to[at] ?? from), group });
    }
    const sizes = new Map<number, number>();
    for (const span of spans) if (span?.group !== undefined) sizes.set(span.group, (sizes.get(span.group) ?? 0) + 1);
    return spans.map((span) => {
      if (span === undefined || (sizes.get(span.group ?? -1) ?? 0) > 1) return span;
      return { start: span.start, end: span.end };
    });
  }

  /** Whether a byte continues a character. */
  #isInside(byte: number): boolean {
    return (this.#bytes.charCodeAt(byte) & 0xc0) === 0x80;
  }

  /** The code point after the last byte before `byte`. */
  #ceil(places: Int32Array, byte: number): number {
    return (places[byte] ?? 0) + (this.#isInside(byte) ? 1 : 0);
  }

  #places: Int32Array | undefined;

  /** For every byte, and the end, the number of the code point that it belongs to. */
  #codePoints(): Int32Array {
    if (this.#places === undefined) {
      const places = new Int32Array(this.#bytes.length + 1);
      let point = -1;
      for (let at = 0; at < this.#bytes.length; at++) {
        if (!this.#isInside(at)) point++;
        places[at] = point;
      }
      places[this.#bytes.length] = point + 1;
      this.#places = places;
    }
    return this.#places;
  }
}
