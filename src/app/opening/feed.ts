// The way of a load's events into the store. Knows when they are handed over, not what they are of.

import type { LoadEvent } from '../../response/loadEvents.ts';
import type { DocumentId } from '../../state/documents.ts';
import { useStore } from '../../state/store.ts';
import { afterNextFrame } from './timing.ts';

/** How long rows and progress wait for more of them, in milliseconds. */
const feedMs = 40;

/**
 * Hands events to the store, rows and progress now and then: each change draws the panes anew. A timer and no animation frame, so that drawing
 * and painting are two tasks. The last event has a task of its own.
 * `onApplied` is called with each event as soon as the page knows of it.
 */
export function createFeed(
  id: DocumentId,
  isOpen: () => boolean,
  onApplied: (event: LoadEvent) => void,
): (event: LoadEvent) => void {
  let waiting: LoadEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const events = waiting;
    waiting = [];
    if (events.length === 0 || !isOpen()) return;
    useStore.getState().applyLoadEvents(id, events);
    events.forEach(onApplied);
  };
  return (event) => {
    if (event.type === 'complete') {
      flush();
      afterFrameOrSoon(() => {
        waiting.push(event);
        flush();
      });
      return;
    }
    // Changes nothing that is drawn.
    if (event.type === 'checked') {
      onApplied(event);
      return;
    }
    waiting.push(event);
    if (event.type === 'skimmed') flush();
    else timer ??= setTimeout(flush, feedMs);
  };
}

/** After the next frame, or where the page is not seen and has no frames, in a moment. */
function afterFrameOrSoon(run: () => void): void {
  let isDone = false;
  const once = () => {
    if (isDone) return;
    isDone = true;
    run();
  };
  afterNextFrame(once);
  setTimeout(once, 100);
}
