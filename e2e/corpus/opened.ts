// A recorded body or stream opened as it is, as a person drops it: it must read as its body does alone and inside a response, each choice a sample, and
// nothing may be found missing.

import { figuresOf } from '../../src/analysis/probability/figures.ts';
import { differences, type ReadBody } from './alone.ts';
import type { Loaded } from './wrapped.ts';

/** What differs between a body that was opened by itself and the same read alone; empty when they agree. Events of a stream have places of their own then. */
export function openedProblems(
  { rows, providers, issues }: Loaded,
  { read, tokens }: ReadBody,
  isStream: boolean,
): readonly string[] {
  const problems: string[] = [];
  const provider = providers.at(0);
  const { choices, usage } = read.reading;
  if (rows.length !== choices.length) problems.push(`opened by itself it has ${rows.length} samples`);
  for (const [at, row] of rows.entries()) {
    const choice = choices[at];
    if (choice === undefined) continue;
    const own = {
      choice: row.link?.choice,
      word: row.link?.word,
      characters: row.characters ?? 0,
      reason: row.finishReason?.raw,
      calls: row.toolCallCount,
      listed: row.logprobs?.count,
      mean: row.logprobs?.mean,
    };
    const listed = tokens[at];
    const figures = listed && figuresOf(listed);
    const hasOutput = choice.text !== null && choice.textKind !== 'refusal';
    const other = {
      choice: isStream ? own.choice : placeOf(choice.pointer),
      word: 'certain',
      characters: hasOutput ? Array.from(choice.text ?? '').length : 0,
      reason: choice.finishReason?.raw.slice(0, 400),
      calls: choice.toolCalls.length,
      listed: figures?.count,
      mean: figures?.mean,
    };
    for (const difference of differences(own, other)) problems.push(`sample ${at}: ${difference}`);
  }
  const counted = provider?.usage?.generation?.lexeme;
  if (counted !== usage?.generation?.lexeme) problems.push(`opened by itself it counts ${counted}`);
  if (providers.length !== 1) problems.push(`opened by itself it has ${providers.length} provider responses`);
  if (provider?.format !== read.format) problems.push(`opened by itself it is ${provider?.format}, not ${read.format}`);
  const lengths = read.reading.choices.map(({ text }) => Array.from(text ?? '').length);
  const opened = providers.choicesOf(0).map(({ characters }) => characters);
  if (lengths.join() !== opened.join()) problems.push(`opened by itself its texts have ${opened}, not ${lengths}`);
  const missing = issues.filter(({ id }) =>
    ['HL001', 'HL002', 'HL003', 'HL004', 'HL030', 'HL033', 'HL034', 'HL083'].includes(id),
  );
  return [...problems, ...missing.map(({ id, message }) => `opened by itself: ${id} ${message}`)];
}

/** Places of the body alone are those below the first provider response. */
function placeOf(pointer: string): string {
  return `/provider_responses/0${pointer}`;
}
