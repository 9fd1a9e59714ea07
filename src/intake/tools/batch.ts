// Results of a batch: OpenAI's (`response.body`) and Anthropic's (`result.message`), a request a line. The body is the provider's.

import type { JsonCursor } from '../../json/cursor.ts';
import { plural } from '../../words/numbers.ts';
import { listOfAny, object, set } from './record.ts';
import { type Items, nameOf, type Recognised, type Tool } from './tool.ts';

export const batch: Tool = {
  id: 'batch',
  recognises(first) {
    return first.get('custom_id') !== undefined && (hasResponse(first) || isRequest(first));
  },
  read(items, records) {
    if (isRequest(items.at(0))) {
      return {
        isRefused: true,
        title: 'These are the requests of a batch',
        detail: 'Each line holds a `body` to send and no response.',
        advice: 'Open the output file of the batch instead.',
      };
    }
    const isRepeated = hasRepeats(items);
    let failed = 0;
    for (let position = 0; position < items.count; position++) {
      const line = items.at(position);
      const response = set(line.get('response'));
      const result = set(line.get('result'));
      const body = set(response?.get('body')) ?? set(result?.get('message'));
      const error = set(line.get('error')) ?? set(result?.get('error'));
      if (body === undefined) failed++;
      const id = nameOf(line.get('custom_id')) ?? '';
      records.add(
        { from: line, name: id, group: isRepeated ? id : undefined },
        {
          provider_responses: listOfAny([body ?? error]),
          metadata: object({
            custom_id: line.get('custom_id'),
            id: set(line.get('id')),
            request_id: set(response?.get('request_id')),
            status_code: set(response?.get('status_code')),
            type: set(result?.get('type')),
            error,
          }),
        },
      );
    }
    return {
      ...described(items.count, failed),
      grouping: isRepeated ? grouping : 'No `custom_id` occurs twice, so that nothing says which are of one prompt.',
    };
  },
};

const grouping = 'Results with one `custom_id` are of one prompt.';

function described(count: number, failed: number): Omit<Recognised, 'grouping'> {
  return {
    form: 'batch output',
    facts: [plural(count, 'result')],
    notes: failed === 0 ? [] : [`${plural(failed, 'request')} failed; the error stands in place of the response.`],
  };
}

function hasResponse(line: JsonCursor): boolean {
  const { kind } = line.get('response') ?? line.get('result') ?? { kind: undefined };
  return kind === 'object' || (kind === 'null' && line.get('error') !== undefined);
}

function isRequest(line: JsonCursor): boolean {
  return (
    line.get('method') !== undefined &&
    line.get('url') !== undefined &&
    line.get('body') !== undefined &&
    !hasResponse(line)
  );
}

function hasRepeats(items: Items): boolean {
  const seen = new Set<string | undefined>();
  for (let position = 0; position < items.count; position++) seen.add(nameOf(items.at(position).get('custom_id')));
  return seen.size < items.count;
}
