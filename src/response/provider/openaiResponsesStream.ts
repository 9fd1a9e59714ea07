// OpenAI Responses as the events of a stream. The last event that holds the whole response tells most; else the pieces do.

import type { JsonCursor } from '../../json/cursor.ts';
import { readOpenaiResponse } from './openaiResponses.ts';
import { firstItem, readInteger } from './parts.ts';
import { streamReader } from './stream.ts';

export const openaiResponsesStream = streamReader({
  format: 'openai-responses-stream',
  label: 'OpenAI Responses, events of a stream',
  isEvent: (event) => event.get('type')?.text()?.startsWith('response.') ?? false,
  merge(body, event) {
    const response = event.get('response');
    if (firstItem(response?.get('output')) !== undefined && response !== undefined) body.at('whole').put(response);
    // What is under way has no end yet.
    const isOpen = ['in_progress', 'queued'].includes(response?.get('status')?.text() ?? '');
    body.putMembers(response, isOpen ? ['output', 'status'] : ['output']);

    const place = readInteger(event.get('output_index')) ?? 0;
    const part = readInteger(event.get('content_index')) ?? 0;
    const at = (...path: readonly (string | number)[]) => body.at('output', place, ...path);
    const delta = event.get('delta');
    switch (event.get('type')?.text()) {
      case 'response.output_item.added':
        return at().start(event.get('item'));
      case 'response.output_item.done':
        return replaceBy(event.get('item'), (item) => at().replace(item));
      case 'response.content_part.added':
        return at('content', part).start(event.get('part'));
      case 'response.output_text.delta':
        at('content', part, 'text').join(delta);
        return at('content', part, 'logprobs').append(event.get('logprobs'));
      case 'response.refusal.delta':
        return at('content', part, 'refusal').join(delta);
      case 'response.reasoning_text.delta':
        return at('content', part, 'text').join(delta);
      case 'response.reasoning_summary_text.delta':
        return at('summary', readInteger(event.get('summary_index')) ?? 0, 'text').join(delta);
      case 'response.function_call_arguments.delta':
        return at('arguments').join(delta);
      case 'response.custom_tool_call_input.delta':
        return at('input').join(delta);
    }
  },
  read: (body) => readOpenaiResponse(body.get('whole') ?? body),
});

function replaceBy(whole: JsonCursor | undefined, replace: (whole: JsonCursor) => void): void {
  if (whole?.kind === 'object') replace(whole);
}
