// Anthropic's legacy text completions, also through Bedrock (there without id and model). They state no token counts.

import { readFinishReason } from '../finishClass.ts';
import { choiceOf, joinTexts, readingOf, readPlaced } from './parts.ts';
import type { ProviderReader } from './reading.ts';

export const anthropicComplete: ProviderReader = {
  format: 'anthropic-complete',
  label: 'Anthropic complete',
  recognises(body) {
    return body.get('completion')?.kind === 'string' && body.get('stop_reason') !== undefined;
  },
  read(body) {
    const text = joinTexts([body.get('completion')]);
    const finishReason = readFinishReason('anthropic', body.get('stop_reason'));
    return readingOf({
      choices: [choiceOf(body, 0, { text, finishReason })],
      id: body.get('id')?.text() ?? body.get('log_id')?.text(),
      model: readPlaced(body.get('model')),
    });
  },
};
