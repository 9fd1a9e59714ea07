// IBM watsonx.ai text generation.

import { readFinishReason } from '../finishClass.ts';
import { readCount, usageOf } from '../usage.ts';
import { choiceOf, firstItem, joinTexts, readingOf, readPlaced, sumCounts } from './parts.ts';
import type { ProviderReader } from './reading.ts';
import { streamReader } from './stream.ts';
import { readTime } from './time.ts';

export const watsonx: ProviderReader = {
  format: 'watsonx',
  label: 'watsonx',
  recognises(body) {
    return firstItem(body.get('results'))?.get('generated_text') !== undefined;
  },
  read(body) {
    const results = Array.from(body.get('results')?.items() ?? []);
    const countsOf = (key: string): Parameters<typeof sumCounts>[0] =>
      results.map((result) => readCount(result.get(key)));
    return readingOf({
      choices: results.map((result, position) => {
        const text = joinTexts([result.get('generated_text')]);
        return choiceOf(result, position, {
          text,
          hasPlace: text !== undefined,
          finishReason: readFinishReason('watsonx', result.get('stop_reason')),
          usage: usageOf(result.pointer, {
            prompt: readCount(result.get('input_token_count')),
            generation: readCount(result.get('generated_token_count')),
          }),
        });
      }),
      model: readPlaced(body.get('model_id')),
      created: readTime(body.get('created_at')),
      usage: usageOf(body.pointer, {
        prompt: sumCounts(countsOf('input_token_count')),
        generation: sumCounts(countsOf('generated_token_count')),
      }),
    });
  },
};

/** One event is a body with the next piece of each text; the counts grow, and the prompt is counted in the first. */
export const watsonxStream = streamReader({
  format: 'watsonx-stream',
  label: 'watsonx, events of a stream',
  isEvent: (event) => watsonx.recognises(event),
  merge(body, event) {
    let position = 0;
    for (const result of event.get('results')?.items() ?? []) {
      const found = body.at('results', position++);
      found.start(result);
      found.at('generated_text').join(result.get('generated_text'));
      found.putMembers(result, ['generated_text']);
    }
    body.putMembers(event, ['results']);
  },
  read: (body) => watsonx.read(body),
});
