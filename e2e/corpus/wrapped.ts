// A recorded body inside a CompletionResponse as the platform builds one: a generation per choice, `output` stripped, the
// finish reason in its words, usage from the provider. Read through the whole load, as a paste is.

import type { ProviderTable } from '../../src/response/choices/choiceTable.ts';
import { IssueTable } from '../../src/response/issues/issueTable.ts';
import type { Issue } from '../../src/response/model.ts';
import type { ProviderChoice } from '../../src/response/provider/reading.ts';
import { pyStrip } from '../../src/response/pythonStrip.ts';
import type { GenerationRow } from '../../src/response/rows.ts';
import { issuesIn } from '../fixtures/issueTables.ts';
import { loadEvents } from '../fixtures/loadEvents.ts';
import { tableOfEvents } from '../fixtures/providerTable.ts';
import { rowsTold } from '../fixtures/rowsTold.ts';
import type { ReadBody } from './alone.ts';

/** The text of a response around the source text of a provider response, which stays as it was written. */
export function wrap(body: string, { read, tokens }: ReadBody): string {
  const { choices, usage, model } = read.reading;
  const inOrder = choices.toSorted((a, b) => indexOf(a) - indexOf(b));
  const alternatives = tokens.flatMap((list) => list?.tokens.map((token) => token.alternatives.length) ?? []);
  const prompt = usage?.prompt?.value ?? 0;
  const generation = usage?.generation?.value ?? 0;
  const fields = {
    project_id: 'pr_1',
    num_samples: Math.max(1, choices.length),
    logprobs: alternatives.length === 0 ? null : Math.max(...alternatives),
    suffix: null,
    user: null,
    session_id: null,
    metadata: null,
    data: inOrder.map(generationOf),
    ...(usage && {
      usage: { prompt_tokens: prompt, generation_tokens: generation, total_tokens: prompt + generation },
    }),
    provider_request: { ...(model && { model: model.text }), n: choices.length },
  };
  return `${JSON.stringify(fields).slice(0, -1)},"provider_responses":[${body}]}`;
}

const words: Readonly<Record<string, string>> = { stop: 'stop', length: 'length', tool_call: 'tool_call' };

function indexOf({ index, position }: ProviderChoice): number {
  return index ?? position;
}

function generationOf(choice: ProviderChoice): object {
  const { text, finishReason, toolCalls } = choice;
  const rawOutput = text ?? '';
  return {
    id: `data_${indexOf(choice)}`,
    index: indexOf(choice),
    output: pyStrip(rawOutput).text,
    raw_output: rawOutput,
    inputs: {},
    finish_reason: finishReason === undefined ? null : (words[finishReason.class] ?? finishReason.raw),
    model_config_id: 'prv_1',
    tool_results: null,
    ...(toolCalls.length > 0 && {
      tool_calls: toolCalls.map(({ id, name, argumentsText }, at) => ({
        id: id ?? `call_${at}`,
        type: 'function',
        function: { name, arguments: argumentsText },
      })),
    }),
  };
}

export interface Loaded {
  readonly rows: readonly GenerationRow[];
  readonly providers: ProviderTable;
  readonly issues: readonly Issue[];
}

/** Everything that the page would be told about a text. Throws when it does not open. */
export async function load(text: string): Promise<Loaded> {
  const events = await loadEvents(text);
  const last = events.at(-1);
  if (last?.type !== 'complete') throw new Error(`The response does not open (${last?.type})`);
  return { rows: rowsTold(events), providers: tableOfEvents(events), issues: issuesIn(new IssueTable(last.issues)) };
}

/** Links that lead elsewhere than to a choice with the text of the generation; of those labelled certain, as such. */
export function wrongLinks({ rows, providers }: Loaded, { read }: ReadBody): readonly string[] {
  const place = '/provider_responses/0';
  const texts = new Map<string, Set<string>>();
  for (const { pointer, text } of read.reading.choices) {
    // Inside the text of an event stream all choices have one place.
    const key = `${place}${pointer}`;
    texts.set(key, (texts.get(key) ?? new Set()).add(text ?? ''));
  }
  const byIndex = read.reading.choices.toSorted((a, b) => indexOf(a) - indexOf(b));
  const wrong = rows.flatMap(({ position, link }) => {
    const text = byIndex[position]?.text ?? '';
    const isRight = link?.choice !== undefined && texts.get(link.choice)?.has(text) === true;
    if (isRight) return [];
    return [`data[${position}] is linked to ${link?.choice ?? 'nothing'} (${link?.word ?? 'no link'})`];
  });
  const numbers = Array.from({ length: providers.choiceCount }, (_, number) => number);
  const used = numbers.filter((number) => providers.generation(number) >= 0).length;
  if (used !== rows.length) wrong.push(`${rows.length} generations are linked to ${used} choices`);
  const seen = new Map<string, number>();
  for (const { text } of byIndex) if (text) seen.set(text, (seen.get(text) ?? 0) + 1);
  for (const { position, link } of rows) {
    const isRepeated = (seen.get(byIndex[position]?.text ?? '') ?? 0) > 1;
    if (isRepeated && link?.word !== 'ambiguous')
      wrong.push(`data[${position}] has a repeated text and is ${link?.word}`);
  }
  return wrong;
}
