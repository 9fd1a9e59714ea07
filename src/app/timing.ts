// The two timing marks of a load, from the moment input is accepted (User Timing, W3C): `inspector.first-rows` ends in the frame in which
// the first rows are painted, `inspector.complete` when everything is read and checked. Also what `aria-busy` says.

import type { LoadEvent } from '../response/report.ts';

interface LoadDetail {
  readonly name: string;
  readonly bytes: number;
  readonly generations: number;
}

/** Starts the clock; the function that it returns is called with every event of that load. */
export function measureLoad(name: string): (event: LoadEvent) => void {
  const start = performance.now();
  let detail: LoadDetail = { name, bytes: 0, generations: 0 };
  const measure = (mark: string) => performance.measure(mark, { start, end: performance.now(), detail });
  return (event) => {
    if (event.type === 'skimmed') {
      detail = { name, bytes: event.bytes, generations: event.generationCount };
      afterNextFrame(() => measure('inspector.first-rows'));
    }
    if (event.type === 'complete' && !event.failure) {
      detail = { ...detail, generations: event.generationCount };
      measure('inspector.complete');
    }
  };
}

/** Runs when the next frame has been painted: a message that is posted inside a frame is handled after it. */
export function afterNextFrame(run: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = run;
    port2.postMessage(undefined);
  });
}
