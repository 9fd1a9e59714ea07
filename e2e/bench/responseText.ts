// Invented responses of a wanted size, the same for the same seed: what the bench measures with. Knows the wire shape, nothing of the product.
import { closeSync, openSync, writeSync } from 'node:fs';
import { seededRandom } from '../seededRandom.ts';

const words =
  'the lamp follows daylight over your desk and keeps an even rhythm while “quiet” mornings turn into amber evenings; naïve café 🙂 light ' +
  'no schedule is needed, only a window, a plug and somebody who works at home. It costs 12.50 a month, or less?';
const vocabulary = words.split(' ');

/** The generations of one provider response, as many as one request commonly asks for. */
const samplesPerResponse = 8;
const wordsPerOutput = 77;
const tokensPerOutput = 77;
const alternativesPerToken = 5;

/**
 * `without`: pretty-printed as an SDK's dump is, OpenAI completions bodies without log probabilities, about 1.85 kB for a generation and its choice.
 * `with`: in one line, chat bodies with the log probability, the bytes and five alternatives of every token, about 36 kB for each.
 */
export type ResponseKind = 'without' | 'with';

export interface ResponseSize {
  /** About so many bytes in UTF-8. */
  readonly bytes: number;
  readonly seed: number;
  readonly kind?: ResponseKind;
}

/** A completion response as JSON text: generations and the bodies that they came from, consistent in texts, order and token counts. */
export function responseText(size: ResponseSize): string {
  return [...responsePieces(size)].join('');
}

/** Writes a response of any size into a file; gives how many generations it has. */
export function writeResponse(path: string, size: ResponseSize): number {
  const file = openSync(path, 'w');
  let waiting: string[] = [];
  let units = 0;
  const write = (): void => {
    writeSync(file, waiting.join(''));
    waiting = [];
    units = 0;
  };
  for (const piece of responsePieces(size)) {
    waiting.push(piece);
    units += piece.length;
    if (units > 4_000_000) write();
  }
  write();
  closeSync(file);
  return sampleCountOf(size);
}

interface Sample {
  readonly text: string;
  readonly tokenCount: number;
  readonly choice: (index: number) => unknown;
}

/** The text in pieces, because no string of Node holds more than half a gigabyte. */
function* responsePieces(size: ResponseSize): Generator<string> {
  const { kind = 'without' } = size;
  const count = sampleCountOf(size);
  const sampleAt = (at: number): Sample => {
    // Each sample has numbers of its own: it is made once for its generation and once for its choice.
    const random = seededRandom(Math.imul(size.seed + 1, 0x9e3779b1) ^ Math.imul(at + 1, 0x85ebca6b));
    return kind === 'with' ? tokenedSample(random) : plainSample(random);
  };
  const [lineEnd, indent] = kind === 'with' ? ['', 0] : ['\n', 2];
  const written = (value: unknown, depth: number): string => {
    const json = JSON.stringify(value, null, indent);
    const pad = ' '.repeat(depth * indent);
    return pad + json.replaceAll('\n', `\n${pad}`);
  };
  const key = (name: string): string => `${' '.repeat(indent)}"${name}":${indent === 0 ? '' : ' '}`;

  yield `{${lineEnd}${key('data')}[${lineEnd}`;
  let tokens = 0;
  for (let at = 0; at < count; at++) {
    const { text, tokenCount } = sampleAt(at);
    tokens += tokenCount;
    const generation = {
      id: `data_${hex(size.seed, at)}`,
      index: at,
      output: text,
      raw_output: `\n\n${text}`,
      inputs: { product: 'a desk lamp', audience: 'people who work at home' },
      finish_reason: 'stop',
      model_config_id: 'config_a1b2c3d4e5f6a7b8c9d0',
    };
    yield written(generation, 2) + (at + 1 < count ? `,${lineEnd}` : lineEnd);
  }
  yield `${' '.repeat(indent)}],${lineEnd}${key('provider_responses')}[${lineEnd}`;
  let promptTokens = 0;
  for (let from = 0; from < count; from += samplesPerResponse) {
    const samples = Array.from({ length: Math.min(samplesPerResponse, count - from) }, (_, k) => sampleAt(from + k));
    const generated = samples.reduce((sum, { tokenCount }) => sum + tokenCount, 0);
    promptTokens += 38;
    const body = {
      id: `cmpl-${hex(size.seed, from)}`,
      object: kind === 'with' ? 'chat.completion' : 'text_completion',
      created: 1_692_281_300 + from,
      model: kind === 'with' ? 'gpt-4o-2024-08-06' : 'text-davinci-003',
      choices: samples.map(({ choice }, index) => choice(index)),
      usage: { prompt_tokens: 38, completion_tokens: generated, total_tokens: 38 + generated },
    };
    yield written(body, 2) + (from + samplesPerResponse < count ? `,${lineEnd}` : lineEnd);
  }
  const rest = {
    usage: { prompt_tokens: promptTokens, generation_tokens: tokens, total_tokens: promptTokens + tokens },
    project_id: 'pr_a1b2c3d4e5f6a7b8c9d0',
    num_samples: count,
    logprobs: kind === 'with' ? alternativesPerToken : null,
    suffix: null,
    user: null,
    session_id: null,
    metadata: null,
  };
  yield `${' '.repeat(indent)}],${lineEnd}${JSON.stringify(rest, null, indent).replace(/^\{\n?/, '')}`;
}

const measured = new Map<ResponseKind, number>();

/** How many generations make up the wanted size: that of some of them, measured once. */
function sampleCountOf({ bytes, kind = 'without' }: ResponseSize): number {
  let perSample = measured.get(kind);
  if (perSample === undefined) {
    // Set before the pieces ask for it.
    measured.set(kind, 1);
    const some = 10 * samplesPerResponse;
    perSample = Buffer.byteLength(responseText({ bytes: some, seed: 1, kind })) / some;
    measured.set(kind, perSample);
  }
  return Math.max(samplesPerResponse, Math.round(bytes / perSample));
}

function hex(seed: number, at: number): string {
  return Math.floor(seededRandom(Math.imul(seed + 7, 0x27d4eb2f) ^ at)() * 2 ** 32)
    .toString(16)
    .padStart(20, '0');
}

function plainSample(random: () => number): Sample {
  const count = Math.ceil(wordsPerOutput * (0.5 + random()));
  const text = Array.from({ length: count }, (_, at) => {
    const word = vocabulary[Math.floor(random() * vocabulary.length)] ?? '';
    return at > 0 && at % 40 === 0 ? `\n\n${word}` : word;
  }).join(' ');
  return {
    text,
    tokenCount: count,
    choice: (index) => ({ text: `\n\n${text}`, index, logprobs: null, finish_reason: 'stop' }),
  };
}

const encoder = new TextEncoder();
const tokenTexts = vocabulary.flatMap((word) => [` ${word}`, word.slice(0, 3)]);
const tokenBytes = tokenTexts.map((text) => Array.from(encoder.encode(text)));

function tokenedSample(random: () => number): Sample {
  const drawn = (logprob: number) => {
    const at = Math.floor(random() * tokenTexts.length);
    return { token: tokenTexts[at] ?? '', logprob, bytes: tokenBytes[at] ?? [] };
  };
  const count = Math.ceil(tokensPerOutput * (0.5 + random()));
  const content = Array.from({ length: count }, () => {
    const own = drawn(Math.log(0.4 + 0.6 * random()));
    const others = Array.from({ length: alternativesPerToken - 1 }, (_, at) => drawn(Math.log(0.1 * random()) - at));
    return { ...own, top_logprobs: [own, ...others] };
  });
  // The output of a generation is stripped, the text of a choice begins with what was stripped.
  const start = { token: '\n\n', logprob: -0.0003, bytes: [10, 10], top_logprobs: [] };
  const [first, ...others] = content;
  const stripped = first && { ...first, token: 'The', bytes: [84, 104, 101], top_logprobs: [] };
  const listed = stripped ? [start, stripped, ...others] : [start];
  const text = listed
    .slice(1)
    .map(({ token }) => token)
    .join('');
  const message = { role: 'assistant', content: `\n\n${text}` };
  return {
    text,
    tokenCount: listed.length,
    choice: (index) => ({ index, message, logprobs: { content: listed }, finish_reason: 'stop' }),
  };
}
