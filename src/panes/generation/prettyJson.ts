// Indents JSON text without touching what is written: numbers keep their spelling, strings their escapes, keys their order. Pure.

/** Levels that are indented; deeper ones stand below each other, because their spaces would outgrow every text. */
const deepestIndented = 32;

/** The text with two spaces per level and one member per line; undefined when it is not JSON (RFC 8259). */
export function prettyJson(text: string): string | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  const parts: string[] = [];
  let level = 0;
  const newLine = () => `\n${'  '.repeat(Math.min(level, deepestIndented))}`;
  const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;
  let opened = false;
  for (const [word] of text.matchAll(token)) {
    const isClosing = word === '}' || word === ']';
    if (isClosing) level--;
    // An empty container stays on its line.
    if (opened !== isClosing && (opened || isClosing)) parts.push(newLine());
    opened = word === '{' || word === '[';
    if (opened) level++;
    parts.push(word === ':' ? ': ' : word);
    if (word === ',') parts.push(newLine());
  }
  return parts.join('');
}
