// Keeps what is on screen until what follows is ready, so that nothing flashes. Knows nothing of what it holds.

import { startTransition, useEffect, useState } from 'react';

/**
 * `next`; while there is none, the last one that there was of the same `of`, or `first` while there was none. Both `next` and `of` must be the
 * same value as long as they mean the same.
 */
export function useHeld<T>(next: T | undefined, of?: unknown, first?: T): T | undefined {
  const [last, setLast] = useState({ of, value: next });
  const value = next ?? (last.of === of ? last.value : undefined) ?? first;
  if (last.value !== value || last.of !== of) setLast({ of, value });
  return value;
}

/** `present` as soon as it is ready, or when it has waited `longestMs`; until then what was held before, which is nothing at first. */
export function useHeldFor<T extends object>(
  present: T | undefined,
  isReady: boolean,
  longestMs: number,
): T | undefined {
  const [late, setLate] = useState<T>();
  // In step with the clock.
  useEffect(() => {
    if (isReady) return;
    const timer = setTimeout(() => startTransition(() => setLate(present)), longestMs);
    return () => clearTimeout(timer);
  }, [present, isReady, longestMs]);
  return useHeld(isReady || late === present ? present : undefined);
}

/** The list of before while the new one holds the same. */
export function useSameList<T>(list: readonly T[]): readonly T[] {
  const [kept, setKept] = useState(list);
  const isSame = kept.length === list.length && kept.every((item, at) => item === list[at]);
  if (isSame) return kept;
  setKept(list);
  return list;
}
