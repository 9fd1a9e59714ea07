// Work that can wait until the page has nothing else to do. Safari has no idle callbacks: there it waits a moment.

/** Returns the way to take it back. */
export function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(run);
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(run, 200);
  return () => clearTimeout(timer);
}
