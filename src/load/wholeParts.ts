// What is said of each response of a document when everything has been read: what its checks find in all of it, and what it adds up to. Runs in the worker.

import { responseSummaries } from '../analysis/responseSummaries.ts';
import { usageAgreement, usageOfSeveral } from '../analysis/usage.ts';
import type { JsonCursor } from '../json/cursor.ts';
import type { AmbiguousClass } from '../response/checks/check.ts';
import type { ProviderTable } from '../response/choices/choiceTable.ts';
import type { Issue, Usage } from '../response/model.ts';
import { asksForBestOf } from '../response/request.ts';
import type { ResponseSummaries, UsageAgreement } from '../response/rows.ts';
import type { SampleTable } from '../response/samples/sampleTable.ts';
import { readResponseUsage } from '../response/usage.ts';
import { type LinkedProviders, ofPart } from './gatheredProviders.ts';
import type { ResponseParts } from './responseParts.ts';

/** The issues of one response after the other. */
export function* checkedParts(parts: ResponseParts, linked: LinkedProviders): Generator<readonly Issue[]> {
  const ambiguous = new Map<number, AmbiguousClass[]>();
  for (const one of parts.isSeveral ? linked.ambiguous : []) {
    const { number } = parts.of('data', one.generations[0] ?? 0);
    ambiguous.set(number, [...(ambiguous.get(number) ?? []), one]);
  }
  for (const part of parts.list) yield part.checks.finish(ofPart(linked, part, ambiguous.get(part.number) ?? []));
}

export function summariesOf(parts: ResponseParts, samples: SampleTable, providers: ProviderTable): ResponseSummaries {
  const starts = parts.list.map(({ providers: [from] }) => from);
  const temperatures = Float64Array.from(parts.list, ({ root }) => temperatureOf(root.get('provider_request')));
  return responseSummaries(starts.length, samples, providers, starts, temperatures);
}

/** Objects of a request that hold how it is answered, by the names that families have for them. */
const settings = ['generationConfig', 'generation_config', 'inferenceConfig', 'parameters', 'options'];

function temperatureOf(request: JsonCursor | undefined): number {
  const places = [request, ...settings.map((key) => request?.get(key))];
  return places.map((place) => place?.get('temperature')?.number()).find((one) => one !== undefined) ?? Number.NaN;
}

/** Whether all sources of a response count the same; of several, what each states. In steps. */
export function* agreementOf(
  { list, isSeveral }: ResponseParts,
  providers: ProviderTable,
  samples: SampleTable,
): Generator<void, UsageAgreement> {
  const usages: (Usage | undefined)[] = [];
  for (const { root } of list) {
    usages.push(readResponseUsage(root));
    yield;
  }
  if (isSeveral) return usageOfSeveral(usages);
  const isBestOf = list[0] !== undefined && asksForBestOf(list[0].context.request);
  return usageAgreement(usages[0], providers, samples, isBestOf);
}
