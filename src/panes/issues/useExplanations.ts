// The texts that explain the checks: loaded when the first of them is asked for, because most people never do.

import { useEffect, useState } from 'react';
import type { Explanation } from '../../response/checks/explanations.ts';

type Explanations = Readonly<Record<string, Explanation>>;

let known: Explanations | undefined;

/** Undefined while they are being loaded; a text says why they could not be. */
export function useExplanations(): Explanations | string | undefined {
  const [loaded, setLoaded] = useState<Explanations | string | undefined>(known);
  // The network: a chunk of its own.
  useEffect(() => {
    if (known !== undefined) return;
    let isMounted = true;
    import('../../response/checks/explanations.ts').then(
      ({ explanations }) => {
        known = explanations;
        if (isMounted) setLoaded(explanations);
      },
      (reason: unknown) => {
        if (isMounted) setLoaded(reason instanceof Error ? reason.message : String(reason));
      },
    );
    return () => {
      isMounted = false;
    };
  }, []);
  return loaded;
}
