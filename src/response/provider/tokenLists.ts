// Lists of tokens in the shapes that several families share: where each token, its value and its alternatives stand. A function takes the
// place of the lists and gives nothing where there is none. A shape that one family has alone stands with its reader.

import type { JsonCursor } from '../../json/cursor.ts';
import { ItemShape } from '../tokens/itemShape.ts';
import type { RawAlternative, RawToken, RawTokens, TokenList, TokenSource } from '../tokens/rawToken.ts';
import { anyOf, isSet, readInteger } from './parts.ts';

type Lists = RawTokens['lists'];

export function tokenListOf(
  place: JsonCursor | undefined,
  count: number,
  read: () => Partial<RawTokens>,
  source?: () => TokenSource | undefined,
): TokenList | undefined {
  if (place === undefined || count === 0) return undefined;
  const { pointer } = place;
  return {
    pointer,
    count,
    read: () => ({
      pointer,
      tokens: [],
      promptTokens: [],
      isProbability: false,
      canEcho: false,
      lists: [],
      ...read(),
    }),
    ...(source && { source }),
  };
}

/** The list at a key; undefined where there is none or something else stands there. */
export function listAt(place: JsonCursor | undefined, key: string): JsonCursor | undefined {
  const list = place?.get(key);
  return list?.kind === 'array' ? list : undefined;
}

export function itemsOf(list: JsonCursor | undefined): readonly JsonCursor[] {
  return Array.from(list?.items() ?? []);
}

export function lengthsOf(place: JsonCursor | undefined, ...keys: readonly string[]): Lists {
  return keys.flatMap((name) => {
    const list = place?.get(name);
    return list?.kind === 'array' ? [{ name, length: list.length, pointer: list.pointer }] : [];
  });
}

/** The members of an object of token → log probability. */
export function membersOf(object: JsonCursor | undefined): readonly RawAlternative[] | undefined {
  if (object?.kind !== 'object') return undefined;
  return Array.from(object.entries(), ([text, logprob]) => ({ place: logprob, text, logprob }));
}

/** Completions: parallel lists `tokens`, `token_logprobs`, `top_logprobs`, `text_offset`. */
export function completionTokens(logprobs: JsonCursor | undefined): TokenList | undefined {
  const tokens = logprobs?.get('tokens');
  const read = (): Partial<RawTokens> => {
    const values = itemsOf(logprobs?.get('token_logprobs'));
    const tops = itemsOf(logprobs?.get('top_logprobs'));
    const offsets = itemsOf(logprobs?.get('text_offset')).map((offset) => offset.number());
    const isWhole = offsets.length === (tokens?.length ?? 0) && offsets.every((offset) => offset !== undefined);
    return {
      tokens: itemsOf(tokens).map(
        (token, at): RawToken => ({
          place: token,
          text: token.text() ?? '',
          logprob: values[at],
          get alternatives() {
            return membersOf(tops[at]);
          },
        }),
      ),
      ...(isWhole && { offsets: offsets.map((offset) => offset ?? 0) }),
      canEcho: true,
      lists: lengthsOf(logprobs, 'tokens', 'token_logprobs', 'top_logprobs', 'text_offset'),
    };
  };
  return tokenListOf(tokens, tokens?.length ?? 0, read, () => ({
    kind: 'lists',
    tokens,
    values: listAt(logprobs, 'token_logprobs'),
    tops: listAt(logprobs, 'top_logprobs'),
    offsets: listAt(logprobs, 'text_offset'),
  }));
}

/** Chat, Responses and Ollama: items of `token`, `logprob`, `bytes`, `top_logprobs`. */
export function itemTokens(list: JsonCursor | undefined): TokenList | undefined {
  const source = (): TokenSource => ({ kind: 'items', shape: itemShape, list });
  return tokenListOf(list, list?.length ?? 0, () => ({ tokens: itemsOf(list).map(itemToken) }), source);
}

/** As `itemToken` reads it. */
export const itemShape = new ItemShape({
  text: 'token',
  value: ['logprob', 'prob'],
  bytes: 'bytes',
  alternatives: ['top_logprobs', 'top_probs'],
});

export function itemToken(item: JsonCursor): RawToken {
  return {
    place: item,
    text: item.get('token')?.text() ?? '',
    bytes: item.get('bytes'),
    logprob: anyOf(item, 'logprob', 'prob'),
    id: readInteger(item.get('id')),
    get alternatives() {
      const top = anyOf(item, 'top_logprobs', 'top_probs');
      return top?.kind === 'array' ? itemsOf(top).map(itemAlternative) : undefined;
    },
  };
}

function itemAlternative(item: JsonCursor): RawAlternative {
  return {
    place: item,
    text: item.get('token')?.text() ?? '',
    bytes: item.get('bytes'),
    logprob: anyOf(item, 'logprob', 'prob'),
  };
}

/** vLLM lists the prompt apart: per position an object of id → `{ logprob, rank, decoded_token }`, the first null. */
export function withVllmPrompt(tokens: TokenList | undefined, prompt: JsonCursor | undefined): TokenList | undefined {
  if (tokens === undefined || !isSet(prompt)) return tokens;
  const promptToken = (item: JsonCursor): RawToken => {
    const [first] = item.kind === 'object' ? item.entries() : [];
    const value = first?.[1];
    return {
      place: item,
      text: value?.get('decoded_token')?.text() ?? '',
      logprob: value?.get('logprob'),
      alternatives: undefined,
    };
  };
  return { ...tokens, read: () => ({ ...tokens.read(), promptTokens: itemsOf(prompt).map(promptToken) }) };
}
