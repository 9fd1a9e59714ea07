// `scenario_state.json` of HELM: a record per request state. `result` stays the provider's body, read by a reader of its own, because its tokens stand there.

import { itemsInTurn } from '../../json/byteCursor.ts';
import type { JsonCursor } from '../../json/cursor.ts';
import { plural } from '../../words/numbers.ts';
import { at, list, listOfAny, object, set } from './record.ts';
import { nameOf, type Tool } from './tool.ts';

export const helm: Tool = {
  id: 'helm',
  recognises(first) {
    const states = first.get('request_states');
    return states?.kind === 'array' && (states.length === 0 || at(states, 0, 'instance') !== undefined);
  },
  read(items, records) {
    for (const state of itemsInTurn(items.at(0).get('request_states'))) {
      const instance = state.get('instance');
      const request = state.get('request');
      const result = set(state.get('result'));
      const id = nameOf(set(instance?.get('id'))) ?? `state ${records.count + 1}`;
      records.add(
        { from: state, name: id, group: [id, ...variantOf(state)].join(', ') },
        {
          data: list(
            Array.from(result?.get('completions')?.items() ?? [], (completion) =>
              object({
                output: completion.get('text'),
                finish_reason:
                  set(at(completion, 'finish_reason', 'reason')) ?? textIn(completion.get('finish_reason')),
              }),
            ),
          ),
          metadata: object({
            id: instance?.get('id'),
            split: set(instance?.get('split')),
            references: set(instance?.get('references')),
            output_mapping: set(state.get('output_mapping')),
            perturbation: set(instance?.get('perturbation')),
            train_trial_index: state.get('train_trial_index'),
            request_time: set(result?.get('request_time')),
            request_datetime: set(result?.get('request_datetime')),
            success: result?.get('success'),
            error: set(result?.get('error')),
          }),
          provider_request: request,
          provider_responses: listOfAny([result]),
        },
      );
    }
    return {
      form: 'HELM scenario state',
      facts: [plural(records.count, 'request state'), plural(records.groupCount, 'prompt')],
      notes: [],
      grouping:
        'Completions of one `instance.id` are of one prompt; its perturbation, reference and trial, where there are any, tell prompts apart.',
    };
  },
};

function textIn(cursor: JsonCursor | undefined): JsonCursor | undefined {
  return cursor?.kind === 'string' ? cursor : undefined;
}

/** What makes another prompt of an instance. */
function variantOf(state: JsonCursor): readonly string[] {
  const trial = state.get('train_trial_index')?.number() ?? 0;
  return [
    nameOf(at(state, 'instance', 'perturbation', 'name')),
    ...named('request mode', set(state.get('request_mode'))),
    ...named('reference', set(state.get('reference_index'))),
    ...(trial > 0 ? [`trial ${trial}`] : []),
  ].filter((name) => name !== undefined);
}

function named(what: string, value: JsonCursor | undefined): readonly string[] {
  const name = nameOf(value);
  return name === undefined ? [] : [`${what} ${name}`];
}
