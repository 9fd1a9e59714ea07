// Moments as people read them.

/** `today at 10:32`, `on 3 May at 10:32`; in the words of the browser. */
export function momentWords(milliseconds: number, now = new Date()): string {
  const date = new Date(milliseconds);
  const time = date.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
  return date.toDateString() === now.toDateString()
    ? `today at ${time}`
    : `on ${date.toLocaleDateString(undefined, { day: 'numeric', month: 'long' })} at ${time}`;
}
