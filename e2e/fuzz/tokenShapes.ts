// The ways in which providers list tokens with log probabilities, filled with invented tokens, and what goes wrong with each. Knows the shapes of
// providers, nothing of the product.

export type Random = () => number;

export function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

export interface Drawn {
  readonly text: string;
  readonly bytes: readonly number[];
  value: unknown;
  readonly others: readonly { readonly text: string; value: unknown }[];
}

const encoder = new TextEncoder();

type Shape = (tokens: readonly Drawn[], text: string, random: Random, damage: number) => unknown;

function maybe<T>(random: Random, chance: number, value: T): T | undefined {
  return random() < chance ? undefined : value;
}

const item = (
  one: { text: string; value: unknown; bytes?: readonly number[] },
  random: Random,
  damage: number,
): Record<string, unknown> => {
  const bytes = one.bytes ?? Array.from(encoder.encode(one.text));
  const wrong = pick(random, [
    null,
    [],
    [300],
    'x',
    [1.5],
    [...bytes, 32],
    [0xef, 0xbf, 0xbd],
    bytes.slice(1),
    { a: 1 },
  ]);
  const all: [string, unknown][] = [
    ['token', random() < damage / 8 ? pick(random, [1, null]) : one.text],
    ['logprob', one.value],
    ['bytes', random() < damage ? wrong : bytes],
  ];
  if (random() < damage / 4) all.reverse();
  if (random() < damage / 4) all.push(['prob', 0.5]);
  if (random() < damage) all.splice(1, 0, ['rank', 1], ['id', 5]);
  const left = all.filter(([key]) => random() >= damage / 6 || key === 'token');
  return Object.fromEntries(left);
};

const chatItems = (tokens: readonly Drawn[], random: Random, damage: number) => {
  const hasBytes = random() < 0.6;
  return tokens.map((token) => {
    const own = item(token, random, damage);
    const tops = token.others.map((other) => item(other, random, damage));
    if (!hasBytes) for (const one of [own, ...tops]) Reflect.deleteProperty(one, 'bytes');
    const listed = random() < damage / 4 ? pick(random, [null, {}, 'x', [1]]) : tops;
    return random() < damage / 4
      ? { top_logprobs: listed, ...own }
      : { ...own, top_logprobs: maybe(random, damage / 4, listed) };
  });
};

const chat: Shape = (tokens, text, random, damage) => {
  const isRefusal = random() < 0.1;
  const content = chatItems(tokens, random, damage);
  const message = isRefusal
    ? { role: 'assistant', content: null, refusal: text }
    : { role: 'assistant', content: maybe(random, damage / 9, text) };
  const logprobs = isRefusal ? { content: null, refusal: content } : { content, refusal: null };
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    choices: [{ index: 0, message, logprobs, finish_reason: 'stop' }],
    usage: { prompt_tokens: Math.floor(random() * 5), completion_tokens: tokens.length },
  };
};

const completion: Shape = (tokens, text, random, damage) => {
  const cut = <T>(list: T[]): T[] | undefined | null =>
    random() < damage / 6 ? pick(random, [list.slice(1), null, undefined, [...list, ...list.slice(0, 1)]]) : list;
  let place = Math.floor(random() * 3);
  const offsets = tokens.map((token) => {
    const own = random() < damage / 4 ? place + 1 : place;
    place += Array.from(token.text).length;
    return random() < damage / 20 ? null : own;
  });
  const noTops = random() < 0.2;
  const logprobs = {
    tokens: tokens.map((token) => (random() < damage / 20 ? null : token.text)),
    token_logprobs: cut(tokens.map(({ value }) => value)),
    top_logprobs: noTops
      ? pick(random, [null, undefined])
      : cut(
          tokens.map(({ others }, at) =>
            (at === 0 && random() < 0.3) || random() < damage / 5
              ? null
              : Object.fromEntries(others.map((other) => [other.text, other.value])),
          ),
        ),
    text_offset: random() < 0.3 ? null : cut(offsets),
  };
  return {
    object: 'text_completion',
    choices: [{ text, index: 0, logprobs, finish_reason: 'stop' }],
    usage: { prompt_tokens: Math.floor(random() * 5), completion_tokens: tokens.length },
  };
};

const gemini: Shape = (tokens, text, random, damage) => {
  const one = (token: { text: string; value: unknown }) => ({
    token: token.text,
    logProbability: token.value,
    tokenId: 7,
  });
  const tops = tokens.map(({ others }) =>
    random() < damage / 5 ? pick(random, [{}, null, { candidates: null }]) : { candidates: others.map(one) },
  );
  return {
    candidates: [
      {
        content: { parts: [{ text }], role: 'model' },
        finishReason: 'STOP',
        logprobsResult: {
          chosenCandidates: tokens.map(one),
          topCandidates: random() < damage / 5 ? tops.slice(1) : maybe(random, 0.1, tops),
        },
      },
    ],
    usageMetadata: { promptTokenCount: 2, candidatesTokenCount: tokens.length },
  };
};

const tgi: Shape = (tokens, text, random, damage) => {
  const one = (token: { text: string; value: unknown }) => ({
    id: 5,
    text: token.text,
    logprob: token.value,
    special: random() < damage / 4,
  });
  const end = random() < 0.5 ? [{ id: 2, text: '</s>', logprob: -0.25, special: true }] : [];
  return {
    generated_text: text,
    details: {
      finish_reason: 'length',
      generated_tokens: tokens.length,
      prefill: [],
      tokens: [...tokens.map(one), ...end],
      top_tokens: maybe(random, 0.5, [...tokens.map(({ others }) => others.map(one)), ...end.map(() => [])]),
    },
  };
};

const cohere: Shape = (tokens, text) => ({
  id: 'a',
  generations: [
    {
      id: 'b',
      text,
      token_likelihoods: tokens.map(({ text: token, value }, at) =>
        at === 0 ? { token } : { token, likelihood: value },
      ),
    },
  ],
  prompt: 'x',
});

const llama: Shape = (tokens, text, random, damage) => ({
  content: text,
  stop: true,
  stop_type: 'eos',
  model: 'm',
  tokens_predicted: tokens.length,
  tokens_evaluated: 3,
  completion_probabilities: chatItems(tokens, random, damage),
});

const responses: Shape = (tokens, text, random, damage) => ({
  id: 'resp_1',
  object: 'response',
  status: 'completed',
  model: 'm',
  output: [
    {
      type: 'message',
      role: 'assistant',
      content: [{ type: 'output_text', text, annotations: [], logprobs: chatItems(tokens, random, damage) }],
    },
  ],
});

/** How often each is drawn follows how often it is met. */
export const shapes: readonly Shape[] = [
  chat,
  chat,
  chat,
  completion,
  completion,
  completion,
  gemini,
  tgi,
  cohere,
  llama,
  responses,
];
