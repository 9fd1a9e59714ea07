// Amazon Bedrock: Converse (also Nova), and the bodies of Llama, Mistral and Titan as InvokeModel returns them.

import type { JsonCursor } from '../../json/cursor.ts';
import { readFinishReason } from '../finishClass.ts';
import type { ToolCall } from '../model.ts';
import { readCount, usageOf } from '../usage.ts';
import { anyOf, choiceOf, firstItem, joinTexts, noteOtherParts, readingOf, sumCounts, toolCallOf } from './parts.ts';
import type { ProviderReader } from './reading.ts';

export const bedrockConverse: ProviderReader = {
  format: 'bedrock-converse',
  label: 'Bedrock Converse',
  recognises(body) {
    return body.get('output')?.get('message') !== undefined && body.get('stopReason') !== undefined;
  },
  read(body) {
    const content = body.get('output')?.get('message')?.get('content');
    const texts: (JsonCursor | undefined)[] = [];
    const thoughts: (JsonCursor | undefined)[] = [];
    const toolCalls: ToolCall[] = [];
    const otherParts: string[] = [];
    for (const part of content?.items() ?? []) {
      const call = part.get('toolUse');
      const reasoning = part.get('reasoningContent');
      if (call !== undefined)
        toolCalls.push(toolCallOf(call, call.get('name'), call.get('input'), call.get('toolUseId')));
      else if (reasoning !== undefined) thoughts.push(reasoning.get('reasoningText')?.get('text'));
      else if (part.get('text') !== undefined) texts.push(part.get('text'));
      else for (const [key] of part.entries()) otherParts.push(key);
    }
    const usage = body.get('usage');
    return readingOf({
      choices: [
        choiceOf(body, 0, {
          text: joinTexts(texts),
          hasPlace: content !== undefined,
          reasoning: joinTexts(thoughts),
          toolCalls,
          finishReason: readFinishReason('bedrock', body.get('stopReason')),
        }),
      ],
      usage:
        usage &&
        usageOf(usage.pointer, {
          prompt: readCount(usage.get('inputTokens')),
          generation: readCount(usage.get('outputTokens')),
          total: readCount(usage.get('totalTokens')),
          cached: readCount(anyOf(usage, 'cacheReadInputTokens', 'cacheReadInputTokenCount')),
        }),
      notes: noteOtherParts(otherParts),
    });
  },
};

export const bedrockLlama: ProviderReader = {
  format: 'bedrock-llama',
  label: 'Bedrock Llama',
  recognises(body) {
    return body.get('generation')?.kind === 'string' && body.get('stop_reason') !== undefined;
  },
  read(body) {
    const text = joinTexts([body.get('generation')]);
    return readingOf({
      choices: [choiceOf(body, 0, { text, finishReason: readFinishReason('bedrock', body.get('stop_reason')) })],
      usage: usageOf(body.pointer, {
        prompt: readCount(body.get('prompt_token_count')),
        generation: readCount(body.get('generation_token_count')),
      }),
    });
  },
};

export const bedrockMistral: ProviderReader = {
  format: 'bedrock-mistral',
  label: 'Bedrock Mistral',
  recognises(body) {
    return firstItem(body.get('outputs'))?.get('text') !== undefined;
  },
  read(body) {
    return readingOf({
      choices: Array.from(body.get('outputs')?.items() ?? [], (output, position) => {
        const text = joinTexts([output.get('text')]);
        const finishReason = readFinishReason('bedrock', output.get('stop_reason'));
        return choiceOf(output, position, { text, hasPlace: text !== undefined, finishReason });
      }),
    });
  },
};

export const bedrockTitan: ProviderReader = {
  format: 'bedrock-titan',
  label: 'Bedrock Titan',
  recognises(body) {
    return firstItem(body.get('results'))?.get('outputText') !== undefined;
  },
  read(body) {
    const results = Array.from(body.get('results')?.items() ?? []);
    return readingOf({
      choices: results.map((result, position) => {
        const text = joinTexts([result.get('outputText')]);
        return choiceOf(result, position, {
          text,
          hasPlace: text !== undefined,
          finishReason: readFinishReason('bedrock', result.get('completionReason')),
          usage: usageOf(result.pointer, { generation: readCount(result.get('tokenCount')) }),
        });
      }),
      usage: usageOf(body.pointer, {
        prompt: readCount(body.get('inputTextTokenCount')),
        generation: sumCounts(results.map((result) => readCount(result.get('tokenCount')))),
      }),
    });
  },
};
