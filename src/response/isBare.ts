// Whether a response is nothing but what a provider answered.

import type { JsonCursor } from '../json/cursor.ts';

/** It holds provider responses, perhaps the requests and what was noted of them, and nothing that only the platform adds. */
export function isBareResponse(root: JsonCursor): boolean {
  const own = ['provider_responses', 'provider_request', 'metadata', 'responses'].filter(
    (key) => root.get(key) !== undefined,
  );
  return root.length === own.length && (root.get('provider_responses')?.length ?? 0) > 0;
}
