// The figures of the tokens of several generations as of one list. Pure.

import type { LeftOutReason, TokenFigures } from '../../response/tokens/token.ts';

/** Each token counts once, however the lists are cut; no window reaches over the end of a list. Figures are absent where no token is usable. */
export function pooledFigures(lists: readonly TokenFigures[]): TokenFigures {
  let [count, usable, total, below] = [0, 0, 0, 0];
  let lowest: TokenFigures['lowest'];
  let window: TokenFigures['window'];
  const leftOut: Partial<Record<LeftOutReason, number>> = {};
  for (const list of lists) {
    count += list.count;
    for (const [reason, number] of Object.entries(list.leftOut ?? {}) as [LeftOutReason, number][]) {
      leftOut[reason] = (leftOut[reason] ?? 0) + number;
    }
    if (list.mean === undefined) continue;
    usable += list.usable;
    total += list.total ?? list.mean * list.usable;
    below += list.below ?? 0;
    if (list.lowest && !(lowest && lowest.logprob <= list.lowest.logprob)) lowest = list.lowest;
    if (list.window && !(window && window.mean <= list.window.mean)) window = list.window;
  }
  return {
    count,
    usable,
    ...(Object.keys(leftOut).length > 0 && { leftOut }),
    ...(lists.some(({ isPromptAmong }) => isPromptAmong) && { isPromptAmong: true }),
    ...(usable > 0 && { mean: total / usable, total, below }),
    ...(lowest && { lowest }),
    ...(window && { window }),
  };
}
