// Keeps what is on screen until what follows is ready, so that nothing flashes; but not for long. Knows nothing of what it holds.

import { startTransition, useEffect, useState } from 'react';

/**
 * `present` as soon as it is ready, or when it has waited `longestMs`; until then what was returned before, which is nothing at first.
 * `present` must be the same value as long as it means the same.
 */
export function useHeld<T extends object>(present: T | undefined, isReady: boolean, longestMs: number): T | undefined {
  const [late, setLate] = useState<T>();
  const [shown, setShown] = useState<T>();
  useEffect(() => {
    if (isReady) return;
    const timer = setTimeout(() => startTransition(() => setLate(present)), longestMs);
    return () => clearTimeout(timer);
  }, [present, isReady, longestMs]);
  const next = isReady || late === present ? present : shown;
  if (next !== shown) setShown(next);
  return next;
}

/** The list of before while the new one holds the same. */
export function useSameList<T>(list: readonly T[]): readonly T[] {
  const [kept, setKept] = useState(list);
  const isSame = kept.length === list.length && kept.every((item, at) => item === list[at]);
  if (isSame) return kept;
  setKept(list);
  return list;
}
