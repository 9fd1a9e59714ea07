// Counts tokens as an encoding of OpenAI splits them, in the disposable worker. An encoding is about a megabyte, loaded when it is first wanted.

import type { StepHooks } from '../analysis/steps.ts';
import type { Encoding } from '../analysis/tokenEncoding.ts';

type CountTokens = (text: string, options: { readonly disallowedSpecial: Set<string> }) => number;

const load: { readonly [Name in Encoding]: () => Promise<{ readonly countTokens: CountTokens }> } = {
  o200k_base: () => import('gpt-tokenizer/encoding/o200k_base'),
  cl100k_base: () => import('gpt-tokenizer/encoding/cl100k_base'),
  p50k_base: () => import('gpt-tokenizer/encoding/p50k_base'),
};

// What looks like a special token in an output is text, and no error.
const asText = { disallowedSpecial: new Set<string>() };

/** Tokens of each text. */
export async function countTokens(
  encoding: Encoding,
  texts: readonly string[],
  { onProgress }: StepHooks = {},
): Promise<readonly number[]> {
  const { countTokens: count } = await load[encoding]();
  return texts.map((text, at) => {
    onProgress?.(at / texts.length);
    return text === '' ? 0 : count(text, asText);
  });
}
