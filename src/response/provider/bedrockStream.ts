// Amazon Bedrock as the events of a stream: those of Converse, and of InvokeModel the bodies of Llama, Mistral and Titan piece by piece.

import type { JsonCursor } from '../../json/cursor.ts';
import { bedrockConverse, bedrockLlama, bedrockMistral, bedrockTitan } from './bedrock.ts';
import type { Merged } from './merged.ts';
import { readInteger } from './parts.ts';
import { streamReader } from './stream.ts';

const names = ['messageStart', 'contentBlockStart', 'contentBlockDelta', 'contentBlockStop', 'messageStop', 'metadata'];

export const bedrockConverseStream = streamReader({
  format: 'bedrock-converse-stream',
  label: 'Bedrock Converse, events of a stream',
  isEvent: (event) =>
    ['messageStart', 'contentBlockStart', 'contentBlockDelta'].some((name) => event.get(name)?.kind === 'object') ||
    (event.get('contentBlockIndex') !== undefined && event.get('delta')?.kind === 'object'),
  merge(body, event) {
    // SDKs put each event under its name, which on the wire stands in a header.
    const inner = names.map((name) => event.get(name)).find((found) => found?.kind === 'object') ?? event;
    body.at('stopReason').put(inner.get('stopReason'));
    body.at('usage').put(inner.get('usage'));
    const index = readInteger(inner.get('contentBlockIndex'));
    const message = body.at('output', 'message');
    if (index !== undefined) mergeBlock(message.at('content', index), inner.get('start'), inner.get('delta'));
  },
  read: (body) => bedrockConverse.read(body),
});

function mergeBlock(block: Merged, start: JsonCursor | undefined, delta: JsonCursor | undefined): void {
  block.at('toolUse').start(start?.get('toolUse'));
  block.at('toolUse', 'input').join(delta?.get('toolUse')?.get('input'));
  block.at('text').join(delta?.get('text'));
  block.at('reasoningContent', 'reasoningText', 'text').join(delta?.get('reasoningContent')?.get('text'));
}

const metrics = 'amazon-bedrock-invocationMetrics';

export const bedrockLlamaStream = streamReader({
  format: 'bedrock-llama-stream',
  label: 'Bedrock Llama, events of a stream',
  isEvent: (event) => bedrockLlama.recognises(event),
  merge(body, event) {
    body.at('generation').join(event.get('generation'));
    body.at('prompt_token_count').put(event.get(metrics)?.get('inputTokenCount'));
    body.at('generation_token_count').put(event.get(metrics)?.get('outputTokenCount'));
    body.putMembers(event, ['generation']);
  },
  read: (body) => bedrockLlama.read(body),
});

export const bedrockMistralStream = streamReader({
  format: 'bedrock-mistral-stream',
  label: 'Bedrock Mistral, events of a stream',
  isEvent: (event) => bedrockMistral.recognises(event),
  merge(body, event) {
    let position = 0;
    for (const output of event.get('outputs')?.items() ?? []) {
      const found = body.at('outputs', position++);
      found.start(output);
      found.at('text').join(output.get('text'));
      found.putMembers(output, ['text']);
    }
  },
  read: (body) => bedrockMistral.read(body),
});

/** Its events hold what the items of a whole body hold. */
export const bedrockTitanStream = streamReader({
  format: 'bedrock-titan-stream',
  label: 'Bedrock Titan, events of a stream',
  isEvent: (event) => event.get('outputText')?.kind === 'string',
  merge(body, event) {
    const found = body.at('results', readInteger(event.get('index')) ?? 0);
    found.start(event);
    found.at('outputText').join(event.get('outputText'));
    found.at('completionReason').put(event.get('completionReason'));
    found.at('tokenCount').put(event.get('totalOutputTextTokenCount'));
    body.at('inputTextTokenCount').put(event.get('inputTextTokenCount'));
  },
  read: (body) => bedrockTitan.read(body),
});
