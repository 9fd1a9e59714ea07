// The encodings by which tokens can be estimated, and which one a model's name suggests. A name proves nothing: what is said here is a guess.

export const encodings = ['o200k_base', 'cl100k_base', 'p50k_base'] as const;
export type Encoding = (typeof encodings)[number];

export interface EncodingGuess {
  readonly encoding: Encoding;
  /** The name of the model is one that this encoding was made for. */
  readonly isKnown: boolean;
}

/** By the beginnings of names of OpenAI models, longest first (tiktoken's table of models); any other model gets the newest encoding. */
const beginnings: readonly (readonly [beginning: string, encoding: Encoding])[] = [
  ['gpt-4o', 'o200k_base'],
  ['gpt-4.1', 'o200k_base'],
  ['gpt-4.5', 'o200k_base'],
  ['gpt-5', 'o200k_base'],
  ['chatgpt-4o', 'o200k_base'],
  ['o1', 'o200k_base'],
  ['o3', 'o200k_base'],
  ['o4-mini', 'o200k_base'],
  ['gpt-4', 'cl100k_base'],
  ['gpt-3.5', 'cl100k_base'],
  ['gpt-35', 'cl100k_base'],
  ['davinci-002', 'cl100k_base'],
  ['babbage-002', 'cl100k_base'],
  ['text-davinci-002', 'p50k_base'],
  ['text-davinci-003', 'p50k_base'],
  ['code-davinci', 'p50k_base'],
  ['code-cushman', 'p50k_base'],
];

/** `openai/gpt-4o-mini` and `ft:gpt-4o:…` are read as gpt-4o. */
export function guessEncoding(model: string | undefined): EncodingGuess {
  const name = (model ?? '').toLowerCase().replace(/^(.*\/)?(ft:)?/, '');
  const found = beginnings.find(([beginning]) => name.startsWith(beginning));
  return { encoding: found?.[1] ?? 'o200k_base', isKnown: found !== undefined };
}
