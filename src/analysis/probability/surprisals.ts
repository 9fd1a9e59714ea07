// The surprisal along an answer, as the bars of a small chart. Pure; knows tokens, no screen.

import type { Surprisals } from '../../response/tokens/token.ts';
import type { FigureToken } from './figures.ts';

/**
 * A bar for each token of the answer (not of the prompt, special or after the stop), as high as its surprisal −ln p ÷ ln 2 in bits
 * (formats.md §10); of more than `mostBars` tokens each bar is of as many in a row, one more or less, and as high as the highest of them. NaN
 * where none of them has a usable log probability.
 */
export function surprisalsOf(tokens: readonly FigureToken[], mostBars: number): Surprisals {
  const places: number[] = [];
  for (const [at, { isPrompt, isSpecial, isAfterStop }] of tokens.entries()) {
    if (!isPrompt && !isSpecial && !isAfterStop) places.push(at);
  }
  const count = places.length;
  const barCount = Math.min(count, mostBars);
  const bits = new Float64Array(barCount).fill(Number.NaN);
  const highest = new Uint32Array(barCount);
  for (let bar = 0; bar < barCount; bar++) {
    const from = Math.floor((bar * count) / barCount);
    const to = Math.floor(((bar + 1) * count) / barCount);
    highest[bar] = places[from] ?? 0;
    for (const place of places.slice(from, to)) {
      const logprob = tokens[place]?.logprob ?? null;
      // Values slightly above 0 are noise.
      const own = logprob === null ? Number.NaN : Math.max(0, -logprob / Math.LN2);
      if (!(own > (bits[bar] ?? Number.NaN)) && !Number.isNaN(bits[bar] ?? 0)) continue;
      if (Number.isNaN(own)) continue;
      bits[bar] = own;
      highest[bar] = place;
    }
  }
  return { bits, places: highest, count };
}
