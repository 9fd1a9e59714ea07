// Tells a response of /chat from one of /completion by its keys. Knows wire names only.

import type { JsonCursor } from '../json/cursor.ts';

const chatKeys = ['messages', 'output_message', 'tool_calls', 'tool_call'] as const;

/** Whether it is a ChatResponse: the first generation or the root has a key that only a chat has, and not null. */
export function isChatResponse(root: JsonCursor): boolean {
  if (isSet(root.get('tool_choice'))) return true;
  for (const first of root.get('data')?.items() ?? []) return chatKeys.some((key) => isSet(first.get(key)));
  return false;
}

function isSet(cursor: JsonCursor | undefined): boolean {
  return cursor !== undefined && cursor.kind !== 'null';
}
