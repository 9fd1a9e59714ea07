// What is expected of a body, put together: hashes and counts of its texts, never a text. Imports nothing from src/.

import { createHash } from 'node:crypto';

/** @typedef {any} Json */
/** @typedef {{ readonly text: string | undefined, readonly pointer: string }} Piece */
/** @typedef {{ token: string, bytes?: number[] | null, logprob: number | null | undefined }} Listed */

/** @param {string} text */
export const hash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** @param {Json} value */
export const isText = (value) => typeof value === 'string';

/**
 * @param {string} pointer
 * @param {object} parts
 * @param {number=} parts.index
 * @param {readonly Piece[]} parts.pieces
 * @param {string | number | null | undefined} parts.reason
 * @param {number=} parts.calls
 * @param {readonly Listed[] | null=} parts.tokens
 * @param {string=} parts.relation
 */
export function choice(pointer, { index, pieces, reason, calls = 0, tokens, relation }) {
  const found = pieces.filter(({ text }) => isText(text));
  const text = found.length === 0 ? null : found.map((piece) => piece.text).join('');
  const listed = tokens?.length ? tokens : undefined;
  return {
    pointer,
    index: index ?? null,
    text: text === null ? null : hash(text),
    characters: text === null ? 0 : Array.from(text).length,
    places: found.length,
    firstPlace: found[0]?.pointer ?? null,
    reason: reason === null || reason === undefined ? null : String(reason),
    calls,
    tokens: listed ? listed.length : 0,
    ...(listed && text !== null && { relation: relation ?? relationOf(listed, text) }),
    ...(listed && { mean: meanOf(listed, text ?? '', relation) }),
  };
}

/** @param {readonly Listed[]} tokens */
const spelled = (tokens) =>
  Buffer.concat(tokens.map(({ token, bytes }) => (bytes ? Buffer.from(bytes) : Buffer.from(token)))).toString();

/**
 * @param {readonly Listed[]} tokens
 * @param {string} text
 */
function relationOf(tokens, text) {
  const joined = spelled(tokens);
  if (joined === text) return 'equal';
  if (joined.startsWith(text)) return 'textIsPrefix';
  return text.endsWith(joined) ? 'covers' : 'mismatch';
}

/**
 * The mean over tokens of the text; null for a repeated prompt and where the relation was set by hand.
 * @param {readonly Listed[]} tokens
 * @param {string} text
 * @param {string | undefined} relation
 */
function meanOf(tokens, text, relation) {
  const [first] = tokens;
  if (relation !== undefined || first?.logprob === null || first?.logprob === undefined) return null;
  let spelledSoFar = '';
  const values = tokens
    .filter(({ token }) => {
      const isIn = spelledSoFar.length < text.length;
      spelledSoFar += token;
      return isIn;
    })
    .map(({ logprob }) => logprob)
    .filter((value) => typeof value === 'number' && value > -9999);
  return Number((values.reduce((sum, value) => (sum ?? 0) + (value ?? 0), 0) ?? 0) / values.length).toFixed(6);
}

/** @param {...(number | null | undefined)} counts prompt, generation, total, cached, reasoning */
export const usage = (...counts) => {
  const [prompt, generation, total, cached, reasoning] = counts.map((count) => count ?? null);
  return [prompt, generation, total, cached, reasoning].every((count) => count === null || count === undefined)
    ? null
    : [prompt ?? null, generation ?? null, total ?? null, cached ?? null, reasoning ?? null];
};

/** What a family says of a body. @typedef {(body: Json) => { format: string, choices: ReturnType<typeof choice>[], usage: (number | null)[] | null, model?: string | null, id?: string | null }} Family */
