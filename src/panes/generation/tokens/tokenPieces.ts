// The text of a choice cut into what is drawn of it: tokens, byte tokens of one character together, and what no token spells. Pure.

import { isWithin, type Pointer } from '../../../json/pointer.ts';
import type { ListedToken, TokenListing } from '../../../response/tokens/token.ts';

/** `gap`: text that no token spells. `group`: tokens that spell `text` only together. */
export type TokenPiece =
  | { readonly kind: 'gap'; readonly text: string }
  | { readonly kind: 'token'; readonly at: number; readonly text: string }
  /** A token that the text does not hold; `text` is as the provider writes it. */
  | { readonly kind: 'outside'; readonly at: number; readonly text: string }
  | { readonly kind: 'group'; readonly at: number; readonly count: number; readonly text: string };

/** Pieces in the order of the tokens: those of the text, put together, are exactly the text wherever tokens and text run in step. */
export function tokenPieces({ tokens, text }: Pick<TokenListing, 'tokens'> & { readonly text: string }): TokenPiece[] {
  const unitAt = unitsOf(text);
  const pieces: TokenPiece[] = [];
  let place = 0;
  const upTo = (unit: number): void => {
    if (unit > place) pieces.push({ kind: 'gap', text: text.slice(place, unit) });
    place = Math.max(place, unit);
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as ListedToken;
    if (token.start === undefined || token.end === undefined) {
      // Without a text there is nothing but the tokens.
      pieces.push({ kind: text === '' && isOrdinary(token) ? 'token' : 'outside', at, text: token.text });
      continue;
    }
    const count = token.group === undefined ? 1 : groupLength(tokens, at);
    let end = token.end;
    for (let next = at + 1; next < at + count; next++) end = Math.max(end, tokens[next]?.end ?? end);
    upTo(unitAt(token.start));
    const to = Math.max(place, unitAt(end));
    const shown = text.slice(place, to);
    pieces.push(count > 1 ? { kind: 'group', at, count, text: shown } : { kind: 'token', at, text: shown });
    place = to;
    at += count - 1;
  }
  upTo(text.length);
  return pieces;
}

function isOrdinary({ isSpecial, isAfterStop, isPrompt }: ListedToken): boolean {
  return !isSpecial && !isAfterStop && !isPrompt;
}

function groupLength(tokens: readonly ListedToken[], first: number): number {
  const group = tokens[first]?.group;
  let count = 1;
  while (tokens[first + count]?.group === group && tokens[first + count] !== undefined) count++;
  return count;
}

/** The UTF-16 unit at which a code point begins. */
function unitsOf(text: string): (point: number) => number {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return (point) => Math.min(point, text.length);
  const units: number[] = [];
  for (let unit = 0; unit < text.length; unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1) units.push(unit);
  return (point) => units[point] ?? text.length;
}

/** Pieces that are drawn, or not drawn, together: so many tokens or code units, whichever comes first. */
function chunksOf(pieces: readonly TokenPiece[], mostPieces = 80, chunkUnits = 600): TokenPiece[][] {
  const chunks: TokenPiece[][] = [];
  let units = 0;
  for (const piece of pieces) {
    const last = chunks.at(-1);
    if (last === undefined || last.length >= mostPieces || units >= chunkUnits) {
      chunks.push([piece]);
      units = piece.text.length;
    } else {
      last.push(piece);
      units += piece.text.length;
    }
  }
  return chunks;
}

/** Chunks that are laid out together, as a block of their own. */
export interface TokenBlock {
  readonly chunks: readonly (readonly TokenPiece[])[];
  /** A guess of its height in lines. */
  readonly rows: number;
  /** Its last line is not over: it is broken here by us, not by the text. */
  readonly goesOn: boolean;
}

const leastUnits = 600;
const mostUnits = 8192;
const lineGuess = 50;

/** Cuts behind a line end once a block has 600 code units, and within a line at 8,192, so that a long text is not laid out as a whole. */
export function blocksOf(pieces: readonly TokenPiece[]): readonly TokenBlock[] {
  const blocks: TokenBlock[] = [];
  let own: TokenPiece[] = [];
  let units = 0;
  let rows = 0;
  const end = (goesOn: boolean): void => {
    if (own.length > 0) blocks.push({ chunks: chunksOf(own), rows: rows + Math.ceil(units / lineGuess), goesOn });
    own = [];
    units = 0;
    rows = 0;
  };
  pieces.forEach((piece, at) => {
    own.push(piece);
    units += piece.text.length;
    const isLineEnd = piece.kind !== 'outside' && piece.text.endsWith('\n');
    if (isLineEnd) rows++;
    if (at < pieces.length - 1 && ((isLineEnd && units >= leastUnits) || units >= mostUnits)) end(!isLineEnd);
  });
  end(false);
  return blocks;
}

/** The places of the tokens of a piece. */
export function tokensOfPiece(piece: TokenPiece): readonly number[] {
  if (piece.kind === 'gap') return [];
  return piece.kind === 'group' ? Array.from({ length: piece.count }, (_, at) => piece.at + at) : [piece.at];
}

/** Which token a pointer is, lies in or belongs to: in parallel lists its value and its alternatives stand elsewhere. */
export function tokenAtPointer({ tokens, pointer }: TokenListing, selection: Pointer): number | undefined {
  const own = tokens.findIndex((token) => isWithin(selection, token.pointer));
  if (own >= 0) return own;
  const lists = pointer.slice(0, pointer.lastIndexOf('/'));
  if (!pointer.endsWith('/tokens') || !selection.startsWith(`${lists}/`)) return undefined;
  const [, at] =
    /^\/(?:token_logprobs|top_logprobs|text_offset)\/(\d+)(?:\/|$)/.exec(selection.slice(lists.length)) ?? [];
  return at === undefined || tokens[Number(at)] === undefined ? undefined : Number(at);
}
