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
  return useSame(list, areEqual);
}

/** The value of before while the new one is the same. */
export function useSame<T>(value: T, isSame: (one: T, other: T) => boolean): T {
  const [kept, setKept] = useState(value);
  if (kept === value || isSame(kept, value)) return kept;
  setKept(value);
  return value;
}

function areEqual<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, at) => item === other[at]);
}
