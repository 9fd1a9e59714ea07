// Reads an invented response while nobody waits for this worker, so that the engine has compiled what reads the first real one: that takes longer than
// to read ten megabytes. Leaves nothing behind.

import { loadResponse } from './loadResponse.ts';
import type { Pause } from './slice.ts';

/** The engine compiles what has run for so long. */
const enoughMs = 150;
const generationCount = 48;
const perProvider = 8;
const wordCount = 80;
/** Each word, and the line ends before them. */
const tokenCount = wordCount + 1;

/** Ends in the middle when somebody waits. `load` is what is to be compiled. */
export async function warmUp(isAwaited: () => boolean, pause: Pause, load = loadResponse): Promise<void> {
  const letOthers = async () => {
    await pause();
    if (isAwaited()) throw new Error('Somebody waits');
  };
  const started = performance.now();
  for (let at = 0; performance.now() - started < enoughMs; at++) {
    await load({ text: at % 2 === 0 ? plainResponse() : chatResponse() }, false, {
      onDocument() {},
      tell() {},
      pause: letOthers,
      rest: letOthers,
    });
    await letOthers();
  }
}

/** As an SDK prints it: completions without log probabilities. */
function plainResponse(): string {
  const choice = (at: number) => ({
    text: `\n\n${outputOf(at)}`,
    index: at % perProvider,
    logprobs: null,
    finish_reason: 'stop',
  });
  return JSON.stringify(responseOf('text_completion', choice), null, 2);
}

/** In one line: chat completions with the log probabilities of every token. */
function chatResponse(): string {
  const choice = (at: number) => {
    const tokens = outputOf(at).match(/ ?[^ ]+/g) ?? [];
    const content = ['\n\n', ...tokens].map((token, place) => {
      const bytes = [...new TextEncoder().encode(token)];
      const own = { token, logprob: -0.0625 * (1 + (place % 7)), bytes };
      return { ...own, top_logprobs: [own, { token: ' or', logprob: -3.5 - (place % 5), bytes: [32, 111, 114] }] };
    });
    return {
      index: at % perProvider,
      message: { role: 'assistant', content: `\n\n${outputOf(at)}` },
      logprobs: { content },
      finish_reason: 'stop',
    };
  };
  return JSON.stringify(responseOf('chat.completion', choice));
}

function responseOf(object: string, choice: (at: number) => unknown): unknown {
  const places = Array.from({ length: generationCount }, (_, at) => at);
  return {
    data: places.map((at) => ({
      id: `data_${at}`,
      index: at,
      output: outputOf(at),
      raw_output: `\n\n${outputOf(at)}`,
      inputs: { product: 'a desk lamp' },
      finish_reason: 'stop',
      model_config_id: 'config_1',
    })),
    provider_responses: places
      .filter((at) => at % perProvider === 0)
      .map((first) => ({
        id: `cmpl-${first}`,
        object,
        created: 1_692_281_300 + first,
        model: 'a-model',
        choices: places.slice(first, first + perProvider).map(choice),
        usage: {
          prompt_tokens: 38,
          completion_tokens: perProvider * tokenCount,
          total_tokens: 38 + perProvider * tokenCount,
        },
      })),
    usage: {
      prompt_tokens: 228,
      generation_tokens: generationCount * tokenCount,
      total_tokens: 228 + generationCount * tokenCount,
    },
    num_samples: generationCount,
    logprobs: null,
  };
}

const words =
  'the lamp follows daylight over your desk and keeps “quiet” mornings warm; naïve café or less, 12.50 a month'.split(
    ' ',
  );

/** No two are equal. */
function outputOf(at: number): string {
  return Array.from({ length: wordCount }, (_, place) => words[(at * 7 + place * (1 + (at % 5))) % words.length]).join(
    ' ',
  );
}
