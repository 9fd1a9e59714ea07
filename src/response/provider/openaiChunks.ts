// Pieces of a stream in the shape of OpenAI, one or a list of them, joined per index: `delta.content` or `text`.

import type { JsonCursor } from '../../json/cursor.ts';
import type { Pointer } from '../../json/pointer.ts';
import { plural } from '../../words/numbers.ts';
import { readFinishReason } from '../finishClass.ts';
import type { FinishReason, ToolCall } from '../model.ts';
import type { TokenList } from '../tokens/rawToken.ts';
import { readOpenaiUsage, vendorHint } from './openaiUsage.ts';
import { choiceOf, firstItem, joinTexts, readInteger, readingOf, readPlaced } from './parts.ts';
import type { ProviderChoice, ProviderReader } from './reading.ts';
import { readTime } from './time.ts';
import { completionTokens, itemTokens, joinTokens } from './tokenLists.ts';

export const openaiChunks: ProviderReader = {
  format: 'openai-chunks',
  label: 'OpenAI stream chunks',
  recognises(body) {
    if (body.kind !== 'array') return isChunk(body);
    // The first chunk of Azure has no choices at all.
    let seen = 0;
    for (const item of body.items()) {
      if (item.get('choices')?.kind !== 'array') return false;
      if (isChunk(item) || firstItem(item.get('choices'))?.get('text') !== undefined) return true;
      if (++seen === 8) return false;
    }
    return false;
  },
  read(body) {
    const chunks = body.kind === 'array' ? Array.from(body.items()) : [body];
    const pieces = new Map<number, ChoicePieces>();
    for (const chunk of chunks) {
      for (const choice of chunk.get('choices')?.items() ?? []) {
        const index = readInteger(choice.get('index')) ?? 0;
        const known = pieces.get(index);
        if (known === undefined) pieces.set(index, new ChoicePieces(choice, index));
        else known.add(choice);
      }
    }
    const choices = Array.from(pieces.values(), (choice, position) => choice.join(position));
    const notes = [`${plural(chunks.length, 'chunk')} of a stream ${chunks.length === 1 ? 'is' : 'are'} shown joined.`];
    const open = choices.filter(({ finishReason }) => finishReason === undefined);
    if (open.length > 0) notes.push(`The stream does not say why it ended for ${plural(open.length, 'choice')}.`);
    return readingOf({
      choices,
      id: firstOf(chunks, (chunk) => chunk.get('id')?.text() || undefined),
      model: firstOf(chunks, (chunk) => readPlaced(chunk.get('model'))),
      created: firstOf(chunks, (chunk) => readTime(chunk.get('created'))?.iso && readTime(chunk.get('created'))),
      usage: firstOf(chunks.toReversed(), (chunk) => readOpenaiUsage(chunk.get('usage'))),
      vendor: firstOf(chunks, vendorHint),
      notes,
    });
  },
};

function isChunk(body: JsonCursor): boolean {
  const choices = body.get('choices');
  if (choices?.kind !== 'array') return false;
  return (body.get('object')?.text() ?? '').includes('chunk') || firstItem(choices)?.get('delta') !== undefined;
}

function firstOf<T>(chunks: readonly JsonCursor[], read: (chunk: JsonCursor) => T | '' | undefined): T | undefined {
  for (const chunk of chunks) {
    const found = read(chunk);
    if (found !== undefined && found !== '') return found;
  }
  return undefined;
}

/** The pieces of one choice. */
class ChoicePieces {
  readonly #first: JsonCursor;
  readonly #index: number;
  readonly #texts: JsonCursor[] = [];
  readonly #refusals: JsonCursor[] = [];
  readonly #thoughts: JsonCursor[] = [];
  readonly #calls = new Map<
    number,
    { place: JsonCursor; id?: string; name: string; args: string; argsPlace?: Pointer }
  >();
  readonly #refusalTokens: (TokenList | undefined)[] = [];
  #finishReason: FinishReason | undefined;
  readonly #tokens: (TokenList | undefined)[] = [];

  constructor(first: JsonCursor, index: number) {
    this.#first = first;
    this.#index = index;
    this.add(first);
  }

  add(choice: JsonCursor): void {
    const delta = choice.get('delta');
    push(this.#texts, delta?.get('content') ?? choice.get('text'));
    push(this.#refusals, delta?.get('refusal'));
    push(this.#thoughts, delta?.get('reasoning_content') ?? delta?.get('reasoning'));
    for (const call of delta?.get('tool_calls')?.items() ?? []) this.#addCall(call);
    const finishReason = readFinishReason('openai', choice.get('finish_reason'));
    if (finishReason !== undefined && finishReason.raw !== '') this.#finishReason = finishReason;
    const logprobs = choice.get('logprobs');
    this.#tokens.push(itemTokens(logprobs?.get('content')) ?? completionTokens(logprobs));
    this.#refusalTokens.push(itemTokens(logprobs?.get('refusal')));
  }

  join(position: number): ProviderChoice {
    const text = joinTexts(this.#texts);
    const refusal = joinTexts(this.#refusals);
    const isRefusal = refusal !== undefined && refusal.text !== '' && (text === undefined || text.text === '');
    return choiceOf(this.#first, position, {
      index: this.#index,
      text: isRefusal ? refusal : text,
      isRefusal,
      reasoning: joinTexts(this.#thoughts),
      toolCalls: Array.from(this.#calls.values(), joinCall),
      finishReason: this.#finishReason,
      tokens: joinTokens(isRefusal ? this.#refusalTokens : this.#tokens),
    });
  }

  #addCall(call: JsonCursor): void {
    const index = readInteger(call.get('index')) ?? this.#calls.size;
    const id = call.get('id')?.text();
    const called = call.get('function');
    const args = called?.get('arguments');
    const known = this.#calls.get(index) ?? { place: call, name: '', args: '' };
    this.#calls.set(index, {
      ...known,
      ...(id && { id }),
      name: known.name + (called?.get('name')?.text() ?? ''),
      args: known.args + (args?.text() ?? ''),
      ...(args && known.argsPlace === undefined && { argsPlace: args.pointer }),
    });
  }
}

function joinCall(call: { place: JsonCursor; id?: string; name: string; args: string; argsPlace?: Pointer }): ToolCall {
  const { place, id, name, args, argsPlace } = call;
  return {
    pointer: place.pointer,
    ...(id !== undefined && { id }),
    name,
    argumentsText: args,
    argumentsPointer: argsPlace ?? place.pointer,
  };
}

function push(list: JsonCursor[], text: JsonCursor | undefined): void {
  if (text?.kind === 'string') list.push(text);
}
