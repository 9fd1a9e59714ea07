// Work that is not to take anything from a load: it waits until none has gone on for a while and the page has nothing else to do. Knows no component.

import { whenIdle } from '../../load/whenIdle.ts';
import { useStore } from '../../state/store.ts';

/** Who has just come is likely to open something. */
const quietMs = 2000;

/** Runs once. */
export function whenQuiet(run: () => void): void {
  let isDone = false;
  let timer = setTimeout(onQuiet, quietMs);
  const stop = useStore.subscribe((state, before) => {
    if (state.documents === before.documents && state.openingId === before.openingId) return;
    clearTimeout(timer);
    if (!isLoading()) timer = setTimeout(onQuiet, quietMs);
  });
  function onQuiet(): void {
    if (isLoading()) return;
    whenIdle(() => {
      // Idle may come late, when something is read again: that ends with another change.
      if (isDone || isLoading()) return;
      isDone = true;
      stop();
      clearTimeout(timer);
      run();
    });
  }
}

function isLoading(): boolean {
  const { documents, openingId } = useStore.getState();
  return openingId !== undefined || documents.some(({ load }) => load === 'loading');
}
