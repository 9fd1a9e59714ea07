// What is expected of the bodies and streams of OpenAI, one function per family, in the plainest way. Imports nothing from src/.

import { choice, isText, usage } from './expectParts.js';

/** @typedef {any} Json */
/** @typedef {import('./expectParts.js').Family} Family */
/** @typedef {import('./expectParts.js').Piece} Piece */
/** @typedef {import('./expectParts.js').Listed} Listed */

/** @param {Json} u */
const openaiUsage = (u) =>
  u
    ? usage(
        u.prompt_tokens,
        u.completion_tokens,
        u.total_tokens,
        u.prompt_tokens_details?.cached_tokens ?? u.cached_tokens ?? u.prompt_cache_hit_tokens,
        u.completion_tokens_details?.reasoning_tokens ?? u.reasoning_tokens,
      )
    : null;

/** @param {Json} logprobs */
const completionTokens = (logprobs) =>
  logprobs?.tokens?.map((/** @type {string} */ token, /** @type {number} */ t) => ({
    token,
    logprob: logprobs.token_logprobs[t],
  }));

/**
 * How many tokens at the beginning repeat the prompt: with one choice, and where the first has no value, as many as the prompt has.
 * @param {readonly Listed[] | undefined} tokens
 * @param {Json} body
 */
const repeatedTokens = (tokens, body) => {
  const count = body.choices.length === 1 && tokens?.[0]?.logprob === null ? body.usage?.prompt_tokens : 0;
  return count <= (tokens?.length ?? 0) ? count : 0;
};

/** @type {Record<'completion' | 'edit' | 'chat' | 'chunks' | 'responses' | 'responsesStream', Family>} */
export const openaiFamilies = {
  completion: (body) => ({
    format: 'openai-completion',
    choices: body.choices.map((/** @type {Json} */ c, /** @type {number} */ k) =>
      choice(`/choices/${k}`, {
        index: c.index,
        pieces: [{ text: c.text, pointer: `/choices/${k}/text` }],
        reason: c.finish_reason,
        tokens: completionTokens(c.logprobs),
        promptTokens: repeatedTokens(completionTokens(c.logprobs), body),
      }),
    ),
    usage: openaiUsage(body.usage),
  }),
  edit: (body) => ({ ...openaiFamilies.completion({ ...body }), format: 'openai-edit' }),
  chat: (body) => ({
    format: 'openai-chat',
    choices: body.choices.map((/** @type {Json} */ c, /** @type {number} */ k) =>
      choice(`/choices/${k}`, {
        index: c.index,
        pieces: [{ text: c.message?.content, pointer: `/choices/${k}/message/content` }],
        reason: c.finish_reason,
        calls: c.message?.tool_calls?.length ?? (c.message?.function_call ? 1 : 0),
        tokens: c.logprobs?.content,
      }),
    ),
    usage: openaiUsage(body.usage),
  }),
  /** A list of chunks; the pointers of its parts are given by `at`. */
  chunks: (body) => {
    const isEvents = body.events !== undefined;
    /** @type {Json[]} */
    const list = body.events ?? body;
    /** @type {Map<number, { pointer: string, pieces: Piece[], reason: Json, tokens: Listed[] }>} */
    const byIndex = new Map();
    list.forEach((chunk, i) => {
      (chunk.choices ?? []).forEach((/** @type {Json} */ c, /** @type {number} */ k) => {
        const place = isEvents ? '' : `/${i}/choices/${k}`;
        // The last chunk may leave its index out.
        const index = c.index ?? 0;
        const known = byIndex.get(index) ?? { pointer: place, pieces: [], reason: null, tokens: [] };
        const [text, key] = c.delta ? [c.delta.content, '/delta/content'] : [c.text, '/text'];
        if (isText(text)) known.pieces.push({ text, pointer: isEvents ? '' : `${place}${key}` });
        known.reason = c.finish_reason ?? known.reason;
        known.tokens.push(...(c.logprobs?.content ?? []));
        byIndex.set(index, known);
      });
    });
    return {
      format: 'openai-chunks',
      choices: Array.from(byIndex, ([index, { pointer, ...parts }]) => choice(pointer, { index, ...parts })),
      usage: openaiUsage(list.map((chunk) => chunk.usage).findLast((one) => one)),
      model: list.map((chunk) => chunk.model).find((one) => one),
      id: list.map((chunk) => chunk.id).find((one) => one),
    };
  },
  responses: (body) => {
    const at = body.at ?? ((/** @type {string} */ pointer) => pointer);
    /** @type {Piece[]} */
    const pieces = [];
    /** @type {Listed[]} */
    const tokens = [];
    let calls = 0;
    body.output.forEach((/** @type {Json} */ item, /** @type {number} */ i) => {
      if (item.type === 'function_call') calls++;
      if (item.type !== 'message') return;
      item.content.forEach((/** @type {Json} */ part, /** @type {number} */ k) => {
        if (part.type !== 'output_text') return;
        pieces.push({ text: part.text, pointer: at(`/output/${i}/content/${k}/text`) });
        tokens.push(...(part.logprobs ?? []));
      });
    });
    const reason = body.incomplete_details?.reason ?? body.status;
    const u = body.usage;
    return {
      format: 'openai-responses',
      choices: [choice('', { pieces, reason, calls, tokens })],
      usage: usage(
        u.input_tokens,
        u.output_tokens,
        u.total_tokens,
        u.input_tokens_details.cached_tokens,
        u.output_tokens_details.reasoning_tokens,
      ),
    };
  },
  responsesStream: ({ events }) => {
    const whole = events.find((/** @type {Json} */ event) => event.type === 'response.completed').response;
    const found = openaiFamilies.responses({ ...whole, at: () => '' });
    return { ...found, format: 'openai-responses-stream', model: whole.model, id: whole.id };
  },
};
