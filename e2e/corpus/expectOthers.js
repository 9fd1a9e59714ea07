// What is expected of the bodies of everyone but OpenAI, one function per family, in the plainest way. Imports nothing from src/.

import { choice, usage } from './expectParts.js';

/** @typedef {any} Json */
/** @typedef {import('./expectParts.js').Family} Family */

/**
 * @param {Json} u
 * @param {number} output
 */
const anthropicUsage = (u, output) =>
  usage(
    u.input_tokens + (u.cache_creation_input_tokens ?? 0) + (u.cache_read_input_tokens ?? 0),
    output,
    null,
    u.cache_read_input_tokens,
  );

/** @param {Json} meta */
const cohereUsage = (meta) => {
  const counts = meta?.tokens ?? meta?.billed_units;
  return counts ? usage(counts.input_tokens, counts.output_tokens, null, meta.cached_tokens) : null;
};

/** @satisfies {Record<string, Family>} */
export const otherFamilies = {
  messages: (body) => ({
    format: 'anthropic-messages',
    choices: [
      choice('', {
        pieces: body.content.map((/** @type {Json} */ part, /** @type {number} */ k) => ({
          text: part.type === 'text' ? part.text : undefined,
          pointer: `/content/${k}/text`,
        })),
        reason: body.stop_reason,
      }),
    ],
    usage: anthropicUsage(body.usage, body.usage.output_tokens),
  }),
  messagesStream: ({ events }) => {
    const { message } = events[0];
    const end = events.find((/** @type {Json} */ event) => event.type === 'message_delta');
    return {
      format: 'anthropic-messages-stream',
      choices: [
        choice('', {
          pieces: events.map((/** @type {Json} */ event) => ({
            text: event.content_block?.text ?? event.delta?.text,
            pointer: '',
          })),
          reason: end.delta.stop_reason,
        }),
      ],
      usage: anthropicUsage(message.usage, end.usage.output_tokens),
      model: message.model,
      id: message.id,
    };
  },
  anthropicComplete: (body) => ({
    format: 'anthropic-complete',
    choices: [choice('', { pieces: [{ text: body.completion, pointer: '/completion' }], reason: body.stop_reason })],
    usage: null,
    id: body.id ?? body.log_id,
  }),
  converse: (body) => ({
    format: 'bedrock-converse',
    choices: [
      choice('', {
        pieces: body.output.message.content.map((/** @type {Json} */ part, /** @type {number} */ k) => ({
          text: part.text,
          pointer: `/output/message/content/${k}/text`,
        })),
        reason: body.stopReason,
        calls: body.output.message.content.filter((/** @type {Json} */ part) => part.toolUse).length,
      }),
    ],
    usage: usage(
      body.usage.inputTokens,
      body.usage.outputTokens,
      body.usage.totalTokens,
      body.usage.cacheReadInputTokens ?? body.usage.cacheReadInputTokenCount,
    ),
  }),
  bedrockLlama: (body) => ({
    format: 'bedrock-llama',
    choices: [choice('', { pieces: [{ text: body.generation, pointer: '/generation' }], reason: body.stop_reason })],
    usage: usage(body.prompt_token_count, body.generation_token_count),
  }),
  cohereGenerate: (body) => ({
    format: 'cohere-generate',
    choices: body.generations.map((/** @type {Json} */ g, /** @type {number} */ k) =>
      choice(`/generations/${k}`, {
        pieces: [{ text: g.text, pointer: `/generations/${k}/text` }],
        reason: g.finish_reason,
      }),
    ),
    usage: cohereUsage(body.meta),
  }),
  cohereChat: (body) => ({
    format: 'cohere-chat-v1',
    choices: [choice('', { pieces: [{ text: body.text, pointer: '/text' }], reason: body.finish_reason })],
    usage: cohereUsage(body.meta),
    id: body.response_id,
  }),
  cohereChat2: (body) => ({
    format: 'cohere-chat-v2',
    choices: [
      choice('', {
        pieces: body.message.content.map((/** @type {Json} */ part, /** @type {number} */ k) => ({
          text: part.text,
          pointer: `/message/content/${k}/text`,
        })),
        reason: body.finish_reason,
      }),
    ],
    usage: cohereUsage(body.usage),
  }),
  gemini: (body) => {
    const u = body.usageMetadata ?? body.usage_metadata;
    return {
      format: 'gemini',
      choices: (body.candidates ?? []).map((/** @type {Json} */ c, /** @type {number} */ k) =>
        choice(`/candidates/${k}`, {
          index: c.index,
          pieces: (c.content?.parts ?? []).map((/** @type {Json} */ part, /** @type {number} */ p) => ({
            text: part.thought === true ? undefined : part.text,
            pointer: `/candidates/${k}/content/parts/${p}/text`,
          })),
          reason: c.finishReason ?? c.finish_reason,
          tokens: c.logprobsResult?.chosenCandidates.map((/** @type {Json} */ t) => ({
            token: t.token,
            logprob: t.logProbability,
          })),
        }),
      ),
      usage: usage(
        u?.promptTokenCount ?? u?.prompt_token_count,
        u?.candidatesTokenCount ?? u?.candidates_token_count,
        u?.totalTokenCount ?? u?.total_token_count,
        u?.cachedContentTokenCount ?? u?.cached_content_token_count,
        u?.thoughtsTokenCount ?? u?.thoughts_token_count,
      ),
      model: body.modelVersion ?? body.model_version,
      id: body.responseId ?? body.response_id,
    };
  },
  palm: (body) => ({
    format: 'palm',
    choices: body.candidates.map((/** @type {Json} */ c, /** @type {number} */ k) =>
      choice(`/candidates/${k}`, {
        pieces: [{ text: c.output, pointer: `/candidates/${k}/output` }],
        reason: null,
      }),
    ),
    usage: null,
  }),
  ai21: (body) => {
    const { data, finishReason } = body.completions[0];
    const { end } = data.tokens.at(-1).textRange;
    return {
      format: 'ai21',
      choices: [
        choice('/completions/0', {
          pieces: [{ text: data.text, pointer: '/completions/0/data/text' }],
          reason: finishReason.reason,
          tokens: data.tokens.map((/** @type {Json} */ t) => ({
            token: t.generatedToken.token,
            logprob: t.generatedToken.raw_logprob,
          })),
          relation: end === Array.from(data.text).length ? 'equal' : 'covers',
        }),
      ],
      usage: usage(body.prompt.tokens.length, data.tokens.length),
      id: String(body.id),
    };
  },
  alephAlpha: (body) => {
    const [c] = body.completions;
    return {
      format: 'aleph-alpha',
      choices: [
        choice('/completions/0', {
          index: c.index,
          pieces: [{ text: c.completion, pointer: '/completions/0/completion' }],
          reason: c.finish_reason,
          tokens: c.log_probs?.map((/** @type {Json} */ one, /** @type {number} */ t) => ({
            token: c.completion_tokens[t],
            logprob: one[c.completion_tokens[t]],
          })),
          // The first one of a repeated prompt has no value.
          promptTokens: c.log_probs?.[0] && Object.keys(c.log_probs[0]).length === 0 ? body.num_tokens_prompt_total : 0,
        }),
      ],
      usage: usage(body.num_tokens_prompt_total, body.num_tokens_generated),
      model: body.model_version,
    };
  },
  tgi: (body) => ({
    format: 'tgi',
    choices: [
      choice('', {
        pieces: [{ text: body.generated_text, pointer: '/generated_text' }],
        reason: body.details.finish_reason,
        tokens: body.details.tokens.map((/** @type {Json} */ t) => ({ token: t.text, logprob: t.logprob })),
      }),
    ],
    usage: usage(body.details.prefill.length || null, body.details.generated_tokens),
  }),
  ollama: (body) => ({
    format: 'ollama',
    choices: [
      choice('', { pieces: [{ text: body.message.content, pointer: '/message/content' }], reason: body.done_reason }),
    ],
    usage: usage(body.prompt_eval_count, body.eval_count),
  }),
  watsonx: (body) => ({
    format: 'watsonx',
    choices: body.results.map((/** @type {Json} */ r, /** @type {number} */ k) =>
      choice(`/results/${k}`, {
        pieces: [{ text: r.generated_text, pointer: `/results/${k}/generated_text` }],
        reason: r.stop_reason,
      }),
    ),
    usage: usage(body.results[0].input_token_count, body.results[0].generated_token_count),
    model: body.model_id,
  }),
  // Its output are addresses of pictures, which are no text.
  replicateImage: (body) => ({
    format: 'replicate',
    choices: [choice('', { pieces: [], reason: body.status })],
    usage: null,
  }),
  error: () => ({ format: 'error', choices: [], usage: null }),
};
