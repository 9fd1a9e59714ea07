// The v4 CompletionResponse and its relative ChatResponse as documented: fields, types, what is required. Null on an
// optional field means absent; unknown keys are kept. Source: OpenAPI of the v4 API, types of `humanloop@0.5.36`.

import * as v from 'valibot';

const text = v.string();
const integer = v.pipe(v.number(), v.integer());
/** Any object; what is in it is the person's own. */
const anyObject = v.looseObject({});

const functionTool = v.looseObject({ name: text, arguments: v.nullish(text) });

const toolCall = v.looseObject({ id: text, type: text, function: functionTool });

const toolResult = v.looseObject({ id: text, name: text, signature: text, result: text });

const content = v.union([text, v.array(anyObject)]);

const chatMessage = v.looseObject({
  role: text,
  content: v.nullish(content),
  name: v.nullish(text),
  tool_call_id: v.nullish(text),
  tool_call: v.nullish(functionTool),
  tool_calls: v.nullish(v.array(toolCall)),
});

/** One of `data` of a /completion. */
export const completionGenerationSchema = v.looseObject({
  id: text,
  index: integer,
  output: text,
  raw_output: text,
  model_config_id: text,
  inputs: anyObject,
  finish_reason: v.nullish(text),
  tool_results: v.nullish(v.array(toolResult)),
});

/** One of `data` of a /chat. */
export const chatGenerationSchema = v.looseObject({
  ...completionGenerationSchema.entries,
  inputs: v.nullish(anyObject),
  messages: v.nullish(v.array(chatMessage)),
  output_message: v.nullish(chatMessage),
  tool_call: v.nullish(functionTool),
  tool_calls: v.nullish(v.array(toolCall)),
});

const usage = v.looseObject({
  prompt_tokens: v.number(),
  generation_tokens: v.number(),
  total_tokens: v.number(),
});

/** The root of a /completion without its two lists, `data` and `provider_responses`. */
export const completionRootSchema = v.looseObject({
  project_id: v.nullish(text),
  num_samples: v.nullish(integer),
  logprobs: v.nullish(integer),
  suffix: v.nullish(text),
  user: v.nullish(text),
  usage: v.nullish(usage),
  metadata: v.nullish(anyObject),
  session_id: v.nullish(text),
});

/** The root of a /chat without its two lists. */
export const chatRootSchema = v.looseObject({
  ...completionRootSchema.entries,
  tool_choice: v.nullish(v.union([text, v.looseObject({ type: text, function: v.looseObject({ name: text }) })])),
});

/** @internal held against the official types */
export const completionResponseSchema = v.looseObject({
  ...completionRootSchema.entries,
  data: v.array(completionGenerationSchema),
  provider_responses: v.array(v.any()),
});

/** @internal held against the official types */
export const chatResponseSchema = v.looseObject({
  ...chatRootSchema.entries,
  data: v.array(chatGenerationSchema),
  provider_responses: v.array(v.any()),
});

/** The keys of the root in the order in which they are shown. */
export const documentedRootKeys = [
  'project_id',
  'num_samples',
  'logprobs',
  'suffix',
  'user',
  'session_id',
  'metadata',
  'provider_request',
  'usage',
] as const;

/** Keys that no schema lists but real responses carry; by the place of their object, list places written as `[]`. */
export const knownExtraKeys: Readonly<Record<string, readonly string[]>> = {
  '': ['data', 'provider_responses', 'provider_request', 'tool_choice'],
  usage: ['reasoning_tokens'],
  'data[]': ['messages', 'output_message', 'tool_call', 'tool_calls'],
};
