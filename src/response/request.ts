// What the response says of the request that led to it: its own fields, and `provider_request`. Total; judges nothing.

import type { JsonCursor } from '../json/cursor.ts';
import type { Pointer } from '../json/pointer.ts';

/** A number that was asked for, and where. */
export interface Asked {
  readonly value: number;
  readonly pointer: Pointer;
}

export interface RequestFacts {
  /** Log probabilities that were asked for: how many alternatives, in the response's own field or the request's. */
  readonly logprobs?: Asked;
  readonly samples?: Asked;
  readonly bestOf?: Asked;
  readonly maxTokens?: Asked;
  readonly model?: { readonly text: string; readonly pointer: Pointer };
  readonly suffix?: Pointer;
  /** Prompts that were sent; several for a list of them. */
  readonly prompts: readonly string[];
  /** Names of the tools that were offered; absent where the request lists none. */
  readonly tools?: readonly string[];
}

/** Reads the request of the response at the root. */
export function readRequest(root: JsonCursor): RequestFacts {
  const request = root.get('provider_request');
  const prompt = request?.get('prompt');
  const prompts = [prompt, ...(prompt?.items() ?? [])].map((one) => one?.text()).filter((text) => text !== undefined);
  const logprobs =
    askedNumber(root.get('logprobs')) ??
    askedNumber(request?.get('top_logprobs')) ??
    askedNumber(request?.get('logprobs')) ??
    askedFlag(request?.get('logprobs'));
  const samples = askedNumber(request?.get('n'));
  const bestOf = askedNumber(request?.get('best_of'));
  const maxTokens =
    askedNumber(request?.get('max_tokens')) ??
    askedNumber(request?.get('max_completion_tokens')) ??
    askedNumber(request?.get('max_tokens_to_sample'));
  const model = request?.get('model');
  const suffix = root.get('suffix');
  const tools = toolNames(request);
  return {
    ...(logprobs && { logprobs }),
    ...(samples && { samples }),
    ...(bestOf && { bestOf }),
    ...(maxTokens && { maxTokens }),
    ...(model?.text() && { model: { text: model.text() ?? '', pointer: model.pointer } }),
    ...(suffix?.text() && { suffix: suffix.pointer }),
    prompts,
    ...(tools && { tools }),
  };
}

/** Whether more candidates were asked for than are returned. */
export function asksForBestOf({ bestOf, samples }: RequestFacts): boolean {
  return (bestOf?.value ?? 1) > (samples?.value ?? 1);
}

function askedNumber(cursor: JsonCursor | undefined): Asked | undefined {
  const value = cursor?.number();
  return cursor === undefined || value === undefined ? undefined : { value, pointer: cursor.pointer };
}

/** `logprobs: true` of a chat asks for the tokens and no alternatives. */
function askedFlag(cursor: JsonCursor | undefined): Asked | undefined {
  return cursor?.kind === 'true' ? { value: 1, pointer: cursor.pointer } : undefined;
}

/** OpenAI's `tools[].function.name` and `functions[].name`; Anthropic's `tools[].name`. */
function toolNames(request: JsonCursor | undefined): readonly string[] | undefined {
  const lists = [request?.get('tools'), request?.get('functions')].filter((list) => list?.kind === 'array');
  if (lists.length === 0) return undefined;
  return lists.flatMap((list) =>
    Array.from(list?.items() ?? [], (tool) => (tool.get('function') ?? tool).get('name')?.text() ?? ''),
  );
}
