// Invented responses of a wanted size, the same for the same seed: what the bench measures with. Knows the wire shape, nothing of the product.

import { seededRandom } from '../seededRandom.ts';

const words =
  'the lamp follows daylight over your desk and keeps an even rhythm while “quiet” mornings turn into amber evenings; naïve café 光 🙂 ' +
  'no schedule is needed, only a window, a plug and somebody who works at home. It costs 12.50 a month, or less?';
const vocabulary = words.split(' ');

/** The generations of one provider response, as many as one request commonly asks for. */
const samplesPerResponse = 8;
const wordsPerOutput = 180;

/**
 * A completion response as JSON text of about `bytes` bytes in UTF-8, pretty-printed as an SDK's dump is: generations and the OpenAI completions
 * bodies they came from, consistent in texts, order and token counts.
 */
export function responseText(options: { readonly bytes: number; readonly seed: number }): string {
  const random = seededRandom(options.seed);
  const perSample =
    new TextEncoder().encode(text(build(samplesPerResponse, seededRandom(1)))).length / samplesPerResponse;
  return text(build(Math.max(samplesPerResponse, Math.round(options.bytes / perSample)), random));
}

function text(response: unknown): string {
  return JSON.stringify(response, null, 2);
}

function build(sampleCount: number, random: () => number): unknown {
  const hex = (length: number) => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
  const outputs = Array.from({ length: sampleCount }, () => {
    const count = Math.ceil(wordsPerOutput * (0.5 + random()));
    return Array.from({ length: count }, (_, at) => {
      const word = vocabulary[Math.floor(random() * vocabulary.length)] ?? '';
      return at > 0 && at % 40 === 0 ? `\n\n${word}` : word;
    }).join(' ');
  });
  const tokens = outputs.map((output) => output.split(' ').length);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const providerResponses = [];
  for (let from = 0; from < sampleCount; from += samplesPerResponse) {
    const generated = sum(tokens.slice(from, from + samplesPerResponse));
    providerResponses.push({
      id: `cmpl-${hex(24)}`,
      object: 'text_completion',
      created: 1_692_281_300 + from,
      model: 'text-davinci-003',
      choices: outputs
        .slice(from, from + samplesPerResponse)
        .map((output, index) => ({ text: `\n\n${output}`, index, logprobs: null, finish_reason: 'stop' })),
      usage: { prompt_tokens: 38, completion_tokens: generated, total_tokens: 38 + generated },
    });
  }
  const promptTokens = 38 * providerResponses.length;
  return {
    data: outputs.map((output, index) => ({
      id: `data_${hex(20)}`,
      index,
      output,
      raw_output: `\n\n${output}`,
      inputs: { product: 'a desk lamp', audience: 'people who work at home' },
      finish_reason: 'stop',
      model_config_id: 'config_a1b2c3d4e5f6a7b8c9d0',
    })),
    provider_responses: providerResponses,
    usage: {
      prompt_tokens: promptTokens,
      generation_tokens: sum(tokens),
      total_tokens: promptTokens + sum(tokens),
    },
    project_id: 'pr_a1b2c3d4e5f6a7b8c9d0',
    num_samples: sampleCount,
    logprobs: null,
    suffix: null,
    user: null,
    session_id: null,
    metadata: null,
  };
}
