// The bars of surprisal along a text. Pure.

export interface SurprisalBar {
  /** The token of the bar: of several the most surprising. */
  readonly at: number;
  /** Undefined where none of them has a value. */
  readonly bits: number | undefined;
  readonly isLow: boolean;
}

/** More bars than this nobody can tell apart. */
const mostBars = 240;

/** One bar a token, or of a long list one for several: the highest of them. `topBits` is the end of the scale, whole and at least 4. */
export function barsOf(
  bits: readonly (number | undefined)[],
  isLow: readonly boolean[],
): { readonly bars: readonly SurprisalBar[]; readonly topBits: number } {
  const count = Math.min(mostBars, bits.length);
  const bars = Array.from({ length: count }, (_, bar): SurprisalBar => {
    const from = Math.ceil((bar * bits.length) / count);
    const to = Math.ceil(((bar + 1) * bits.length) / count);
    let best = from;
    for (let at = from; at < to; at++) if ((bits[at] ?? -1) > (bits[best] ?? -1)) best = at;
    const value = bits[best];
    return { at: best, bits: value === undefined ? undefined : Math.max(0, value), isLow: isLow[best] ?? false };
  });
  const top = bars.reduce((most, one) => Math.max(most, one.bits ?? 0), 0);
  return { bars, topBits: Math.max(4, Math.ceil(top)) };
}
