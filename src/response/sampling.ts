// How the tokens were drawn, as the response says it: the request's own fields, and provider bodies that repeat their request. Total; judges nothing.

import type { JsonCursor } from '../json/cursor.ts';
import type { Pointer } from '../json/pointer.ts';

/** What changes the distribution that tokens are drawn from, by one name each. */
export type SamplingName =
  | 'temperature'
  | 'top_p'
  | 'top_k'
  | 'min_p'
  | 'typical_p'
  | 'frequency_penalty'
  | 'presence_penalty'
  | 'repetition_penalty'
  | 'logit_bias'
  | 'mirostat'
  | 'best_of';

export interface SamplingFact {
  readonly name: SamplingName;
  /** Of `logit_bias`: how many tokens it names. */
  readonly value: number;
  /** As written; '' for `logit_bias`. */
  readonly lexeme: string;
  readonly pointer: Pointer;
}

export interface Sampling {
  readonly facts: readonly SamplingFact[];
  /** Where it was looked for. */
  readonly places: readonly Pointer[];
}

/** Spellings of the providers: OpenAI, Gemini, Cohere (`p`, `k`), llama.cpp, Hugging Face, Bedrock. */
const spellings: Readonly<Record<SamplingName, readonly string[]>> = {
  temperature: ['temperature'],
  top_p: ['top_p', 'topP', 'p'],
  top_k: ['top_k', 'topK', 'k'],
  min_p: ['min_p', 'minP'],
  typical_p: ['typical_p', 'typ_p'],
  frequency_penalty: ['frequency_penalty', 'frequencyPenalty'],
  presence_penalty: ['presence_penalty', 'presencePenalty'],
  repetition_penalty: ['repetition_penalty', 'repeat_penalty', 'repetitionPenalty'],
  logit_bias: ['logit_bias', 'logitBias'],
  mirostat: ['mirostat'],
  best_of: ['best_of'],
};

const names = Object.keys(spellings) as readonly SamplingName[];

/** Objects within a request that hold its parameters. */
const holders = [
  'generationConfig',
  'generation_config',
  'inferenceConfig',
  'options',
  'parameters',
  'input',
  'generation_settings',
];

/** Provider bodies that are looked into. */
const mostBodies = 200;

/** Reads how the response at the root was drawn. */
export function readSampling(root: JsonCursor): Sampling {
  const facts: SamplingFact[] = [];
  const places: Pointer[] = [];
  const look = (holder: JsonCursor | undefined): void => {
    if (holder?.kind !== 'object') return;
    places.push(holder.pointer);
    for (const one of [holder, ...holders.map((key) => holder.get(key))]) {
      if (one?.kind !== 'object') continue;
      for (const name of names) {
        const fact = factOf(one, name);
        if (fact) facts.push(fact);
      }
    }
  };
  look(root.get('provider_request'));
  for (const key of ['model_config', 'config', 'prompt']) look(root.get(key));
  let body = 0;
  for (const provider of root.get('provider_responses')?.items() ?? []) {
    if (body++ >= mostBodies) break;
    look(provider);
  }
  return { facts, places };
}

function factOf(holder: JsonCursor, name: SamplingName): SamplingFact | undefined {
  for (const key of spellings[name]) {
    const found = holder.get(key);
    if (found === undefined || found.kind === 'null') continue;
    if (name === 'logit_bias') {
      if (found.kind === 'object') return { name, value: found.length, lexeme: '', pointer: found.pointer };
      continue;
    }
    const value = found.number();
    if (value !== undefined) return { name, value, lexeme: found.lexeme(), pointer: found.pointer };
  }
  return undefined;
}
