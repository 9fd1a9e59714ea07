// When a dialog or a menu that has just gone has given the focus back. Knows no dialog.

/**
 * Runs what may move the focus, once a layer that is being closed has put it back: layers do that in the next frame, and what moved it before would
 * lose it again.
 */
export function whenFocusIsBack(run: () => void): void {
  requestAnimationFrame(() => setTimeout(run));
}
