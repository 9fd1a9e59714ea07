// Cohere: generate, chat v1 and chat v2. Billed units and real tokens are never mixed.

import type { JsonCursor } from '../../json/cursor.ts';
import { readFinishReason } from '../finishClass.ts';
import { readToolCalls } from '../generation.ts';
import type { Usage } from '../model.ts';
import { ItemShape } from '../tokens/itemShape.ts';
import type { TokenList } from '../tokens/rawToken.ts';
import { readCount, usageOf } from '../usage.ts';
import { choiceOf, firstItem, joinTexts, noteOtherParts, readInteger, readingOf, toolCallOf } from './parts.ts';
import type { ProviderReader } from './reading.ts';
import { itemsOf, tokenListOf } from './tokenLists.ts';

export const cohereGenerate: ProviderReader = {
  format: 'cohere-generate',
  label: 'Cohere generate',
  recognises(body) {
    return firstItem(body.get('generations'))?.kind === 'object';
  },
  read(body) {
    const meta = body.get('meta');
    return readingOf({
      choices: Array.from(body.get('generations')?.items() ?? [], (generation, position) => {
        const text = generation.get('text');
        return choiceOf(generation, position, {
          index: readInteger(generation.get('index')),
          text: joinTexts([text]),
          hasPlace: text !== undefined,
          finishReason: readFinishReason('cohere', generation.get('finish_reason')),
          tokens: cohereTokens(generation.get('token_likelihoods')),
        });
      }),
      id: body.get('id')?.text(),
      usage: readCohereUsage(meta),
      billed: readBilled(meta),
      notes: billedNotes(meta),
    });
  },
};

export const cohereChatV2: ProviderReader = {
  format: 'cohere-chat-v2',
  label: 'Cohere chat v2',
  recognises(body) {
    return body.get('message')?.kind === 'object' && body.get('finish_reason') !== undefined;
  },
  read(body) {
    const message = body.get('message');
    const content = message?.get('content');
    const texts: (JsonCursor | undefined)[] = [content];
    // The plan of what to call and why.
    const thoughts: (JsonCursor | undefined)[] = [message?.get('tool_plan')];
    const otherParts: string[] = [];
    for (const part of content?.items() ?? []) {
      const type = part.get('type')?.text() ?? 'unnamed';
      if (type === 'text') texts.push(part.get('text'));
      else if (type === 'thinking') thoughts.push(part.get('thinking'));
      else otherParts.push(type);
    }
    return readingOf({
      choices: [
        choiceOf(body, 0, {
          text: joinTexts(texts),
          hasPlace: content !== undefined,
          reasoning: joinTexts(thoughts),
          toolCalls: readToolCalls(message?.get('tool_calls')),
          finishReason: readFinishReason('cohere', body.get('finish_reason')),
          tokens: cohereChunkTokens(body.get('logprobs')),
        }),
      ],
      id: body.get('id')?.text(),
      usage: readCohereUsage(body.get('usage')),
      billed: readBilled(body.get('usage')),
      notes: [...noteOtherParts(otherParts), ...billedNotes(body.get('usage'))],
    });
  },
};

export const cohereChatV1: ProviderReader = {
  format: 'cohere-chat-v1',
  label: 'Cohere chat v1',
  recognises(body) {
    const hasSigns = body.get('generation_id') !== undefined || body.get('chat_history') !== undefined;
    return body.get('text')?.kind === 'string' && hasSigns;
  },
  read(body) {
    const calls = Array.from(body.get('tool_calls')?.items() ?? []);
    return readingOf({
      choices: [
        choiceOf(body, 0, {
          text: joinTexts([body.get('text')]),
          toolCalls: calls.map((call) => toolCallOf(call, call.get('name'), call.get('parameters'))),
          finishReason: readFinishReason('cohere', body.get('finish_reason')),
        }),
      ],
      id: body.get('response_id')?.text() ?? body.get('generation_id')?.text(),
      usage: readCohereUsage(body.get('meta')),
      billed: readBilled(body.get('meta')),
      notes: billedNotes(body.get('meta')),
    });
  },
};

/** `tokens` where they are stated, else the billed units. */
function readCohereUsage(meta: JsonCursor | undefined): Usage | undefined {
  const counts = meta?.get('tokens') ?? meta?.get('billed_units');
  if (counts === undefined) return undefined;
  return usageOf(counts.pointer, {
    prompt: readCount(counts.get('input_tokens')),
    generation: readCount(counts.get('output_tokens')),
    cached: readCount(meta?.get('cached_tokens')),
  });
}

/** The billed units, where they stand beside the tokens. */
function readBilled(meta: JsonCursor | undefined): Usage | undefined {
  const billed = meta?.get('billed_units');
  if (billed === undefined || meta?.get('tokens') === undefined) return undefined;
  return usageOf(billed.pointer, {
    prompt: readCount(billed.get('input_tokens')),
    generation: readCount(billed.get('output_tokens')),
  });
}

function billedNotes(meta: JsonCursor | undefined): readonly string[] {
  const billed = meta?.get('billed_units');
  const input = billed?.get('input_tokens')?.lexeme();
  const output = billed?.get('output_tokens')?.lexeme();
  if (input === undefined && output === undefined) return [];
  if (meta?.get('tokens') === undefined) return ['The token counts are billed units.'];
  return [`Billed units: ${input ?? '–'} input, ${output ?? '–'} output.`];
}

/** Cohere generate: `token_likelihoods`, the first one without a likelihood. */
function cohereTokens(list: JsonCursor | undefined): TokenList | undefined {
  const read = () => ({
    tokens: itemsOf(list).map((item) => ({
      place: item,
      text: item.get('token')?.text() ?? '',
      logprob: item.get('likelihood'),
      alternatives: undefined,
    })),
  });
  return tokenListOf(list, list?.length ?? 0, read, () => ({ kind: 'items', shape: likelihoodShape, list }));
}

/** As `cohereTokens` reads it. */
const likelihoodShape = new ItemShape({ text: 'token', value: ['likelihood'] });

/** Cohere chat v2: chunks of text with several tokens each; the text of a chunk stands with its first token. */
function cohereChunkTokens(list: JsonCursor | undefined): TokenList | undefined {
  const chunks = itemsOf(list);
  const count = chunks.reduce((sum, chunk) => sum + (chunk.get('logprobs')?.length ?? 0), 0);
  return tokenListOf(list, count, () => ({
    tokens: chunks.flatMap((chunk) => {
      const ids = itemsOf(chunk.get('token_ids'));
      return itemsOf(chunk.get('logprobs')).map((logprob, at) => ({
        place: at === 0 ? chunk : logprob,
        text: at === 0 ? (chunk.get('text')?.text() ?? '') : '',
        logprob,
        id: readInteger(ids[at]),
        alternatives: undefined,
      }));
    }),
  }));
}
