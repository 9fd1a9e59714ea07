// Anthropic answers as the events of a stream: Messages, and legacy completions.

import type { JsonCursor } from '../../json/cursor.ts';
import { anthropicComplete } from './anthropicComplete.ts';
import { anthropicMessages } from './anthropicMessages.ts';
import type { Merged } from './merged.ts';
import { readInteger } from './parts.ts';
import { streamReader } from './stream.ts';

export const anthropicMessagesStream = streamReader({
  format: 'anthropic-messages-stream',
  label: 'Anthropic Messages, events of a stream',
  isEvent: (event) => ['message_start', 'content_block_start'].includes(event.get('type')?.text() ?? ''),
  merge(body, event) {
    const message = event.get('message');
    if (message?.kind === 'object') body.start(message);
    // The counts at the end are those of the whole, but not all of them are stated again.
    for (const usage of [message?.get('usage'), event.get('usage')]) {
      body.at('usage').start(usage);
      body.at('usage').putMembers(usage);
    }
    body.at('stop_reason').put(event.get('delta')?.get('stop_reason'));
    const index = readInteger(event.get('index'));
    if (index !== undefined) mergeBlock(body.at('content', index), event.get('content_block'), event.get('delta'));
  },
  read: (body) => anthropicMessages.read(body),
});

/** The key of a block that grows, by the key of the piece. */
const growing = [
  ['text', 'text'],
  ['thinking', 'thinking'],
  ['partial_json', 'input'],
] as const;

function mergeBlock(found: Merged, block: JsonCursor | undefined, delta: JsonCursor | undefined): void {
  found.start(block);
  // A block may begin with the first words of its text; its input begins as an empty object.
  for (const key of ['text', 'thinking']) found.at(key).join(block?.get(key));
  for (const [piece, key] of growing) found.at(key).join(delta?.get(piece));
}

export const anthropicCompleteStream = streamReader({
  format: 'anthropic-complete-stream',
  label: 'Anthropic complete, events of a stream',
  isEvent: (event) => event.get('type')?.text() === 'completion' || anthropicComplete.recognises(event),
  merge(body, event) {
    body.at('completion').join(event.get('completion'));
    body.putMembers(event, ['completion']);
  },
  read: (body) => anthropicComplete.read(body),
});
