// What each of several responses of a document adds up to, from the columns of its samples and of its provider responses. Pure.

import type { ProviderTable } from '../response/choices/choiceTable.ts';
import type { ResponseSummaries } from '../response/rows.ts';
import type { SampleTable } from '../response/samples/sampleTable.ts';

/** `providerStarts`: the first provider response of each. Issues are those at its samples. */
export function responseSummaries(
  count: number,
  samples: SampleTable,
  providers: ProviderTable,
  providerStarts: readonly number[],
): ResponseSummaries {
  const sampleCounts = new Uint32Array(count);
  const distinct = new Uint32Array(count);
  const errors = new Uint32Array(count);
  const warnings = new Uint32Array(count);
  const seen = new Set<number>();
  for (let position = 0; position < samples.length; position++) {
    const response = samples.response(position);
    if (response < 0 || response >= count) continue;
    sampleCounts[response] = (sampleCounts[response] ?? 0) + 1;
    errors[response] = (errors[response] ?? 0) + (samples.count('errors', position) || 0);
    warnings[response] = (warnings[response] ?? 0) + (samples.count('warnings', position) || 0);
    const group = samples.group(position);
    // Groups are numbered over all responses.
    const key = response * 4_294_967_296 + group;
    if (group < 0 || seen.has(key)) continue;
    seen.add(key);
    distinct[response] = (distinct[response] ?? 0) + 1;
  }
  const models = providerStarts.map((first, response) => {
    const end = providerStarts[response + 1] ?? providers.length;
    return first < end ? providers.at(first)?.model?.text : undefined;
  });
  return { samples: sampleCounts, distinct, errors, warnings, models };
}
