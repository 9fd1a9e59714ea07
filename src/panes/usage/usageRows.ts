// Which rows the token usage has, and which of them a pointer belongs to. Pure.

import { isWithin, type Pointer, pointerOf } from '../../json/pointer.ts';
import type { UsageRow } from '../../response/rows.ts';
import type { OpenDocument } from '../../state/documents.ts';
import { generationAt, providerAt } from '../../state/selection.ts';

const responseUsage = pointerOf('usage');

/**
 * The rows of a document: those that the load computed, or before that the same rows without their counts, so that nothing moves
 * when the counts arrive.
 */
export function shownUsageRows(document: OpenDocument): readonly UsageRow[] {
  if (document.usage.length > 0) return document.usage;
  const rows: UsageRow[] = [{ source: 'response', label: 'Response usage', pointer: responseUsage }];
  for (let position = 0; position < document.providerCount; position++) {
    rows.push({
      source: 'provider',
      label: `Provider response ${position}`,
      pointer: pointerOf('provider_responses', position),
      position,
    });
  }
  return rows;
}

/** The name of a row in the little room there is: provider responses by their number alone. */
export function usageLabel(row: UsageRow): string {
  return row.source === 'provider' && row.position !== undefined ? `Provider ${row.position}` : row.label;
}

/** The place in `rows` of the row that stands for a pointer; -1 when none does. */
export function usageRowAt(document: OpenDocument, rows: readonly UsageRow[], pointer: Pointer): number {
  const generation = generationAt(document, pointer);
  if (generation !== undefined) {
    return rows.findIndex((row) => row.source === 'generation' && row.position === generation);
  }
  if (isWithin(pointer, responseUsage)) return rows.findIndex((row) => row.source === 'response');
  const provider = providerAt(document, pointer);
  return provider === undefined ? -1 : rows.findIndex((row) => row.source === 'provider' && row.position === provider);
}
