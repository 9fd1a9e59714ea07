// The rows of the token usage, read by number: the response's own counts, each provider response, each generation whose tokens are known. Holds none
// of them: a row is made when somebody looks. Immutable; knows no wire names.

import { type Pointer, pointerOf } from '../json/pointer.ts';
import { chunkRows as providersOfChunk } from '../response/choices/cells.ts';
import type { StatedCount } from '../response/choices/choiceColumns.ts';
import type { ProviderTable } from '../response/choices/choiceTable.ts';
import type { Count, Usage } from '../response/model.ts';
import type { StatedUsage, TokenSource, UsageRow } from '../response/rows.ts';
import { chunkRows as samplesOfChunk, tokenSources } from '../response/samples/sampleColumns.ts';
import type { SampleTable } from '../response/samples/sampleTable.ts';
import { tokenSourceCounts, tokensIn } from '../response/samples/tokenCells.ts';
import { RunningCounts } from './runningCounts.ts';

export class UsageTable {
  readonly own: StatedUsage;
  readonly providers: ProviderTable;
  readonly providerCount: number;
  /** Tokens of the samples, by place. */
  readonly samples: RunningCounts;
  /** Counts of the provider responses, by place: of one that has a count like 1e999, which no bar can show, none. */
  readonly prompts: RunningCounts;
  readonly generations: RunningCounts;
  readonly totals: RunningCounts;
  readonly #samples: SampleTable;

  /** `providerCount`: also those that `providers` does not know yet. */
  constructor(own: StatedUsage, providers: ProviderTable, samples: SampleTable, providerCount = providers.length) {
    this.own = own;
    this.providers = providers;
    this.providerCount = providerCount;
    this.#samples = samples;
    this.samples = new RunningCounts(samples.length, samplesOfChunk, (chunk) => tokensIn(samples, chunk));
    const countsOf = (column: StatedCount) =>
      new RunningCounts(providers.length, providersOfChunk, (chunk) => drawable(providers, chunk, column));
    this.prompts = countsOf('usage.prompt');
    this.generations = countsOf('usage.generation');
    this.totals = countsOf('usage.total');
  }

  get length(): number {
    return this.firstGeneration + this.samples.known;
  }

  /** Place of the first generation, also where there is none. */
  get firstGeneration(): number {
    return 1 + this.providerCount;
  }

  get generationCount(): number {
    return this.samples.known;
  }

  /** Whose counts stand there; undefined where there is no row. */
  source(place: number): UsageRow['source'] | undefined {
    if (!(place >= 0 && place < this.length)) return undefined;
    return place === 0 ? 'response' : place < this.firstGeneration ? 'provider' : 'generation';
  }

  at(place: number): UsageRow | undefined {
    switch (this.source(place)) {
      case 'response':
        return { source: 'response', label: 'Response usage', ...this.own };
      case 'provider':
        return this.#providerRow(place - 1);
      case 'generation':
        return this.#generationRow(this.samples.place(place - this.firstGeneration));
      default:
        return undefined;
    }
  }

  /** Rows `[from, to)`. */
  slice(from: number, to = this.length): readonly UsageRow[] {
    const length = Math.max(0, Math.min(to, this.length) - from);
    return Array.from({ length }, (_, at) => this.at(from + at)).filter((row) => row !== undefined);
  }

  /** The row of a provider response; -1 for none. */
  placeOfProvider(position: number): number {
    return position >= 0 && position < this.providerCount ? 1 + position : -1;
  }

  /** The row of a generation; -1 where its tokens are not known. */
  placeOfGeneration(position: number): number {
    if (Number.isNaN(this.samples.at(position))) return -1;
    return this.firstGeneration + this.samples.before(position).known;
  }

  /** The first row that states anything. */
  firstStated(): UsageRow | undefined {
    if (this.own.usage !== undefined) return this.at(0);
    const { providers } = this;
    for (let position = 0; providers.hasAny('usage') && position < providers.length; position++) {
      if (providers.hasUsage(position)) return this.#providerRow(position);
    }
    return this.at(this.firstGeneration);
  }

  /** How many generations are counted in which way, in the order in which the ways appear. */
  sourceCounts(): ReadonlyMap<TokenSource, number> {
    const counts = new Map<TokenSource, number>();
    for (const [code, count] of tokenSourceCounts(this.#samples)) {
      const source = tokenSources[code];
      if (source !== undefined) counts.set(source, count);
    }
    return counts;
  }

  #providerRow(position: number): UsageRow {
    const usage = this.providers.usage(position);
    const pointer = usage?.pointer ?? pointerOf('provider_responses', position);
    return {
      source: 'provider',
      label: `Provider response ${position}`,
      position,
      pointer,
      ...(usage && { usage }),
    };
  }

  #generationRow(position: number): UsageRow | undefined {
    const tokens = this.#samples.tokens(position);
    if (tokens === undefined) return undefined;
    const { count, from, pointer } = tokens;
    const lexeme = `${from === 'estimated' ? '≈' : ''}${count}`;
    return {
      source: 'generation',
      label: `Generation ${this.#samples.label(position)}`,
      pointer: this.#samples.pointer(position),
      position,
      usage: generated({ value: count, lexeme, pointer }),
      counted: from,
    };
  }
}

function generated(generation: Count): Usage {
  return { pointer: generation.pointer, generation };
}

const drawn: readonly StatedCount[] = ['usage.prompt', 'usage.generation', 'usage.total'];

function drawable(providers: ProviderTable, chunk: number, column: StatedCount): Float64Array | undefined {
  const counts = providers.countsIn(chunk, column);
  if (counts === undefined) return undefined;
  let own = counts;
  for (const one of drawn) {
    const others = providers.countsIn(chunk, one);
    for (let row = 0; others && row < others.length; row++) {
      if (Math.abs(others[row] ?? 0) !== Number.POSITIVE_INFINITY) continue;
      if (own === counts) own = counts.slice();
      own[row] = Number.NaN;
    }
  }
  return own;
}

/** The place of the response's own token counts. */
export const usagePlace: Pointer = pointerOf('usage');
