// A part of the program that could not be fetched, in a person's words.

/** Without a full stop: it stands in sentences. */
export const partMissing = 'A part of this page could not be fetched, because its server does not answer';

/** What a failed `import()` of our own says, where it is that: browsers have a sentence of their own each. */
export function reasonInWords(reason: unknown): string {
  const message = reason instanceof Error ? reason.message : String(reason);
  return /dynamically imported module|importing a module script|preload CSS/i.test(message) ? partMissing : message;
}
