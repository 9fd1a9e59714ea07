// Why a generation shows no tokens, and where they were looked for. Pure: knows where each format lists tokens, reads nothing.

import { childPointer, type Pointer, pointerOf } from '../json/pointer.ts';
import type { Asked } from './request.ts';

/** Where the readers look for tokens, from the choice on (formats.md §2.3); an empty path is the choice itself. */
const places: Readonly<Record<string, readonly string[]>> = {
  'openai-chat': ['logprobs', 'content'],
  'openai-choices': ['logprobs', 'content'],
  'openai-chunks': ['logprobs'],
  'openai-completion': ['logprobs', 'tokens'],
  'openai-responses': ['content'],
  'openai-responses-stream': [],
  'cohere-generate': ['token_likelihoods'],
  'cohere-chat-v2': ['logprobs'],
  'cohere-chat-v2-stream': [],
  ai21: ['data', 'tokens'],
  'aleph-alpha': ['log_probs'],
  'aleph-alpha-stream': ['log_probs'],
  helm: ['tokens'],
  gemini: ['logprobsResult', 'chosenCandidates'],
  'gemini-stream': [],
  tgi: ['details', 'tokens'],
  'tgi-stream': [],
  ollama: ['logprobs'],
  'ollama-stream': [],
  'llama.cpp': ['completion_probabilities'],
  'llama.cpp-stream': [],
};

/** Fields that say what was asked for, in the order in which they are read. */
const askedPlaces: readonly Pointer[] = [
  pointerOf('logprobs'),
  pointerOf('provider_request', 'top_logprobs'),
  pointerOf('provider_request', 'logprobs'),
];

/** Whether a format has a place for tokens with log probabilities at all. */
export function formatHasTokens(format: string): boolean {
  return format in places;
}

export interface NoTokensFacts {
  /** The choice that the generation is linked to, with the form of its provider response. */
  readonly choice?: { readonly pointer: Pointer; readonly format: string; readonly formatLabel: string };
  readonly asked?: Asked;
  /** Provider responses that there are. */
  readonly providerCount: number;
}

export interface NoTokens {
  readonly reason: 'notLinked' | 'unknownFormat' | 'formatWithout' | 'notReturned' | 'notRequested';
  readonly sentence: string;
  /** Where it was looked for. */
  readonly lookedAt: readonly Pointer[];
}

/** The first reason that holds, in one sentence. */
export function whyNoTokens({ choice, asked, providerCount }: NoTokensFacts): NoTokens {
  if (choice === undefined) {
    return {
      reason: 'notLinked',
      sentence:
        providerCount === 0
          ? 'Tokens are listed in provider responses, and this response holds none.'
          : 'Tokens are listed in provider responses, and no choice of one is linked to this generation.',
      lookedAt: [pointerOf('provider_responses')],
    };
  }
  const place = (places[choice.format] ?? []).reduce<Pointer>((at, key) => childPointer(at, key), choice.pointer);
  if (choice.format === 'unknown') {
    return {
      reason: 'unknownFormat',
      sentence: 'The provider response has no known form, so that nothing says where it would list tokens.',
      lookedAt: [choice.pointer],
    };
  }
  if (!formatHasTokens(choice.format)) {
    return {
      reason: 'formatWithout',
      sentence: `The form of the provider response, ${choice.formatLabel}, lists no tokens with log probabilities.`,
      lookedAt: [choice.pointer],
    };
  }
  if (asked !== undefined) {
    return {
      reason: 'notReturned',
      sentence: 'Log probabilities were requested, but the linked choice lists none.',
      lookedAt: [asked.pointer, place],
    };
  }
  return {
    reason: 'notRequested',
    sentence: 'Nothing says that log probabilities were requested, and the linked choice lists none.',
    lookedAt: [...askedPlaces, place],
  };
}
