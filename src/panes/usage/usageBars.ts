// Where the bars of the token usage begin and end, in tokens. Pure; knows no pixels and no screen.

import type { Usage } from '../../response/model.ts';
import type { UsageRow } from '../../response/rows.ts';

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

export interface UsageBars {
  /** One per row, in the order of the rows. */
  readonly bars: readonly UsageBar[];
  /** The largest number of tokens on the axis that is drawn; 0 when nothing is known. */
  readonly end: number;
}

const noBar: UsageBar = { parts: [] };

/**
 * Lays the bars out on one axis of tokens. Response usage begins at 0; the bars of several provider responses follow one another, their
 * prompts only where the response usage added them up; generations follow one another from the end of the prompt, so that they visibly
 * fill the total. A gap is drawn at the last row of a group, and only when every count of the group is known; none where the sources
 * agree although they list fewer tokens.
 */
export function usageBars(stated: readonly UsageRow[], areGapsShown = true): UsageBars {
  const rows = stated.map(drawable);
  const response = rows.find((row) => row.source === 'response')?.usage;
  const providers = rows.filter((row) => row.source === 'provider');
  const generations = rows.filter((row) => row.source === 'generation');
  const promptSum = sumOf(providers, (usage) => usage.prompt?.value);
  const arePromptsAdded = providers.length > 1 && promptSum !== undefined && promptSum === response?.prompt?.value;
  const largestPrompt = Math.max(0, ...providers.slice(0, 1000).map((row) => tokens(row.usage?.prompt?.value)));
  const promptEnd = tokens(response?.prompt?.value ?? largestPrompt);
  const responseEnd = addedCounts(response);

  const bars = new Map<UsageRow, UsageBar>();
  for (const row of rows) if (row.source === 'response') bars.set(row, responseBar(row.usage));
  layProviders(bars, providers, { arePromptsAdded, promptEnd, responseEnd });
  layGenerations(
    bars,
    generations,
    promptEnd,
    responseEnd ?? (providers.length === 1 ? addedCounts(providers[0]?.usage) : undefined),
  );

  const laid = rows.map((row): UsageBar => {
    const bar = bars.get(row) ?? noBar;
    return areGapsShown ? bar : { parts: bar.parts };
  });
  let end = 0;
  for (const bar of laid) {
    for (const part of bar.parts) end = Math.max(end, part.to);
    if (bar.gap) end = Math.max(end, bar.gap.to);
  }
  return { bars: laid, end };
}

/** A count like 1e999 is beyond every number that can be drawn: such a row has its words and no bar. */
function drawable(row: UsageRow): UsageRow {
  const { usage, ...unstated } = row;
  const counts = [usage?.prompt, usage?.generation, usage?.total];
  return counts.every((count) => count === undefined || Number.isFinite(count.value)) ? row : unstated;
}

function responseBar(usage: Usage | undefined): UsageBar {
  const parts = ownParts(usage);
  const added = addedCounts(usage);
  const total = usage?.total?.value;
  if (added === undefined || total === undefined || added === total) return { parts };
  // The parts are the response's own words, so the gap says how far they miss its own total.
  return { parts, gap: gapBetween(added, total) };
}

function layProviders(
  bars: Map<UsageRow, UsageBar>,
  providers: readonly UsageRow[],
  {
    arePromptsAdded,
    promptEnd,
    responseEnd,
  }: { readonly arePromptsAdded: boolean; readonly promptEnd: number; readonly responseEnd: number | undefined },
): void {
  const last = providers.at(-1);
  if (last === undefined) return;
  if (providers.length === 1) {
    bars.set(last, withGap(ownParts(last.usage), addedCounts(last.usage), responseEnd));
    return;
  }
  let promptAt = 0;
  let generationAt = promptEnd;
  let areAllKnown = true;
  for (const row of providers) {
    const parts: UsagePart[] = [];
    const prompt = row.usage?.prompt?.value;
    const generation = row.usage?.generation?.value;
    if (prompt !== undefined) {
      const from = arePromptsAdded ? promptAt : 0;
      parts.push({ kind: 'prompt', from, to: from + tokens(prompt) });
      promptAt += tokens(prompt);
    }
    if (generation !== undefined) {
      parts.push({ kind: 'generation', from: generationAt, to: generationAt + tokens(generation) });
      generationAt += tokens(generation);
    } else areAllKnown = false;
    bars.set(row, { parts });
  }
  bars.set(last, withGap(bars.get(last)?.parts ?? [], areAllKnown ? generationAt : undefined, responseEnd));
}

function layGenerations(
  bars: Map<UsageRow, UsageBar>,
  generations: readonly UsageRow[],
  promptEnd: number,
  wholeEnd: number | undefined,
): void {
  let at = promptEnd;
  let areAllKnown = true;
  for (const row of generations) {
    const generation = row.usage?.generation?.value;
    if (generation === undefined) {
      areAllKnown = false;
      bars.set(row, noBar);
      continue;
    }
    bars.set(row, { parts: [{ kind: 'generation', from: at, to: at + tokens(generation) }] });
    at += tokens(generation);
  }
  const last = generations.at(-1);
  if (last && areAllKnown) bars.set(last, withGap(bars.get(last)?.parts ?? [], at, wholeEnd));
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

function sumOf(rows: readonly UsageRow[], count: (usage: Usage) => number | undefined): number | undefined {
  let sum = 0;
  for (const row of rows) {
    const value = row.usage && count(row.usage);
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum;
}

/** A bar has no negative length, whatever the document says. */
function tokens(value: number | undefined): number {
  return value === undefined || !(value > 0) ? 0 : value;
}
