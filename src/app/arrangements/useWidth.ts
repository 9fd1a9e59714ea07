// How much room there is, in the three arrangements that the page has.

import { useSyncExternalStore } from 'react';

export type Width = 'wide' | 'medium' | 'narrow';

const wide = window.matchMedia('(min-width: 1200px)');
const medium = window.matchMedia('(min-width: 700px)');

function subscribe(onChange: () => void): () => void {
  wide.addEventListener('change', onChange);
  medium.addEventListener('change', onChange);
  return () => {
    wide.removeEventListener('change', onChange);
    medium.removeEventListener('change', onChange);
  };
}

export function useWidth(): Width {
  return useSyncExternalStore(subscribe, () => (wide.matches ? 'wide' : medium.matches ? 'medium' : 'narrow'));
}
