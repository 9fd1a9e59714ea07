// Where the bars of the token usage begin and end, in tokens, each worked out when it is drawn. Pure; knows no pixels and no screen.

import type { RunningCounts } from '../../analysis/runningCounts.ts';
import type { UsageTable } from '../../analysis/usageTable.ts';
import type { Usage } from '../../response/model.ts';

/** A stretch `[from, to)` of a bar, in tokens on the axis of the chart. `whole` is a total that is not split further. */
export interface UsagePart {
  readonly kind: 'prompt' | 'generation' | 'whole';
  readonly from: number;
  readonly to: number;
}

/** Where a group of bars does not end where the response usage ends. `difference` is signed: bars minus response usage. */
export interface UsageGap {
  readonly from: number;
  readonly to: number;
  readonly difference: number;
}

export interface UsageBar {
  readonly parts: readonly UsagePart[];
  readonly gap?: UsageGap;
}

/** What generations fill together: a stretch of the axis, and how many of them have a bar. */
export interface UsageSpan {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

const noBar: UsageBar = { parts: [] };

/**
 * Lays the bars out on one axis of tokens. Response usage begins at 0; the bars of several provider responses follow one another, their
 * prompts only where the response usage added them up; generations follow one another from the end of the prompt, so that they visibly
 * fill the total. A gap is drawn at the last row of a group, and only when every count of the group is known; none where the sources
 * agree although they list fewer tokens.
 */
export class UsageBars {
  /** The largest number of tokens on the axis that is drawn; 0 when nothing is known. */
  readonly end: number;
  /** The last one that is drawn; absent for none. */
  readonly gap: UsageGap | undefined;
  readonly #rows: UsageTable;
  readonly #areGapsShown: boolean;
  readonly #own: Usage | undefined;
  readonly #arePromptsAdded: boolean;
  readonly #promptEnd: number;
  readonly #ownEnd: number | undefined;

  constructor(rows: UsageTable, areGapsShown = true) {
    const { prompts, generations, samples, providerCount } = rows;
    this.#rows = rows;
    this.#areGapsShown = areGapsShown;
    this.#own = drawable(rows.own.usage);
    const areAllKnown = providerCount > 1 && prompts.finite === providerCount;
    this.#arePromptsAdded = areAllKnown && prompts.total === this.#own?.prompt?.value;
    this.#promptEnd = tokens(this.#own?.prompt?.value ?? prompts.largest);
    this.#ownEnd = addedCounts(this.#own);
    // Each group ends with its last row, and only there a gap is.
    const first = rows.firstGeneration;
    const last = [0, ...(providerCount > 0 ? [first - 1] : []), ...(rows.length > first ? [rows.length - 1] : [])];
    const bars = last.map((place) => this.at(place));
    const ends = bars.flatMap((bar) => [...bar.parts, ...(bar.gap ? [bar.gap] : [])].map(({ to }) => to));
    if (providerCount > 1 && prompts.finite > 0)
      ends.push(this.#arePromptsAdded ? prompts.sum : Math.max(0, prompts.largest));
    if (providerCount > 1 && generations.finite > 0) ends.push(this.#promptEnd + generations.sum);
    if (samples.finite > 0) ends.push(this.#promptEnd + samples.sum);
    this.end = Math.max(0, ...ends);
    this.gap = bars.findLast(({ gap }) => gap !== undefined)?.gap;
  }

  /** The bar of the row at a place. */
  at(place: number): UsageBar {
    const bar = this.#barAt(place);
    return this.#areGapsShown ? bar : { parts: bar.parts };
  }

  /** The first row that is not a generation and has a bar; -1 for none. */
  firstSpoken(): number {
    const { providerCount, prompts, generations } = this.#rows;
    if (this.at(0).parts.length > 0) return 0;
    if (providerCount === 1) return this.at(1).parts.length > 0 ? 1 : -1;
    const firsts = [prompts.first, generations.first].filter((first) => first >= 0);
    return firsts.length === 0 ? -1 : 1 + Math.min(...firsts);
  }

  /** What the generations of rows `[fromRow, toRow)` fill together; undefined where none of them has a bar. */
  span(fromRow: number, toRow: number): UsageSpan | undefined {
    const { samples, firstGeneration } = this.#rows;
    const before = samples.before(samples.place(fromRow - firstGeneration));
    const end = samples.place(toRow - firstGeneration);
    const after = end < 0 ? samples : samples.before(end);
    const count = after.finite - before.finite;
    return count === 0 ? undefined : { from: this.#promptEnd + before.sum, to: this.#promptEnd + after.sum, count };
  }

  #barAt(place: number): UsageBar {
    switch (this.#rows.source(place)) {
      case 'response':
        return ownBar(this.#own);
      case 'provider':
        return this.#providerBar(place - 1);
      case 'generation':
        return this.#generationBar(place - this.#rows.firstGeneration);
      default:
        return noBar;
    }
  }

  #providerBar(position: number): UsageBar {
    const { providers, providerCount, prompts, generations } = this.#rows;
    if (providerCount === 1) {
      const usage = drawable(providers.usage(position));
      return withGap(ownParts(usage), addedCounts(usage), this.#ownEnd);
    }
    const parts: UsagePart[] = [];
    if (Number.isFinite(prompts.at(position))) {
      const from = this.#arePromptsAdded ? prompts.before(position).sum : 0;
      parts.push({ kind: 'prompt', from, to: from + tokens(prompts.at(position)) });
    }
    parts.push(...stretch(generations, position, this.#promptEnd));
    if (position < providerCount - 1) return { parts };
    const isWhole = generations.finite === providerCount;
    return withGap(parts, isWhole ? this.#promptEnd + generations.sum : undefined, this.#ownEnd);
  }

  #generationBar(number: number): UsageBar {
    const { providers, providerCount, samples } = this.#rows;
    const parts = stretch(samples, samples.place(number), this.#promptEnd);
    if (number < samples.known - 1 || samples.finite < samples.known) return { parts };
    const only = providerCount === 1 ? addedCounts(drawable(providers.usage(0))) : undefined;
    return withGap(parts, this.#promptEnd + samples.sum, this.#ownEnd ?? only);
  }
}

/** The count at a place behind those before it; nothing where there is none that can be drawn. */
function stretch(counts: RunningCounts, place: number, start: number): readonly UsagePart[] {
  const count = counts.at(place);
  if (!Number.isFinite(count)) return [];
  const from = start + counts.before(place).sum;
  return [{ kind: 'generation', from, to: from + tokens(count) }];
}

/** A count like 1e999 is beyond every number that can be drawn: such a row has its words and no bar. */
function drawable(usage: Usage | undefined): Usage | undefined {
  const counts = [usage?.prompt, usage?.generation, usage?.total];
  return counts.every((count) => count === undefined || Number.isFinite(count.value)) ? usage : undefined;
}

function ownBar(usage: Usage | undefined): UsageBar {
  const parts = ownParts(usage);
  const added = addedCounts(usage);
  const total = usage?.total?.value;
  if (added === undefined || total === undefined || added === total) return { parts };
  // The parts are the response's own words, so the gap says how far they miss its own total.
  return { parts, gap: gapBetween(added, total) };
}

/** A bar of one source alone, from 0. */
function ownParts(usage: Usage | undefined): readonly UsagePart[] {
  const prompt = usage?.prompt?.value;
  const generation = usage?.generation?.value;
  if (prompt === undefined && generation === undefined) {
    const total = usage?.total?.value;
    return total === undefined ? [] : [{ kind: 'whole', from: 0, to: tokens(total) }];
  }
  const parts: UsagePart[] = [];
  if (prompt !== undefined) parts.push({ kind: 'prompt', from: 0, to: tokens(prompt) });
  if (generation !== undefined) {
    const from = tokens(prompt);
    parts.push({ kind: 'generation', from, to: from + tokens(generation) });
  }
  return parts;
}

function withGap(parts: readonly UsagePart[], end: number | undefined, expected: number | undefined): UsageBar {
  return end === undefined || expected === undefined || end === expected
    ? { parts }
    : { parts, gap: gapBetween(end, expected) };
}

function gapBetween(end: number, expected: number): UsageGap {
  return { from: Math.min(end, expected), to: Math.max(end, expected), difference: end - expected };
}

/** Where the bar of a source ends: by its two counts; undefined where one of them is unknown. */
function addedCounts(usage: Usage | undefined): number | undefined {
  return usage?.prompt === undefined || usage.generation === undefined
    ? undefined
    : tokens(usage.prompt.value) + tokens(usage.generation.value);
}

/** A bar has no negative length, whatever the document says. */
function tokens(value: number | undefined): number {
  return value === undefined || !(value > 0) ? 0 : value;
}
