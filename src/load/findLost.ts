// Looks through a document for what was lost when it was printed, with rests in between.

import type { JsonDocument } from '../json/document.ts';
import { lostIssues, lostPieces } from '../response/checks/lostChecks.ts';
import type { Issue } from '../response/model.ts';
import type { Slice } from './slice.ts';

export async function findLost(document: JsonDocument, slice: Slice): Promise<readonly Issue[]> {
  const found: Issue[] = [];
  for (const places of lostPieces(document)) {
    for (const issue of lostIssues(document, places)) found.push(issue);
    await slice.progress('linking', 0, 1);
  }
  return found;
}
