// Reads token counts as they were written. Knows the wire names of the response's own `usage`.

import type { JsonCursor } from '../json/cursor.ts';
import type { Count, Usage } from './model.ts';

/** The count at a cursor; absent when there is no finite number. */
export function readCount(cursor: JsonCursor | undefined): Count | undefined {
  const value = cursor?.number();
  if (cursor === undefined || value === undefined) return undefined;
  return { value, lexeme: cursor.lexeme(), pointer: cursor.pointer };
}

/** The counts that are there as a usage; absent when there is none. */
export function usageOf(
  pointer: Usage['pointer'],
  counts: { readonly [Key in Exclude<keyof Usage, 'pointer'>]?: Count | undefined },
): Usage | undefined {
  const { prompt, generation, total, cached, cacheWritten, toolPrompt, reasoning } = counts;
  if (![prompt, generation, total, cached, cacheWritten, toolPrompt, reasoning].some((count) => count))
    return undefined;
  return {
    pointer,
    ...(prompt && { prompt }),
    ...(generation && { generation }),
    ...(total && { total }),
    ...(cached && { cached }),
    ...(cacheWritten && { cacheWritten }),
    ...(toolPrompt && { toolPrompt }),
    ...(reasoning && { reasoning }),
  };
}

/** `usage` of a response; absent when it is missing, null or has no count at all. */
export function readResponseUsage(root: JsonCursor): Usage | undefined {
  const usage = root.get('usage');
  if (usage === undefined) return undefined;
  return usageOf(usage.pointer, {
    prompt: readCount(usage.get('prompt_tokens')),
    generation: readCount(usage.get('generation_tokens')),
    total: readCount(usage.get('total_tokens')),
    reasoning: readCount(usage.get('reasoning_tokens')),
  });
}
