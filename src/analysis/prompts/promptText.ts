// What of a request, or of a generation, is its prompt: the values that two calls of one prompt have in common, and its words in short. Pure; reads a
// cursor, knows the keys of the families.

import type { JsonCursor } from '../../json/cursor.ts';
import type { Pointer } from '../../json/pointer.ts';

export interface FoundPrompt {
  /** Everything that makes it this prompt, in a fixed order. */
  readonly parts: readonly JsonCursor[];
  /** The value that its words are of. */
  readonly place: Pointer;
  /** At most `longest` code units of them, in one line. */
  readonly text: string;
}

/** Keys of a request that say what was asked, not how. */
const requestKeys = [
  'system',
  'system_instruction',
  'systemInstruction',
  'instructions',
  'messages',
  'message',
  'chat_history',
  'prompt',
  'input',
  'inputs',
  'inputText',
  'contents',
  'suffix',
  'body',
] as const;
/** Those of them that its words are taken from, the first that there is. */
const wordKeys = ['messages', 'contents', 'input', 'message', 'prompt', 'inputs', 'inputText', 'body'] as const;

const longest = 200;

/** The prompt of a request; undefined where it states none. */
export function requestPrompt(request: JsonCursor | undefined): FoundPrompt | undefined {
  const parts = partsOf(request, requestKeys);
  const words = wordKeys.map((key) => request?.get(key)).find(isSet) ?? parts[0];
  return words && { parts, ...wordsOf(words) };
}

/** The prompt that a generation keeps itself; undefined where it keeps none. */
export function generationPrompt(generation: JsonCursor): (FoundPrompt & { readonly isOfInputs: boolean }) | undefined {
  const parts = generationParts(generation);
  const [words] = parts;
  return words && { parts, ...wordsOf(words), isOfInputs: isOfInputs(parts) };
}

/** What of a generation is its prompt, without its words: its messages and what was put into the template. */
export function generationParts(generation: JsonCursor): readonly JsonCursor[] {
  return partsOf(generation, ['messages', 'inputs']).filter(({ kind, length }) => kind !== 'object' || length > 0);
}

/** Only what was put into a template is known, and not the template. */
export function isOfInputs([first]: readonly JsonCursor[]): boolean {
  return first?.pointer.endsWith('/inputs') ?? false;
}

function partsOf(of: JsonCursor | undefined, keys: readonly string[]): readonly JsonCursor[] {
  return keys.map((key) => of?.get(key)).filter(isSet);
}

function isSet(value: JsonCursor | undefined): value is JsonCursor {
  return value !== undefined && value.kind !== 'null';
}

function wordsOf(value: JsonCursor): Pick<FoundPrompt, 'place' | 'text'> {
  const said = value.kind === 'array' ? lastOf(value) : value;
  return { place: said.pointer, text: inOneLine(said) };
}

/** Of messages the content of the last that a person wrote, else of the last; of other lists the last item. */
function lastOf(list: JsonCursor): JsonCursor {
  let last: JsonCursor | undefined;
  let asked: JsonCursor | undefined;
  for (const item of list.items()) {
    last = item;
    if (item.get('role')?.text() === 'user') asked = item;
  }
  const message = asked ?? last ?? list;
  const content = message.get('content') ?? message.get('parts');
  return content !== undefined && content.kind !== 'null' ? content : message;
}

function inOneLine(value: JsonCursor): string {
  const words: string[] = [];
  gather(value, words, 0);
  const text = words.join(' ').replace(/\s+/g, ' ').trim();
  return text.length <= longest ? text : `${text.slice(0, longest - 2).trimEnd()} …`;
}

/** Texts as they are, members of an object with their keys, as far as they are shown. */
function gather(value: JsonCursor, words: string[], depth: number): void {
  if (words.length >= 40 || depth > 4) return;
  const text = value.text();
  if (text !== undefined) words.push(text.length > 2 * longest ? `${text.slice(0, 2 * longest)} …` : text);
  else if (value.kind === 'array') {
    for (const item of value.items()) {
      if (words.length >= 40) break;
      gather(item.get('text') ?? item, words, depth + 1);
    }
  } else if (value.kind === 'object') {
    const own = value.get('text');
    if (own) gather(own, words, depth + 1);
    for (const [key, member] of own ? [] : value.entries()) {
      if (words.length >= 40) break;
      words.push(`${key}:`);
      gather(member, words, depth + 1);
    }
  } else words.push(value.lexeme().slice(0, longest));
}
