// A recorded stream opened as it is, as a person drops it: it must read as its body does alone, and nothing may be found missing.

import type { ReadBody } from './alone.ts';
import type { Loaded } from './wrapped.ts';

/** What differs between a stream that was opened by itself and its body read alone; empty when they agree. */
export function streamProblems({ rows, providers, issues }: Loaded, { read }: ReadBody): readonly string[] {
  const problems: string[] = [];
  const provider = providers.at(0);
  if (rows.length > 0) problems.push(`opened by itself it has ${rows.length} generations`);
  if (providers.length !== 1) problems.push(`opened by itself it has ${providers.length} provider responses`);
  if (provider?.format !== read.format) problems.push(`opened by itself it is ${provider?.format}, not ${read.format}`);
  const lengths = read.reading.choices.map(({ text }) => Array.from(text ?? '').length);
  const opened = providers.choicesOf(0).map(({ characters }) => characters);
  if (lengths.join() !== opened.join()) problems.push(`opened by itself its texts have ${opened}, not ${lengths}`);
  const missing = issues.filter(({ id }) => ['HL001', 'HL033', 'HL034', 'HL083'].includes(id));
  return [...problems, ...missing.map(({ id, message }) => `opened by itself: ${id} ${message}`)];
}
