// Where a key is text that somebody types. Knows no command.

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'textarea, select, [contenteditable="true"], input:not([type="checkbox"], [type="radio"], [type="file"])',
    ) !== null
  );
}
