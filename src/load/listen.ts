// The worker's side of a watched worker: says that its script is there, answers heartbeats, and holds a lock that the browser releases in the
// moment the worker ends, however it does. Knows no work.

/** Asked by the page when it has heard nothing for a while. */
export interface Heartbeat {
  readonly type: 'heartbeat';
}

export type SignOfLife =
  /** The script is there. `lock` is free again when the worker has ended; absent where the browser has no locks. */
  { readonly type: 'here'; readonly lock?: string } | { readonly type: 'alive' };

/** Hands on every message that is no heartbeat; call once. */
export function listen<Message>(onMessage: (message: Message) => void): void {
  const say = (sign: SignOfLife) => postMessage(sign);
  self.onmessage = ({ data }: MessageEvent<Message | Heartbeat>) => {
    if (isHeartbeat(data)) say({ type: 'alive' });
    else onMessage(data);
  };
  // Absent on pages that are not served from this machine or over HTTPS.
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) {
    say({ type: 'here' });
    return;
  }
  const lock = `completion-inspector worker ${crypto.randomUUID()}`;
  locks
    .request(lock, () => {
      say({ type: 'here', lock });
      return new Promise<never>(() => undefined);
    })
    .catch(() => say({ type: 'here' }));
}

function isHeartbeat(data: unknown): data is Heartbeat {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'heartbeat';
}
