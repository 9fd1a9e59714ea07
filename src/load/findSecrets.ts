// Looks through all bytes of a document for what looks like a key, with rests in between.

import type { JsonCursor } from '../json/cursor.ts';
import type { JsonDocument } from '../json/document.ts';
import { secretIssues, secretPieces } from '../response/checks/secretChecks.ts';
import type { Issue } from '../response/model.ts';
import type { Slice } from './slice.ts';

/** The fast way; what did not arrive is done without. */
const fastPart = import('../json/kernel/findStarts.ts').catch(() => undefined);
/** Smaller texts are looked through before it is ready. */
const fastBytes = 64_000;

export async function findSecrets(document: JsonDocument, root: JsonCursor, slice: Slice): Promise<readonly Issue[]> {
  const { bytes } = document;
  const fast = bytes.length < fastBytes ? undefined : await fastPart;
  const secrets = [];
  for (const piece of secretPieces(bytes, fast?.createFindStarts())) {
    secrets.push(...piece);
    await slice.progress('linking', 0, 1);
  }
  return secretIssues(secrets, root, (byte) => document.pointerAt(byte));
}
