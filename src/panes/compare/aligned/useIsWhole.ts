// Draws the start of a text first and the rest in its turn. Knows no text.

import { useEffect, useState } from 'react';
import { inTurn } from './turns.ts';

/** True once the rest is due; from then on always. `weight` is the length of the text in code units. */
export function useIsWhole(isWholeAtFirst: () => boolean, weight: number): boolean {
  const [isWhole, setWhole] = useState(isWholeAtFirst);
  useEffect(() => (isWhole ? undefined : inTurn(weight, () => setWhole(true))), [isWhole, weight]);
  return isWhole;
}
