// A log of inspect_ai, or one of its samples as `.eval` archives hold them: a record per sample and epoch. `attachment://NAME` stands for a text of the
// sample's `attachments`; `call.response` of a model event is the provider's body.

import { itemsInTurn } from '../../json/byteCursor.ts';
import type { JsonCursor } from '../../json/cursor.ts';
import { plural } from '../../words/numbers.ts';
import { at, list, listOfAny, type Members, object, type Piece, set, textOf, written } from './record.ts';
import { type Items, nameOf, type Recognised, type Records, type Tool } from './tool.ts';

export const inspect: Tool = {
  id: 'inspect',
  recognises(first) {
    return isLog(first) || isSample(first);
  },
  read(items, records) {
    const first = items.at(0);
    if (isLog(first) && first.get('samples')?.kind !== 'array') {
      return {
        isRefused: true,
        title: 'This is an inspect log without its samples',
        detail: 'It holds `eval` and no `samples`, as the header of a log does.',
        advice: 'Open the whole log, or the .eval file that this header is part of.',
      };
    }
    return read(items, records);
  },
};

/** How often each sample was run. */
type Epochs = Map<string, number>;

function read(items: Items, records: Records): Recognised {
  const epochs: Epochs = new Map();
  let otherCalls = 0;
  for (const sample of samplesOf(items)) {
    const id = nameOf(sample.get('id')) ?? '';
    epochs.set(id, (epochs.get(id) ?? 0) + 1);
    const calls = modelEvents(sample);
    const call = eventOfOutput(calls, sample.get('output'));
    otherCalls += calls.length - (call === undefined ? 0 : 1);
    const epoch = sample.get('epoch')?.lexeme();
    records.add(
      {
        from: sample,
        name: `sample ${id}${epoch === undefined ? '' : `, epoch ${epoch}`}`,
        group: id,
        attachments: sample.get('attachments'),
      },
      membersOf(sample, call),
    );
  }
  const notes =
    otherCalls === 0
      ? []
      : [
          `Of several model calls of a sample the one that gave its output is shown; ${plural(otherCalls, 'other call is', 'other calls are')} left out.`,
        ];
  return {
    form: 'inspect log',
    facts: [countOf(epochs)],
    notes,
    grouping: 'Samples with one `id` and another `epoch` are of one prompt.',
  };
}

/** How many samples and epochs there are, of samples that stand in files of their own. */
export function sampleFacts(samples: readonly (JsonCursor | undefined)[]): string {
  const epochs: Epochs = new Map();
  for (const sample of samples) {
    const id = nameOf(sample?.get('id')) ?? '';
    epochs.set(id, (epochs.get(id) ?? 0) + 1);
  }
  return countOf(epochs);
}

function* samplesOf(items: Items): Iterable<JsonCursor> {
  for (let position = 0; position < items.count; position++) {
    const item = items.at(position);
    if (isLog(item)) yield* itemsInTurn(item.get('samples'));
    else yield item;
  }
}

function countOf(epochs: Epochs): string {
  const counts = [...epochs.values()];
  const most = Math.max(0, ...new Set(counts));
  const runs = counts.reduce((sum, count) => sum + count, 0);
  const samples = plural(epochs.size, 'sample');
  if (most <= 1) return samples;
  return counts.every((count) => count === most) ? `${samples} × ${most} epochs` : `${samples}, ${runs} runs`;
}

function isLog(first: JsonCursor): boolean {
  const evaluation = first.get('eval');
  return evaluation?.kind === 'object' && (evaluation.get('task') ?? evaluation.get('model')) !== undefined;
}

function isSample(first: JsonCursor): boolean {
  const hasOutput =
    first.get('output')?.get('choices') !== undefined || first.get('output')?.get('model') !== undefined;
  return hasOutput && first.get('epoch') !== undefined && first.get('input') !== undefined;
}

function modelEvents(sample: JsonCursor): readonly JsonCursor[] {
  return Array.from(sample.get('events')?.items() ?? []).filter((event) => event.get('event')?.text() === 'model');
}

/** The call that gave the sample's output: its answer has the same id, in logs without ids the same text. */
function eventOfOutput(calls: readonly JsonCursor[], output: JsonCursor | undefined): JsonCursor | undefined {
  const answer = at(output, 'choices', 0, 'message');
  if (answer === undefined) return undefined;
  const key = answer.get('id') === undefined ? 'content' : 'id';
  const wanted = answer.get(key)?.lexeme();
  return calls.findLast((call) => at(call, 'output', 'choices', 0, 'message', key)?.lexeme() === wanted);
}

function membersOf(sample: JsonCursor, call: JsonCursor | undefined): Members {
  const output = sample.get('output');
  const choices = Array.from(output?.get('choices')?.items() ?? []);
  const scores = choices.length === 1 ? scoresOf(sample.get('scores')) : undefined;
  const response = set(call?.get('call')?.get('response'));
  // Without the provider's body its tokens stand in the log's own output.
  const own = choices.some((choice) => set(choice.get('logprobs')) !== undefined) ? output : undefined;
  return {
    data: list(choices.map((choice) => generation(choice, scores))),
    usage: usageOf(output?.get('usage')),
    metadata: object({
      id: sample.get('id'),
      epoch: sample.get('epoch'),
      target: sample.get('target'),
      scores: set(sample.get('scores')),
      time: set(output?.get('time')),
      total_time: set(sample.get('total_time')),
      working_time: set(sample.get('working_time')),
      error: set(sample.get('error')),
      limit: set(sample.get('limit')),
      metadata: (sample.get('metadata')?.length ?? 0) > 0 ? sample.get('metadata') : undefined,
    }),
    provider_request: requestOf(sample, output, call),
    provider_responses: listOfAny([response ?? own]),
  };
}

function generation(choice: JsonCursor, scores: Piece | undefined): Piece | undefined {
  const message = choice.get('message');
  return object({
    id: set(message?.get('id')),
    output: textOf(message?.get('content')),
    finish_reason: choice.get('stop_reason'),
    tool_calls: callsOf(message?.get('tool_calls')),
    output_message: message,
    scores,
  });
}

/** As the platform writes calls: the arguments as a text. */
function callsOf(calls: JsonCursor | undefined): Piece | undefined {
  return listOfAny(
    Array.from(calls?.items() ?? [], (call) =>
      object({
        id: call.get('id'),
        type: call.get('type'),
        function: object({ name: call.get('function'), arguments: written(call.get('arguments')) }),
      }),
    ),
  );
}

/** The value of each score, under the scorer's name. */
function scoresOf(scores: JsonCursor | undefined): Piece | undefined {
  return object(
    Object.fromEntries(Array.from(scores?.entries() ?? [], ([name, score]) => [name, set(score.get('value'))])),
  );
}

function usageOf(usage: JsonCursor | undefined): Piece | undefined {
  return object({
    prompt_tokens: set(usage?.get('input_tokens')),
    generation_tokens: set(usage?.get('output_tokens')),
    total_tokens: set(usage?.get('total_tokens')),
    reasoning_tokens: set(usage?.get('reasoning_tokens')),
  });
}

function requestOf(
  sample: JsonCursor,
  output: JsonCursor | undefined,
  call: JsonCursor | undefined,
): Piece | undefined {
  const request = set(call?.get('call')?.get('request'));
  if (request?.kind === 'object') return request;
  const input = sample.get('input');
  const sent = call?.get('input');
  const config = Array.from(call?.get('config')?.entries() ?? []);
  const messages = sent?.kind === 'array' && sent.length > 0 ? sent : input?.kind === 'array' ? input : undefined;
  return object({
    model: set(call?.get('model') ?? output?.get('model')),
    messages,
    prompt: messages === undefined ? set(input) : undefined,
    ...Object.fromEntries(config.map(([key, value]) => [key, set(value)])),
  });
}
