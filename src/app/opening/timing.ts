// The timing marks of a load, from the moment input is accepted (User Timing, W3C): `inspector.first-rows` ends in the frame in which the first
// rows are painted, `inspector.checked` when the page hears that every byte was checked, `inspector.complete` when everything is read and drawn.

import type { LoadEvent } from '../../response/loadEvents.ts';
import type { DocumentId } from '../../state/documents.ts';

interface LoadDetail {
  readonly name: string;
  readonly bytes: number;
  readonly generations?: number;
}

interface RunningClock {
  readonly start: number;
  readonly detail: LoadDetail;
}

/** Loads that have accepted input and have not painted their first rows yet, by document. */
const waitingForRows = new Map<DocumentId, RunningClock>();

/** Loads on screen that are complete and not drawn as such yet, by document. */
const waitingForEnd = new Map<DocumentId, RunningClock>();

/** Starts the clock of a load, now or when its input was accepted; the function that it returns is called with every event of that load. */
export function measureLoad(
  id: DocumentId,
  name: string,
  isTakingScreen: boolean,
  isOnScreen: () => boolean,
  start: number = performance.now(),
): (event: LoadEvent) => void {
  let detail: LoadDetail = { name, bytes: 0 };
  return (event) => {
    if (event.type === 'skimmed') {
      const isFirst = detail.generations === undefined;
      detail = { name, bytes: event.bytes ?? 0, generations: event.generationCount };
      if (isTakingScreen && isFirst) waitingForRows.set(id, { start, detail });
    }
    if (event.type === 'checked') performance.measure('inspector.checked', { start, detail, end: performance.now() });
    if (event.type === 'complete' && !event.failure) {
      detail = { ...detail, generations: event.generationCount };
      waitingForEnd.set(id, { start, detail });
      if (!isOnScreen()) markComplete(id);
    }
  };
}

/** To be called when a document is drawn as complete. */
export function markComplete(id: DocumentId): void {
  const clock = waitingForEnd.get(id);
  if (!clock) return;
  waitingForEnd.delete(id);
  performance.measure('inspector.complete', { ...clock, end: performance.now() });
}

/** To be called in the frame after the one that painted the first rows of a document. */
export function markFirstRows(id: DocumentId): void {
  const clock = waitingForRows.get(id);
  if (!clock) return;
  waitingForRows.delete(id);
  performance.measure('inspector.first-rows', { ...clock, end: performance.now() });
}

/** Runs when the next frame has been painted: a message that is posted inside a frame is handled after it. */
export function afterNextFrame(run: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = run;
    port2.postMessage(undefined);
  });
}
