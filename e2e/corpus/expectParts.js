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
 * @param {number=} parts.promptTokens tokens at the beginning that repeat the prompt
 */
export function choice(pointer, { index, pieces, reason, calls = 0, tokens, relation, promptTokens = 0 }) {
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
    ...(listed && { figures: figuresOf(answerTokens(listed, text ?? '').slice(promptTokens)) }),
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

/** Control tokens of the harmony format; `<|newline|>` of AI21 is none. */
const controls = new Set(['<|channel|>', '<|message|>', '<|end|>', '<|start|>', '<|return|>']);

/**
 * The tokens without control tokens (`<|channel|>` and the name behind it), and without those after the text, where it ends before they do.
 * @param {readonly Listed[]} tokens
 * @param {string} text
 */
function answerTokens(tokens, text) {
  const isCut = relationOf(tokens, text) === 'textIsPrefix';
  let spelledSoFar = '';
  return tokens.filter(({ token }, at) => {
    const before = tokens[at - 1]?.token;
    if (controls.has(token) || before === '<|channel|>' || before === '<|start|>') return false;
    const isIn = !isCut || spelledSoFar.length < text.length;
    spelledSoFar += token;
    return isIn;
  });
}

/** Values that only say "not among the top". */
const placeholders = [-9999, -1000, -100];

/**
 * The figures over those with a value, each by its definition and with a loop of its own.
 * @param {readonly Listed[]} tokens
 */
function figuresOf(tokens) {
  const values = tokens.flatMap(({ logprob }) =>
    typeof logprob === 'number' && !placeholders.includes(logprob) ? [logprob] : [],
  );
  if (values.length === 0) return { usable: 0 };
  const total = sum(values);
  const windows = values.length < 16 ? [values] : values.slice(15).map((_, at) => values.slice(at, at + 16));
  return {
    usable: values.length,
    mean: total / values.length,
    perplexity: Math.exp(-total / values.length),
    total,
    lowest: Math.min(...values),
    window: Math.min(...windows.map((window) => sum(window) / window.length)),
    below: values.filter((value) => Math.exp(value) < 0.5).length,
  };
}

/** @param {readonly number[]} values */
const sum = (values) => values.reduce((total, value) => total + value, 0);

/** @param {...(number | null | undefined)} counts prompt, generation, total, cached, reasoning */
export const usage = (...counts) => {
  const [prompt, generation, total, cached, reasoning] = counts.map((count) => count ?? null);
  return [prompt, generation, total, cached, reasoning].every((count) => count === null || count === undefined)
    ? null
    : [prompt ?? null, generation ?? null, total ?? null, cached ?? null, reasoning ?? null];
};

/** What a family says of a body. @typedef {(body: Json) => { format: string, choices: ReturnType<typeof choice>[], usage: (number | null)[] | null, model?: string | null, id?: string | null }} Family */
