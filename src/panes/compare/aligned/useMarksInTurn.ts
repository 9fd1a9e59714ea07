// Draws the marks of one column after the other, so that no frame waits for all of them. Knows neither texts nor markup.

import { useEffect, useState } from 'react';
import type { Alignment } from '../../../analysis/align/alignment.ts';
import { inTurn } from './turns.ts';

interface Drawable {
  readonly alignment: Alignment;
  readonly texts: readonly string[];
}

/**
 * What a column draws of the present alignment: that itself when `isAtOnce`, else in its turn, once it is near the view. Until then the one
 * before, as long as it is of the same texts. `weight` is the length of the text in code units.
 */
export function useMarksInTurn<T extends Drawable>(
  present: T | undefined,
  isNear: boolean,
  isAtOnce: boolean,
  weight: number,
): T | undefined {
  const [granted, setGranted] = useState<T>();
  const isDue = present !== undefined && !isAtOnce && granted?.alignment !== present.alignment;
  useEffect(() => {
    if (!isDue || !isNear) return;
    // No transition: those of several turns would come together.
    return inTurn(weight, () => setGranted(present));
  }, [present, isDue, isNear, weight]);
  if (!isDue) return present;
  // What is out of view would only be in the way of those who look for differences by their number.
  return isNear && granted?.texts === present?.texts ? granted : undefined;
}
