// Checked by the compiler only: what the official SDK calls a response is what the schema accepts.

import type { ChatResponse, CompletionResponse } from 'humanloop';
import type { InferInput } from 'valibot';
import type { chatGenerationSchema, chatResponseSchema, completionResponseSchema } from './schema.ts';

type IsAny<T> = 0 extends 1 & T ? true : false;

/**
 * The same members as a type alias: an interface has no index signature, which a loose object asks for. The SDK's bare
 * `object` stands for an object with any keys.
 */
type Plain<T> =
  IsAny<T> extends true
    ? T
    : T extends readonly (infer Item)[]
      ? Plain<Item>[]
      : T extends object
        ? [keyof T] extends [never]
          ? { [key: string]: unknown }
          : { [Key in keyof T]: Plain<T[Key]> }
        : T;

type Accepts<Input, Given extends Input> = [Input, Given];

export type CompletionIsAccepted = Accepts<InferInput<typeof completionResponseSchema>, Plain<CompletionResponse>>;
export type ChatIsAccepted = Accepts<InferInput<typeof chatResponseSchema>, Plain<ChatResponse>>;

// The schema is no wider than it says: these must not compile.
type Completion = InferInput<typeof completionResponseSchema>;
// @ts-expect-error a response without its data is not one
export type WithoutData = Accepts<Completion, { provider_responses: [] }>;
type Generation = InferInput<typeof chatGenerationSchema>;
type TextAsIndex = { id: string; index: string; output: string; raw_output: string; model_config_id: string };
// @ts-expect-error an index is a number
export type WithTextAsIndex = Accepts<Generation, TextAsIndex>;
