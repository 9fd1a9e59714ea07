// The page's side of a worker whose end is noticed, however it ends: its script does not arrive, it throws, it is gone without a word, or it
// is silent for too long. A busy worker is no dead one: it keeps its lock, and is asked for a sign of life long before it is given up.

import type { Heartbeat, SignOfLife } from './listen.ts';

/** The part of a Worker that is used. */
export type BareWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

export interface WorkerEnd {
  /** `missing`: its script did not arrive. `threw`: with a message. `gone`: without a word. `silent`: it does not answer. */
  readonly why: 'missing' | 'threw' | 'gone' | 'silent';
  readonly message: string;
}

export interface WatchedWorker<To, From> {
  post(message: To): void;
  terminate(): void;
  onMessage: ((message: From) => void) | undefined;
  /** Called once, unless the page ended it; it is terminated then. */
  onEnd: ((end: WorkerEnd) => void) | undefined;
  /** Called about once a second while somebody waits for it and it is there. */
  onTick: (() => void) | undefined;
  /** While somebody waits for it, the time in which its script arrives and in which it gives a sign of life is limited. */
  setAwaited(isAwaited: boolean): void;
  /** Gives it up although it lives: it does not do what it is there for. */
  giveUp(): void;
}

export interface WatchOptions {
  /** It may be busy for as long as its work takes, and is not asked meanwhile. */
  readonly mayBeSilent?: boolean;
  /** The locks of the browser, where it has them. */
  readonly locks?: Pick<LockManager, 'request'> | undefined;
}

/** Time is counted in ticks: those of a tab that sleeps, or of a machine that does, are late and count no more than one each. */
const tickMs = 1000;
const arrivalTicks = 30;
const silentTicks = 20;

export function watchWorker<To, From extends { readonly type: string }>(
  worker: BareWorker,
  { mayBeSilent = false, locks = browserLocks() }: WatchOptions = {},
): WatchedWorker<To, From> {
  const release = new AbortController();
  let hasArrived = false;
  let hasEnded = false;
  let ticks = 0;
  let ticking: ReturnType<typeof setInterval> | undefined;

  const terminate = () => {
    hasEnded = true;
    clearInterval(ticking);
    release.abort();
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
  };
  const end = (why: WorkerEnd['why'], message = '') => {
    if (hasEnded) return;
    terminate();
    watched.onEnd?.({ why, message });
  };
  const tick = () => {
    ticks++;
    if (!hasArrived) {
      if (ticks > arrivalTicks) end('missing');
    } else if (!mayBeSilent) {
      if (ticks > silentTicks) return end('silent');
      worker.postMessage({ type: 'heartbeat' } satisfies Heartbeat);
      watched.onTick?.();
    }
  };
  const watchLock = (lock: string) => {
    // Granted when nobody holds it any longer; aborted when the page has ended the worker.
    locks?.request(lock, { signal: release.signal }, () => end('gone')).catch(() => undefined);
  };

  worker.onmessage = ({ data }: MessageEvent<From | SignOfLife>) => {
    hasArrived = true;
    ticks = 0;
    if (isSignOfLife(data)) {
      if (data.type === 'here' && data.lock !== undefined) watchLock(data.lock);
    } else {
      watched.onMessage?.(data);
    }
  };
  worker.onerror = (event) => {
    event.preventDefault();
    // A script that did not arrive has nothing to say.
    const message = (event.message as string | undefined) ?? '';
    end(hasArrived || message !== '' ? 'threw' : 'missing', message.replace(/^Uncaught (\(in promise\) )?/, ''));
  };

  const watched: WatchedWorker<To, From> = {
    post: (message) => worker.postMessage(message),
    terminate,
    onMessage: undefined,
    onEnd: undefined,
    onTick: undefined,
    giveUp: () => end('silent'),
    setAwaited(isAwaited) {
      if (isAwaited === (ticking !== undefined)) return;
      clearInterval(ticking);
      ticks = 0;
      ticking = isAwaited && !hasEnded ? setInterval(tick, tickMs) : undefined;
    },
  };
  return watched;
}

function isSignOfLife(data: { readonly type: string }): data is SignOfLife {
  return data.type === 'here' || data.type === 'alive';
}

/** Absent on pages that are not served from this machine or over HTTPS. */
function browserLocks(): LockManager | undefined {
  return (globalThis.navigator as Navigator | undefined)?.locks;
}
