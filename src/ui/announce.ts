// Words that assistive technology should say at the next pause. The Announcer component is their one listener.

type Listener = (message: string) => void;

const listeners = new Set<Listener>();

/** Says the message politely; nothing is shown. */
export function announce(message: string): void {
  for (const listener of listeners) listener(message);
}

/** Registers a listener and returns the function that removes it. */
export function onAnnounce(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
