// The bars of the surprisal along a text: where they stand, and what they show in words. Pure.

import type { Pointer } from '../../json/pointer.ts';
import type { ProviderTable } from '../../response/choices/choiceTable.ts';
import type { GenerationRow } from '../../response/rows.ts';
import type { Surprisals } from '../../response/tokens/token.ts';
import { formatCount, formatDecimal, plural } from '../../words/numbers.ts';

/** As many bars as a cell has room for: a pixel each. */
export const mostBars = 64;
/** Bits at which the scale of every row ends: a probability of one in 64. */
const mostBits = 6;
/** Bars of few tokens are not wider. */
const widestBar = 2;

/** Width of a bar with its gap, of `mostBars` in all. */
export function barStep(count: number): number {
  return Math.min(widestBar, mostBars / count);
}

/** The outline of the bars of more than one bit (p < 0.5), or of the others, in a box `mostBars` wide. */
export function barsPath(bits: Float64Array, height: number, isUnlikely: boolean): string {
  const step = barStep(bits.length);
  const width = step * (step > 1 ? 0.8 : 1);
  let path = '';
  bits.forEach((own, bar) => {
    if (Number.isNaN(own) || own > 1 !== isUnlikely) return;
    // The lowest bar is still seen.
    const high = Math.max(0.75, (Math.min(own, mostBits) / mostBits) * height);
    path += `M${round(bar * step)} ${height}h${round(width)}v${round(-high)}h${round(-width)}z`;
  });
  return path;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** The bar at a part of the width, 0 to 1; the nearest one beyond the last. */
export function barAt(part: number, count: number): number {
  return Math.max(0, Math.min(count - 1, Math.floor((part * mostBars) / barStep(count))));
}

/** What the chart shows, in a sentence or two. */
export function surprisalSentence({ bits, count }: Surprisals): string {
  const known = bits.filter((own) => !Number.isNaN(own));
  const highest = known.reduce((most, own) => Math.max(most, own), 0);
  const unlikely = known.filter((own) => own > 1).length;
  const isBinned = count > bits.length;
  const bars = isBinned
    ? `${plural(bits.length, 'bar')} for ${plural(count, 'token')}, each as high as the least likely of its own`
    : plural(count, 'token');
  return `Surprisal of ${bars}: ${formatCount(unlikely)} below 50 %, the highest ${formatDecimal(highest, 1)} bits${highest > mostBits ? `, cut at ${mostBits}` : ''}.`;
}

export const surprisalHint = `One bar per token, as high as its surprisal, −ln p ÷ ln 2 in bits, to ${mostBits} in every row; below 50 % it is marked. Sorts by the least likely token.`;

export interface ChoicePlace {
  readonly choice: Pointer;
  /** Tells choices apart that share a pointer. */
  readonly position: number;
}

/** The choice that a row is linked to; undefined where it is linked to none. */
export function choicePlace(providers: ProviderTable, { link, position }: GenerationRow): ChoicePlace | undefined {
  const number = providers.choiceAt(link?.choice, position);
  return number < 0 ? undefined : { choice: providers.choicePointer(number), position: providers.positionOf(number) };
}
