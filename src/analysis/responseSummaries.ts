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
  temperatures: Float64Array<ArrayBuffer>,
): ResponseSummaries {
  const sampleCounts = new Uint32Array(count);
  const distinct = new Uint32Array(count);
  const largest = new Uint32Array(count);
  const characters = new Mean(count);
  const tokens = new Mean(count);
  const errors = new Uint32Array(count);
  const warnings = new Uint32Array(count);
  const sizes = new Map<number, number>();
  for (let position = 0; position < samples.length; position++) {
    const response = samples.response(position);
    if (response < 0 || response >= count) continue;
    add(sampleCounts, response, 1);
    add(errors, response, samples.count('errors', position) || 0);
    add(warnings, response, samples.count('warnings', position) || 0);
    characters.add(response, samples.characters(position));
    tokens.add(response, samples.tokenCount(position));
    const group = samples.group(position);
    if (group < 0) continue;
    // Groups are numbered over all responses.
    const key = response * 4_294_967_296 + group;
    const size = (sizes.get(key) ?? 0) + 1;
    sizes.set(key, size);
    if (size === 1) add(distinct, response, 1);
    largest[response] = Math.max(largest[response] ?? 0, size);
  }
  const models = providerStarts.map((first, response) => {
    const end = providerStarts[response + 1] ?? providers.length;
    return first < end ? providers.model(first) : undefined;
  });
  return {
    samples: sampleCounts,
    distinct,
    largest,
    characters: characters.values(),
    tokens: tokens.values(),
    errors,
    warnings,
    models,
    temperatures,
  };
}

function add(cells: Uint32Array, at: number, more: number): void {
  cells[at] = (cells[at] ?? 0) + more;
}

/** Means of what is known, by response. */
class Mean {
  readonly #sums: Float64Array<ArrayBuffer>;
  readonly #counts: Uint32Array;

  constructor(count: number) {
    this.#sums = new Float64Array(count);
    this.#counts = new Uint32Array(count);
  }

  add(at: number, value: number): void {
    if (Number.isNaN(value)) return;
    this.#sums[at] = (this.#sums[at] ?? 0) + value;
    add(this.#counts, at, 1);
  }

  values(): Float64Array<ArrayBuffer> {
    return this.#sums.map((sum, at) => sum / (this.#counts[at] ?? 0));
  }
}
