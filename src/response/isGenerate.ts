// Tells the response of /generate (API v3) from that of /completion (v4) by its keys. Knows wire names only.

import type { JsonCursor } from '../json/cursor.ts';

/** What both always have; written out by hand a response is shorter. */
const sharedKeys = ['project_id', 'num_samples', 'usage', 'metadata', 'data', 'provider_responses'] as const;

/** Whether it is a GenerateResponse: all that a CompletionResponse has but a session (formats.md, 1.2.10). */
export function isGenerateResponse(root: JsonCursor): boolean {
  return root.get('session_id') === undefined && sharedKeys.every((key) => root.get(key) !== undefined);
}
