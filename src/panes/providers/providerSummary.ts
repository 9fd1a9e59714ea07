// What the line above the tree says of a provider response. Pure.

import type { Pointer } from '../../json/pointer.ts';
import type { ProviderTable } from '../../response/choices/choiceTable.ts';
import type { ProviderTime } from '../../response/provider/reading.ts';
import type { ProviderRow } from '../../response/rows.ts';
import { formatCount, plural } from '../../words/numbers.ts';
import { shortName } from '../../words/shortName.ts';

/** `2023-08-17 14:08 UTC`; the raw value where it says no time. */
export function timeText(time: ProviderTime): string {
  const iso = time.iso === undefined ? null : /^(\d{4,}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(time.iso);
  return iso ? `${iso[1]} ${iso[2]} UTC` : time.raw;
}

/** The value as written with its unit: `created 1692281294 (seconds)`. */
export function rawTimeText(time: ProviderTime): string {
  const unit = { s: ' (seconds)', ms: ' (milliseconds)', us: ' (microseconds)', iso: '', unknown: '' }[time.unit];
  return `${time.raw}${unit}`;
}

/** `7 stop, 1 length`: how the choices ended, most frequent first. */
export function finishSummary(providers: ProviderTable, { firstChoice, choiceCount: count }: ProviderRow): string {
  const counts = new Map<string, number>();
  let without = 0;
  for (let choice = firstChoice; choice < firstChoice + count; choice++) {
    const raw = providers.finishOf(choice);
    if (raw === undefined) without++;
    else counts.set(shortName(raw), (counts.get(shortName(raw)) ?? 0) + 1);
  }
  const parts = [...counts].sort((a, b) => b[1] - a[1]).map(([raw, count]) => `${formatCount(count)} ${raw}`);
  if (without > 0) parts.push(`${formatCount(without)} without a finish reason`);
  return parts.join(', ');
}

/** `8 choices` */
export function choiceCount(provider: ProviderRow): string {
  return plural(provider.choiceCount, 'choice');
}

export interface LeftOver {
  /** `1 of 3 choices is in no generation` */
  readonly sentence: string;
  /** The first of them. */
  readonly pointer: Pointer;
}

/** What is said of the choices that are in no generation; undefined when each is in one. */
export function leftOverChoices(providers: ProviderTable, provider: ProviderRow): LeftOver | undefined {
  const end = provider.firstChoice + provider.choiceCount;
  let first = -1;
  let left = 0;
  for (let choice = provider.firstChoice; choice < end; choice++) {
    if (providers.generation(choice) >= 0) continue;
    if (first < 0) first = choice;
    left++;
  }
  if (first < 0) return undefined;
  const verb = left === 1 ? 'is' : 'are';
  const sentence =
    provider.choiceCount === 1
      ? 'Its choice is in no generation'
      : `${formatCount(left)} of ${choiceCount(provider)} ${verb} in no generation`;
  return { sentence, pointer: providers.choicePointer(first) };
}
