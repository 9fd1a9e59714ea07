// Which rows the token usage has, and which of them a pointer belongs to. Pure.

import { usagePlace as responseUsage, UsageTable } from '../../analysis/usageTable.ts';
import { isWithin, type Pointer } from '../../json/pointer.ts';
import { noProviders } from '../../response/choices/choiceTable.ts';
import type { StatedUsage, UsageRow } from '../../response/rows.ts';
import { noSamples } from '../../response/samples/sampleChanges.ts';
import type { OpenDocument } from '../../state/documents.ts';
import { generationAt, providerAt } from '../../state/selection.ts';

type Counted = Pick<OpenDocument, 'providers' | 'rows' | 'providerCount'> & {
  readonly usage?: StatedUsage | undefined;
};

/** The rows of a document; until everything is read the same rows without their counts, so that nothing moves when the counts arrive. */
export function shownUsageRows({ usage, providers, rows, providerCount }: Counted): UsageTable {
  if (usage === undefined) return new UsageTable({ pointer: responseUsage }, noProviders, noSamples, providerCount);
  return new UsageTable(usage, providers, rows);
}

/** The name of a row in the little room there is: provider responses by their number alone. */
export function usageLabel(row: UsageRow): string {
  return row.source === 'provider' && row.position !== undefined ? `Provider ${row.position}` : row.label;
}

/** The place in `rows` of the row that stands for a pointer; -1 when none does. */
export function usageRowAt(document: OpenDocument, rows: UsageTable, pointer: Pointer): number {
  const generation = generationAt(document, pointer);
  if (generation !== undefined) return rows.placeOfGeneration(generation);
  if (isWithin(pointer, responseUsage)) return 0;
  return rows.placeOfProvider(providerAt(document, pointer) ?? -1);
}
