// The lists of tokens that providers give, by family: where each token, its value and its alternatives stand.
// One function per family; each takes the place of the lists and gives nothing where there is none.

import type { JsonCursor } from '../../json/cursor.ts';
import type { RawAlternative, RawToken, RawTokens, TokenList } from '../tokens/rawToken.ts';
import { anyOf, isSet, readInteger } from './parts.ts';

type Lists = RawTokens['lists'];

function listOf(place: JsonCursor | undefined, count: number, read: () => Partial<RawTokens>): TokenList | undefined {
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
  };
}

function itemsOf(list: JsonCursor | undefined): readonly JsonCursor[] {
  return Array.from(list?.items() ?? []);
}

function lengthsOf(place: JsonCursor | undefined, ...keys: readonly string[]): Lists {
  return keys.flatMap((name) => {
    const list = place?.get(name);
    return list?.kind === 'array' ? [{ name, length: list.length, pointer: list.pointer }] : [];
  });
}

/** The members of an object of token → log probability. */
function membersOf(object: JsonCursor | undefined): readonly RawAlternative[] | undefined {
  if (object?.kind !== 'object') return undefined;
  return Array.from(object.entries(), ([text, logprob]) => ({ place: logprob, text, logprob }));
}

/** Completions: parallel lists `tokens`, `token_logprobs`, `top_logprobs`, `text_offset`. */
export function completionTokens(logprobs: JsonCursor | undefined): TokenList | undefined {
  const tokens = logprobs?.get('tokens');
  return listOf(tokens, tokens?.length ?? 0, () => {
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
          alternatives: membersOf(tops[at]),
        }),
      ),
      ...(isWhole && { offsets: offsets.map((offset) => offset ?? 0) }),
      canEcho: true,
      lists: lengthsOf(logprobs, 'tokens', 'token_logprobs', 'top_logprobs', 'text_offset'),
    };
  });
}

/** Chat, Responses and Ollama: items of `token`, `logprob`, `bytes`, `top_logprobs`. */
export function itemTokens(list: JsonCursor | undefined): TokenList | undefined {
  return listOf(list, list?.length ?? 0, () => ({ tokens: itemsOf(list).map(itemToken) }));
}

function itemToken(item: JsonCursor): RawToken {
  const top = anyOf(item, 'top_logprobs', 'top_probs');
  return {
    place: item,
    text: item.get('token')?.text() ?? '',
    bytes: item.get('bytes'),
    logprob: anyOf(item, 'logprob', 'prob'),
    id: readInteger(item.get('id')),
    alternatives: top?.kind === 'array' ? itemsOf(top).map(itemAlternative) : undefined,
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

/** llama.cpp: as chat, with probabilities after sampling where asked; before that `content` and `probs`, probabilities too. */
export function llamaTokens(list: JsonCursor | undefined): TokenList | undefined {
  return listOf(list, list?.length ?? 0, () => {
    const items = itemsOf(list);
    const isOld = items[0]?.get('probs') !== undefined;
    if (!isOld) return { tokens: items.map(itemToken), isProbability: items[0]?.get('prob') !== undefined };
    return {
      isProbability: true,
      tokens: items.map((item): RawToken => {
        const text = item.get('content')?.text() ?? '';
        const alternatives = itemsOf(item.get('probs')).map((one) => ({
          place: one,
          text: one.get('tok_str')?.text() ?? '',
          logprob: one.get('prob'),
        }));
        // The value of the token itself stands among its alternatives only.
        const own = alternatives.find((one) => one.text === text);
        return { place: item, text, logprob: own?.logprob, alternatives };
      }),
    };
  });
}

/** Cohere generate: `token_likelihoods`, the first one without a likelihood. */
export function cohereTokens(list: JsonCursor | undefined): TokenList | undefined {
  return listOf(list, list?.length ?? 0, () => ({
    tokens: itemsOf(list).map((item) => ({
      place: item,
      text: item.get('token')?.text() ?? '',
      logprob: item.get('likelihood'),
      alternatives: undefined,
    })),
  }));
}

/** Cohere chat v2: chunks of text with several tokens each; the text of a chunk stands with its first token. */
export function cohereChunkTokens(list: JsonCursor | undefined): TokenList | undefined {
  const chunks = itemsOf(list);
  const count = chunks.reduce((sum, chunk) => sum + (chunk.get('logprobs')?.length ?? 0), 0);
  return listOf(list, count, () => ({
    tokens: chunks.flatMap((chunk) => {
      const ids = itemsOf(chunk.get('token_ids'));
      return itemsOf(chunk.get('logprobs')).map((logprob, at) => ({
        place: at === 0 ? chunk : logprob,
        text: at === 0 ? (chunk.get('text')?.text() ?? '') : '',
        logprob,
        id: readInteger(ids[at]),
        alternatives: undefined,
      }));
    }),
  }));
}

/** AI21: the model's own value and the one after the sampling parameters, exact ranges, the prompt listed apart. */
export function ai21Tokens(data: JsonCursor | undefined, prompt: JsonCursor | undefined): TokenList | undefined {
  const list = data?.get('tokens');
  return listOf(list, list?.length ?? 0, () => ({
    tokens: itemsOf(list).map(ai21Token),
    promptTokens: itemsOf(prompt?.get('tokens')).map(ai21Token),
  }));
}

function ai21Token(item: JsonCursor): RawToken {
  const generated = item.get('generatedToken');
  const start = readInteger(item.get('textRange')?.get('start'));
  const end = readInteger(item.get('textRange')?.get('end'));
  const top = item.get('topTokens');
  return {
    place: item,
    text: generated?.get('token')?.text() ?? '',
    logprob: generated?.get('raw_logprob') ?? generated?.get('logprob'),
    sampled: generated?.get('raw_logprob') === undefined ? undefined : generated.get('logprob'),
    range: start === undefined || end === undefined ? undefined : { start, end },
    alternatives:
      top?.kind === 'array'
        ? itemsOf(top).map((one) => ({
            place: one,
            text: one.get('token')?.text() ?? '',
            logprob: one.get('raw_logprob') ?? one.get('logprob'),
          }))
        : undefined,
  };
}

/** Aleph Alpha: an object of token → log probability per token, `{}` for the first of an echo; spellings beside it. */
export function alephAlphaTokens(completion: JsonCursor): TokenList | undefined {
  const list = completion.get('log_probs');
  return listOf(list, list?.length ?? 0, () => {
    const spellings = itemsOf(completion.get('completion_tokens'));
    return {
      tokens: itemsOf(list).map((item, at): RawToken => {
        const alternatives = membersOf(item) ?? [];
        const text = spellings[at]?.text() ?? alternatives[0]?.text ?? '';
        const own = alternatives.find((one) => one.text === text);
        return {
          place: item,
          text,
          logprob: own?.logprob,
          alternatives: alternatives.length > 0 ? alternatives : undefined,
        };
      }),
      canEcho: true,
      lists: lengthsOf(completion, 'log_probs', 'completion_tokens'),
    };
  });
}

/** Gemini: chosen candidates, and lists of top candidates beside them. */
export function geminiTokens(result: JsonCursor | undefined): TokenList | undefined {
  const chosen = anyOf(result, 'chosenCandidates', 'chosen_candidates');
  const top = anyOf(result, 'topCandidates', 'top_candidates');
  return listOf(chosen, chosen?.length ?? 0, () => {
    const tops = itemsOf(top);
    return {
      tokens: itemsOf(chosen).map((item, at): RawToken => {
        const candidates = tops[at]?.get('candidates');
        return {
          ...geminiCandidate(item),
          id: readInteger(anyOf(item, 'tokenId', 'token_id')),
          alternatives: candidates === undefined ? undefined : itemsOf(candidates).map(geminiCandidate),
        };
      }),
      lists:
        chosen === undefined || top?.kind !== 'array'
          ? []
          : [
              { name: 'chosenCandidates', length: chosen.length, pointer: chosen.pointer },
              { name: 'topCandidates', length: top.length, pointer: top.pointer },
            ],
    };
  });
}

function geminiCandidate(item: JsonCursor): RawAlternative {
  return {
    place: item,
    text: item.get('token')?.text() ?? '',
    logprob: anyOf(item, 'logProbability', 'log_probability'),
  };
}

/** Text Generation Inference: tokens, special ones included, with further candidates beside them; the prompt as prefill. */
export function tgiTokens(details: JsonCursor | undefined): TokenList | undefined {
  const list = details?.get('tokens');
  return listOf(list, list?.length ?? 0, () => {
    const tops = itemsOf(details?.get('top_tokens'));
    return {
      tokens: itemsOf(list).map(
        (item, at): RawToken => ({
          ...tgiToken(item),
          id: readInteger(item.get('id')),
          isSpecial: item.get('special')?.kind === 'true',
          alternatives: tops[at]?.kind === 'array' ? itemsOf(tops[at]).map(tgiToken) : undefined,
        }),
      ),
      promptTokens: itemsOf(details?.get('prefill')).map((item) => ({
        ...tgiToken(item),
        id: readInteger(item.get('id')),
        alternatives: undefined,
      })),
      lists: lengthsOf(details, 'tokens', 'top_tokens'),
    };
  });
}

function tgiToken(item: JsonCursor): RawAlternative {
  return { place: item, text: item.get('text')?.text() ?? '', logprob: item.get('logprob') };
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

/** The lists of the pieces of a stream, or of several parts, as one. */
export function joinTokens(lists: readonly (TokenList | undefined)[]): TokenList | undefined {
  const known = lists.filter((list) => list !== undefined);
  const [first] = known;
  if (first === undefined || known.length === 1) return first;
  return {
    pointer: first.pointer,
    count: known.reduce((sum, { count }) => sum + count, 0),
    read() {
      const parts = known.map((list) => list.read());
      const offsets = parts.map((part) => part.offsets);
      const isWhole = offsets.every((list) => list !== undefined);
      return {
        pointer: first.pointer,
        tokens: parts.flatMap(({ tokens }) => tokens),
        promptTokens: parts.flatMap(({ promptTokens }) => promptTokens),
        ...(isWhole && { offsets: offsets.flatMap((list) => list ?? []) }),
        isProbability: parts.some(({ isProbability }) => isProbability),
        canEcho: parts.some(({ canEcho }) => canEcho),
        lists: joinLists(parts),
      };
    },
  };
}

function joinLists(parts: readonly RawTokens[]): Lists {
  const sums = new Map<string, Lists[number]>();
  for (const list of parts.flatMap(({ lists }) => lists)) {
    const known = sums.get(list.name);
    sums.set(list.name, known === undefined ? list : { ...known, length: known.length + list.length });
  }
  return [...sums.values()];
}
