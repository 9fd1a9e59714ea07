// What the readers should find in recorded bodies, worked out from the bodies themselves in the plainest way: one function
// per family, chosen by hand for every file. Imports nothing from src/, so that no mistake is made twice. Writes pointers,
// hashes and counts, never a text: `node e2e/corpus/expect.js DIR > e2e/corpus/expectations.json`, then `npm run format`.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** @typedef {any} Json */
/** @typedef {{ readonly text: string | undefined, readonly pointer: string }} Piece */
/** @typedef {{ token: string, bytes?: number[] | null, logprob: number | null | undefined }} Listed */

/** @param {string} text */
const hash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** @param {Json} value */
const isText = (value) => typeof value === 'string';

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
function choice(pointer, { index, pieces, reason, calls = 0, tokens, relation }) {
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
const usage = (...counts) => {
  const [prompt, generation, total, cached, reasoning] = counts.map((count) => count ?? null);
  return [prompt, generation, total, cached, reasoning].every((count) => count === null || count === undefined)
    ? null
    : [prompt ?? null, generation ?? null, total ?? null, cached ?? null, reasoning ?? null];
};

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

/** @type {Record<string, (body: Json) => { format: string, choices: ReturnType<typeof choice>[], usage: (number | null)[] | null, model?: string | null, id?: string | null }>} */
const families = {
  completion: (body) => ({
    format: 'openai-completion',
    choices: body.choices.map((/** @type {Json} */ c, /** @type {number} */ k) =>
      choice(`/choices/${k}`, {
        index: c.index,
        pieces: [{ text: c.text, pointer: `/choices/${k}/text` }],
        reason: c.finish_reason,
        tokens: completionTokens(c.logprobs),
      }),
    ),
    usage: openaiUsage(body.usage),
  }),
  edit: (body) => ({ ...family('completion', { ...body }), format: 'openai-edit' }),
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
    const found = family('responses', { ...whole, at: () => '' });
    return { ...found, format: 'openai-responses-stream', model: whole.model, id: whole.id };
  },
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

/**
 * @param {string} name
 * @param {Json} body
 */
function family(name, body) {
  const read = families[name];
  if (!read) throw new Error(`No family ${name}`);
  return read(body);
}

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

/** The family of a file, by hand. @type {readonly (readonly [RegExp, string])[]} */
const familyOf = [
  [/^ai21\//, 'ai21'],
  [/^aleph-alpha\//, 'alephAlpha'],
  [/^anthropic\/complete-/, 'anthropicComplete'],
  [/^anthropic\/messages-stream/, 'messagesStream'],
  [/^anthropic\/messages-/, 'messages'],
  [/^azure-openai\/azure-prompt-content-filter-error/, 'error'],
  [/^azure-openai\/azure-stream/, 'chunks'],
  [/^bedrock\/claude-/, 'anthropicComplete'],
  [/^bedrock\/converse-/, 'converse'],
  [/^bedrock\/meta-/, 'bedrockLlama'],
  [/^bedrock\/openai-compat-stream/, 'chunks'],
  [/^cohere\/chat-v1/, 'cohereChat'],
  [/^cohere\/chat-v2/, 'cohereChat2'],
  [/^cohere\/generate/, 'cohereGenerate'],
  [/^google\/palm-/, 'palm'],
  [/^google\//, 'gemini'],
  [/^huggingface-tgi\/tgi-chat-/, 'chat'],
  [/^huggingface-tgi\/tgi-completions-/, 'completion'],
  [/^huggingface-tgi\//, 'tgi'],
  [/^ollama\/openai-compat-completions/, 'completion'],
  [/^ollama\//, 'ollama'],
  [/^openai-(chat|completions)\/.*\.sse$/, 'chunks'],
  [/^openai-completions\//, 'completion'],
  [/^openai-edits\//, 'edit'],
  [/^openai-responses\/.*\.sse$/, 'responsesStream'],
  [/^openai-responses\//, 'responses'],
  [/^replicate\/image-/, 'replicateImage'],
  [/^watsonx\//, 'watsonx'],
  [/^(azure-openai|groq|mistral|openai-chat|together|vllm)\//, 'chat'],
];

/** Relations that a join of tokens does not show: control tokens between, reasoning in tags around. */
const relations = new Map([['bedrock/openai-compat-stream-logprobs.json', 'covers']]);

/** @param {string} text */
function eventsOf(text) {
  const data = text.split(/\r?\n/).filter((line) => line.startsWith('data:'));
  return data
    .map((line) => line.slice(5).trim())
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: node e2e/corpus/expect.js DIR');
  process.exitCode = 2;
} else {
  /** @type {Record<string, object>} */
  const expectations = {};
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    ['.json', '.sse'].includes(extname(file)),
  );
  for (const file of files.sort()) {
    const name = familyOf.find(([pattern]) => pattern.test(file))?.[1];
    if (name === undefined) continue;
    const text = readFileSync(join(folder, file), 'utf8');
    const body = extname(file) === '.sse' ? { events: eventsOf(text) } : JSON.parse(text);
    const { format, choices, usage: counts, model, id } = family(name, body);
    const relation = relations.get(file);
    expectations[file] = {
      sha256: hash(text),
      format,
      model: model === undefined ? (body.model ?? null) : model,
      // An empty id is none.
      id: (id === undefined && isText(body.id) ? body.id : id) || null,
      usage: counts,
      choices: relation === undefined ? choices : choices.map((one) => ({ ...one, relation, mean: null })),
    };
  }
  console.log(JSON.stringify(expectations));
}
