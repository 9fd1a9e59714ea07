// How much room there is, in the three arrangements that the page has.

import { useSyncExternalStore } from 'react';

export type Width = 'wide' | 'medium' | 'narrow';

const wide = window.matchMedia('(min-width: 1200px)');
const medium = window.matchMedia('(min-width: 700px)');

/** Below, the list of responses would take the room that two columns of panes need. */
const roomy = window.matchMedia('(min-width: 1000px)');

/** Below, what differs between calls stands over the panes only where some of them are closed to a word. */
const high = window.matchMedia('(min-height: 820px)');

function subscribe(onChange: () => void): () => void {
  wide.addEventListener('change', onChange);
  medium.addEventListener('change', onChange);
  roomy.addEventListener('change', onChange);
  high.addEventListener('change', onChange);
  return () => {
    wide.removeEventListener('change', onChange);
    medium.removeEventListener('change', onChange);
    roomy.removeEventListener('change', onChange);
    high.removeEventListener('change', onChange);
  };
}

export function useWidth(): Width {
  return useSyncExternalStore(subscribe, () => (wide.matches ? 'wide' : medium.matches ? 'medium' : 'narrow'));
}

/** Whether the list of responses fits beside the panes; else it lies over them, and only when it was asked for. */
export function useHasRoomForList(): boolean {
  return useSyncExternalStore(subscribe, () => roomy.matches);
}

/** Whether there is height for everything. */
export function useIsHigh(): boolean {
  return useSyncExternalStore(subscribe, () => high.matches);
}
