// Chunks of a stream in the shape of OpenAI, one or a list of them, joined per index: `delta` to a message, or `text`.

import type { JsonCursor } from '../../json/cursor.ts';
import type { Merged } from './merged.ts';
import { openaiChat } from './openaiChat.ts';
import { openaiCompletion } from './openaiCompletion.ts';
import { firstItem, readInteger } from './parts.ts';
import type { ProviderReader } from './reading.ts';
import { readStream } from './stream.ts';

export const openaiChunks: ProviderReader = {
  format: 'openai-chunks',
  label: 'OpenAI stream chunks',
  recognises(body) {
    if (body.kind !== 'array') return isChunk(body);
    // The first chunk of Azure has no choices at all; a chunk with counts alone has an empty list.
    let seen = 0;
    for (const item of body.items()) {
      if (isChunk(item) || firstItem(item.get('choices'))?.get('text') !== undefined) return true;
      if (++seen === 8) return false;
    }
    return false;
  },
  read(body) {
    return readStream({ merge, read }, body, body.kind === 'array' ? Array.from(body.items()) : [body]);
  },
};

function isChunk(body: JsonCursor): boolean {
  const choices = body.get('choices');
  if (choices?.kind !== 'array') return false;
  return (body.get('object')?.text() ?? '').includes('chunk') || firstItem(choices)?.get('delta') !== undefined;
}

function read(body: JsonCursor): ReturnType<ProviderReader['read']> {
  const isCompletion = firstItem(body.get('choices'))?.get('text') !== undefined;
  const { created, ...reading } = (isCompletion ? openaiCompletion : openaiChat).read(body);
  // Some say 0 in every chunk, which is no time at all.
  return { ...reading, ...(created?.iso !== undefined && { created }) };
}

function merge(body: Merged, chunk: JsonCursor): void {
  for (const [key, member] of chunk.entries()) {
    // Counts grow from chunk to chunk where all state them; an error comes last.
    if (key === 'usage' || key === 'error') body.at(key).put(member);
    else if (key !== 'choices') body.at(key).start(member);
  }
  // Groq.
  body.at('usage').put(chunk.get('x_groq')?.get('usage'));
  let position = 0;
  for (const choice of chunk.get('choices')?.items() ?? []) {
    mergeChoice(body.at('choices', readInteger(choice.get('index')) ?? position), choice);
    position++;
  }
}

function mergeChoice(found: Merged, choice: JsonCursor): void {
  found.start(choice);
  for (const [key, member] of choice.entries()) {
    if (key === 'text') found.at('text').join(member);
    else if (key === 'logprobs') for (const [name, list] of member.entries()) found.at(key, name).append(list);
    else if (key !== 'delta' && key !== 'message') found.at(key).put(member);
  }
  const { message, delta } = { message: choice.get('message'), delta: choice.get('delta') };
  // Perplexity sends what is new and beside it the message as far as it is: that of the last chunk is whole.
  if (message?.kind === 'object') found.at('whole').replace(message);
  const whole = found.get('whole');
  if (whole !== undefined) found.at('message').replace(whole);
  else if (delta?.kind === 'object') mergeMessage(found.at('message'), delta);
}

const texts = ['refusal', 'reasoning_content', 'reasoning', 'thinking'];

function mergeMessage(message: Merged, delta: JsonCursor): void {
  message.start(delta);
  for (const [key, member] of delta.entries()) {
    if (key === 'content') {
      // A text, or a list of parts as those of Mistral that think.
      if (member.kind === 'string') message.at(key).push(member);
      else message.at(key).append(member);
    } else if (key === 'tool_calls') {
      for (const call of member.kind === 'array' ? member.items() : [member]) mergeCall(message.at(key), call);
    } else if (key === 'function_call') mergeFunction(message.at(key), member);
    else if (key === 'reasoning_details') message.at(key).append(member);
    else if (texts.includes(key)) message.at(key).join(member);
    else message.at(key).put(member);
  }
}

/** A call goes on where its index is known; some servers give all the same index, so that a new id begins a new call. */
function mergeCall(calls: Merged, call: JsonCursor): void {
  if (call.kind !== 'object') return;
  const index = readInteger(call.get('index'));
  const id = call.get('id')?.text() ?? '';
  let place = calls.length - 1;
  for (; place >= 0; place--) {
    const known = calls.at(place);
    const knownId = known.get('id')?.text() ?? '';
    if (readInteger(known.get('index')) === index && (id === '' || knownId === '' || id === knownId)) break;
  }
  // Without an index and an id it is a call of its own.
  const isNew = place < 0 || (index === undefined && id === '');
  const found = calls.at(isNew ? calls.length : place);
  found.start(call);
  found.at('id').start(call.get('id'));
  mergeFunction(found.at('function'), call.get('function'));
}

function mergeFunction(found: Merged, called: JsonCursor | undefined): void {
  found.start(called);
  found.at('name').join(called?.get('name'));
  const args = called?.get('arguments');
  if (args?.kind === 'string') found.at('arguments').join(args);
  else found.at('arguments').put(args);
}
