// Gemini, as its API writes it (camelCase) and as SDKs dump it (snake_case).

import type { JsonCursor } from '../../json/cursor.ts';
import { readFinishReason } from '../finishClass.ts';
import type { FinishReason, ToolCall } from '../model.ts';
import { ItemShape } from '../tokens/itemShape.ts';
import type { RawAlternative, RawToken, RawTokens, TokenList } from '../tokens/rawToken.ts';
import { readCount, usageOf } from '../usage.ts';
import { palm } from './palm.ts';
import {
  anyOf,
  choiceOf,
  isSet,
  joinTexts,
  noteOtherParts,
  readInteger,
  readingOf,
  readPlaced,
  toolCallOf,
} from './parts.ts';
import type { ProviderChoice, ProviderReader } from './reading.ts';
import { streamReader } from './stream.ts';
import { readTime } from './time.ts';
import { itemsOf, tokenListOf } from './tokenLists.ts';

export const gemini: ProviderReader = {
  format: 'gemini',
  label: 'Gemini',
  recognises(body) {
    const signs = anyOf(body, 'promptFeedback', 'prompt_feedback', 'usageMetadata', 'usage_metadata');
    return body.get('candidates')?.kind === 'array' || signs?.kind === 'object';
  },
  read(body) {
    const otherParts: string[] = [];
    const usage = anyOf(body, 'usageMetadata', 'usage_metadata');
    const blocked = anyOf(anyOf(body, 'promptFeedback', 'prompt_feedback'), 'blockReason', 'block_reason');
    const choices = Array.from(body.get('candidates')?.items() ?? [], (candidate, position) =>
      readCandidate(candidate, position, otherParts),
    );
    return readingOf({
      choices,
      id: anyOf(body, 'responseId', 'response_id')?.text(),
      model: readPlaced(anyOf(body, 'modelVersion', 'model_version')),
      created: readTime(anyOf(body, 'createTime', 'create_time')),
      usage:
        usage &&
        usageOf(usage.pointer, {
          prompt: readCount(anyOf(usage, 'promptTokenCount', 'prompt_token_count')),
          generation: readCount(anyOf(usage, 'candidatesTokenCount', 'candidates_token_count')),
          total: readCount(anyOf(usage, 'totalTokenCount', 'total_token_count')),
          cached: readCount(anyOf(usage, 'cachedContentTokenCount', 'cached_content_token_count')),
          toolPrompt: readCount(anyOf(usage, 'toolUsePromptTokenCount', 'tool_use_prompt_token_count')),
          reasoning: readCount(anyOf(usage, 'thoughtsTokenCount', 'thoughts_token_count')),
        }),
      blocked: isSet(blocked) ? { reason: blocked.text() ?? blocked.lexeme(), pointer: blocked.pointer } : undefined,
      notes: [
        ...noteOtherParts(otherParts),
        ...(isSet(blocked) ? [`The prompt was blocked (${blocked.text() ?? blocked.lexeme()}).`] : []),
      ],
    });
  },
};

function readCandidate(candidate: JsonCursor, position: number, otherParts: string[]): ProviderChoice {
  const texts: (JsonCursor | undefined)[] = [];
  const thoughts: (JsonCursor | undefined)[] = [];
  const toolCalls: ToolCall[] = [];
  const parts = candidate.get('content')?.get('parts');
  for (const part of parts?.items() ?? []) {
    const call = anyOf(part, 'functionCall', 'function_call');
    const text = part.get('text');
    if (isSet(call)) toolCalls.push(toolCallOf(call, call.get('name'), call.get('args'), call.get('id')));
    else if (text?.kind === 'string') (part.get('thought')?.kind === 'true' ? thoughts : texts).push(text);
    else for (const [key] of part.entries()) otherParts.push(key);
  }
  const finishReason = readFinishReason('gemini', anyOf(candidate, 'finishReason', 'finish_reason'));
  return choiceOf(candidate, position, {
    index: readInteger(candidate.get('index')),
    text: joinTexts(texts),
    hasPlace: parts !== undefined,
    reasoning: joinTexts(thoughts),
    toolCalls,
    finishReason: finishReason && withToolCall(finishReason, toolCalls.length > 0),
    tokens: geminiTokens(anyOf(candidate, 'logprobsResult', 'logprobs_result')),
  });
}

/** A function call ends with STOP too. */
function withToolCall(reason: FinishReason, hasToolCalls: boolean): FinishReason {
  return reason.class === 'stop' && hasToolCalls ? { ...reason, class: 'tool_call' } : reason;
}

/** One event is a body with the next parts of each candidate, and the counts so far. */
export const geminiStream = streamReader({
  format: 'gemini-stream',
  label: 'Gemini, events of a stream',
  isEvent: (event) => gemini.recognises(event) && !palm.recognises(event),
  merge(body, event) {
    for (const [key, member] of event.entries()) {
      if (key !== 'candidates') body.at(key).put(member);
    }
    let position = 0;
    for (const candidate of event.get('candidates')?.items() ?? []) {
      const found = body.at('candidates', readInteger(candidate.get('index')) ?? position++);
      found.start(candidate);
      for (const [key, member] of candidate.entries()) {
        if (key === 'content') found.at(key, 'parts').append(member.get('parts'));
        else if (key === 'logprobsResult' || key === 'logprobs_result') {
          for (const [name, list] of member.entries()) found.at(key, name).append(list);
        } else found.at(key).put(member);
      }
    }
  },
  read: (body) => gemini.read(body),
});

/** Gemini: chosen candidates, and lists of top candidates beside them. */
function geminiTokens(result: JsonCursor | undefined): TokenList | undefined {
  const chosen = anyOf(result, 'chosenCandidates', 'chosen_candidates');
  const top = anyOf(result, 'topCandidates', 'top_candidates');
  const read = (): Partial<RawTokens> => {
    const tops = itemsOf(top);
    return {
      tokens: itemsOf(chosen).map((item, at): RawToken => {
        const candidates = tops[at]?.get('candidates');
        return {
          ...geminiCandidate(item),
          id: readInteger(anyOf(item, 'tokenId', 'token_id')),
          alternatives: candidates === undefined ? undefined : itemsOf(candidates).map(geminiCandidate),
        };
      }),
      lists:
        chosen === undefined || top?.kind !== 'array'
          ? []
          : [
              { name: 'chosenCandidates', length: chosen.length, pointer: chosen.pointer },
              { name: 'topCandidates', length: top.length, pointer: top.pointer },
            ],
    };
  };
  return tokenListOf(chosen, chosen?.length ?? 0, read, () => ({
    kind: 'items',
    shape: candidateShape,
    list: chosen,
    beside: top?.kind === 'array' ? top : undefined,
    within: candidatesShape,
  }));
}

/** As `geminiCandidate` reads it. */
const candidateShape = new ItemShape({ text: 'token', value: ['logProbability', 'log_probability'] });
const candidatesShape = new ItemShape({ alternatives: ['candidates'] });

function geminiCandidate(item: JsonCursor): RawAlternative {
  return {
    place: item,
    text: item.get('token')?.text() ?? '',
    logprob: anyOf(item, 'logProbability', 'log_probability'),
  };
}
