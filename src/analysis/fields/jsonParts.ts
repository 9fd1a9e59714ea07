// Finds the JSON in what a model wrote: the whole output, its fenced blocks, or the arguments of its tool calls.
// Knows text; must not parse JSON.

import type { Generation } from '../../response/model.ts';

/** Where the JSON of a sample is read from. */
export const fieldSources = ['output', 'fenced', 'toolCalls'] as const;
export type FieldSource = (typeof fieldSources)[number];

/** One JSON text of a sample. A label becomes the first key of its fields; the only text of a sample may have none. */
export interface JsonPart {
  readonly label?: string;
  readonly text: string;
}

export type Answer = Pick<Generation, 'output' | 'toolCalls'>;

/** The JSON texts of a sample, as they are written; none where it has no such place. */
export function jsonPartsOf({ output, toolCalls }: Answer, source: FieldSource): readonly JsonPart[] {
  switch (source) {
    case 'output':
      return output === undefined || output.trim() === '' ? [] : [{ text: output }];
    case 'fenced':
      return fencedParts(output ?? '');
    case 'toolCalls':
      return labelled(toolCalls.map(({ name, argumentsText }) => ({ label: name ?? 'call', text: argumentsText })));
  }
}

/** The source that holds JSON in most samples, so that something is shown at once; undefined where none does. */
export function likelySource(
  answers: readonly Answer[],
  sources: readonly FieldSource[] = fieldSources,
): FieldSource | undefined {
  let best: FieldSource | undefined;
  let most = 0;
  for (const source of sources) {
    let count = 0;
    for (const answer of answers) {
      const parts = jsonPartsOf(answer, source);
      if (parts.length > 0 && parts.every(({ text }) => /^\s*[[{]/.test(text))) count++;
    }
    if (count <= most) continue;
    best = source;
    most = count;
  }
  return best;
}

// CommonMark 0.31 section 4.5: a fence is closed by one of the same kind that is at least as long, or by the end.
const openFence = /^ {0,3}(`{3,}|~{3,})[ \t]*([^\s`]*)[^`]*$/;

function fencedParts(output: string): readonly JsonPart[] {
  const parts: JsonPart[] = [];
  let fence = '';
  let language = '';
  let lines: string[] = [];
  const close = (): void => {
    const text = lines.join('\n');
    if (/^json/i.test(language) || (language === '' && /^\s*[[{]/.test(text))) parts.push({ text });
  };
  for (const line of output.split(/\r\n|[\r\n]/)) {
    if (fence === '') {
      const found = openFence.exec(line);
      if (found === null) continue;
      [, fence = '', language = ''] = found;
      lines = [];
    } else if (isClosing(line, fence)) {
      close();
      fence = '';
    } else {
      lines.push(line);
    }
  }
  if (fence !== '') close();
  return parts.length < 2 ? parts : labelled(parts.map(({ text }) => ({ label: 'block', text })));
}

function isClosing(line: string, fence: string): boolean {
  const text = line.trim();
  return text.length >= fence.length && text === (fence[0] ?? '').repeat(text.length) && /^ {0,3}\S/.test(line);
}

/** Labels that occur more than once get a number, from the second one on. */
function labelled(parts: readonly Required<JsonPart>[]): readonly JsonPart[] {
  const counts = new Map<string, number>();
  return parts.map(({ label, text }) => {
    const count = (counts.get(label) ?? 0) + 1;
    counts.set(label, count);
    return { label: count === 1 ? label : `${label} ${count}`, text };
  });
}
