// Tells a list `data` of something else (rows of a service, models, vectors) from the generations of a response. Knows wire names only.

import type { JsonCursor } from '../json/cursor.ts';

/** Keys of which a response has one beside `data`, and a generation one in it. */
const rootKeys = ['provider_responses', 'project_id', 'num_samples'] as const;
const generationKeys = [
  'output',
  'raw_output',
  'output_message',
  'finish_reason',
  'model_config_id',
  'inputs',
  'index',
] as const;

/** Whether `data` is an object, or a list whose first item is an object without any key of a generation, and nothing else says that it is a response. */
export function isOtherData(root: JsonCursor): boolean {
  if (rootKeys.some((key) => root.get(key) !== undefined)) return false;
  const data = root.get('data');
  // A whole response may stand in it.
  if (data?.kind === 'object')
    return data.length > 0 && ![...rootKeys, 'data'].some((key) => data.get(key) !== undefined);
  if (data?.kind !== 'array') return false;
  for (const first of data.items())
    return first.kind === 'object' && first.length > 0 && !generationKeys.some((key) => first.get(key) !== undefined);
  return false;
}
