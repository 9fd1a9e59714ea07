// The choices of provider responses as samples, where their response has no `data`: of the whole document, or of some of the responses that it was
// composed of. Knows how many choices each has as far as they were read; reads the one that is asked about. Runs in the worker.

import type { ComposedEntry } from '../intake/compose.ts';
import type { JsonDocument } from '../json/document.ts';
import { pointerOf } from '../json/pointer.ts';
import { ChoiceGeneration } from '../response/choiceGeneration.ts';
import type { ScannedGeneration } from '../response/generation.ts';
import type { GenerationPart, PartCounts } from '../response/generationParts.ts';
import { literalRanges } from '../response/matches.ts';
import type { ToolCall } from '../response/model.ts';
import type { ProviderChoice } from '../response/provider/reading.ts';
import type { FilterRequest, SearchedTexts } from '../response/questions.ts';
import { choiceIn } from './choiceTokens.ts';
import { nameLength, type SampleParts, textLength } from './generationParts.ts';
import { listLength } from './listLength.ts';
import type { SampleCounter, Samples } from './samples.ts';
import { windowOf } from './textWindow.ts';

/**
 * Undefined where every response of the document has `data`, or there is no list of provider responses. `entries`: the responses that it was composed
 * of. `known`: as far as it was read before.
 */
export function choiceSamples(
  document: JsonDocument,
  entries?: readonly ComposedEntry[],
  known?: ChoiceSamples,
): ChoiceSamples | undefined {
  const isMixed = entries?.some(({ hasData, providers: [from, to] }) => !hasData && from < to) ?? false;
  if (!isMixed && document.find(pointerOf('data')) !== undefined) return undefined;
  if (document.find(pointerOf('provider_responses'))?.kind !== 'array') return undefined;
  return new ChoiceSamples(document, known);
}

/** Positions are those among the choices that are samples, from 0. */
export class ChoiceSamples implements Samples {
  count = 0;
  /** The position of the first of them among all samples of the document: those of `data` come before them. */
  readonly first: number;
  readonly #document: JsonDocument;
  /** The provider responses that they are of, ascending, and of each the position of its first choice. */
  readonly #providers: number[];
  readonly #firsts: number[];

  /** `known`: of the same document, as far as it was read before. */
  constructor(document: JsonDocument, known?: ChoiceSamples) {
    this.#document = document;
    this.first = listLength(document, 'data');
    this.#providers = known === undefined ? [] : [...known.#providers];
    this.#firsts = known === undefined ? [] : [...known.#firsts];
    this.count = known?.count ?? 0;
  }

  /** The provider response at a place, behind the last of them or one that is known already, has so many choices. */
  add(provider: number, choiceCount: number): void {
    if (provider <= (this.#providers.at(-1) ?? -1)) return;
    this.#providers.push(provider);
    this.#firsts.push(this.count);
    this.count += choiceCount;
  }

  generation(position: number): ScannedGeneration | undefined {
    const choice = this.choice(position);
    return choice && new ChoiceGeneration(choice, this.first + position);
  }

  output(position: number): string | undefined {
    return this.generation(position)?.output;
  }

  written(position: number): string | undefined {
    return this.output(position);
  }

  searched(position: number): SearchedTexts {
    const generation = this.generation(position);
    const output = generation?.output;
    const reason = generation?.finishReason?.raw;
    return { ...(output !== undefined && { output }), others: reason === undefined ? [] : [reason] };
  }

  counter({ text, matchCase }: FilterRequest, most: number): SampleCounter {
    return (position) => {
      const { output = '', others } = this.searched(position);
      const count = Math.min(most, literalRanges(output, text, matchCase).length);
      return { count, isBeside: others.some((one) => literalRanges(one, text, matchCase).length > 0) };
    };
  }

  /** Nothing says that two provider responses answer the same prompt. */
  promptParts(position: number): readonly string[] {
    return [String(this.#providers[this.#place(position)])];
  }

  choice(position: number): ProviderChoice | undefined {
    const place = this.#place(position);
    const first = this.#firsts[place];
    const provider = this.#providers[place];
    if (first === undefined || provider === undefined || position >= this.count) return undefined;
    return choiceIn(this.#document, pointerOf('provider_responses', provider), position - first);
  }

  /** Which of the provider responses a choice stands in: the last that begins at its position or before. */
  #place(position: number): number {
    let from = 0;
    let to = this.#firsts.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#firsts[middle] as number) <= position) from = middle + 1;
      else to = middle;
    }
    return from - 1;
  }

  readonly parts: SampleParts = {
    counts: (position): PartCounts => ({
      inputs: 0,
      messages: 0,
      toolCalls: this.#calls(position).length,
      toolResults: 0,
    }),
    window: (position, kind, from, count): readonly GenerationPart[] =>
      kind === 'toolCalls'
        ? this.#calls(position)
            .slice(from, from + count)
            .map((call) => this.#part(call))
        : [],
    text: (position, kind, at): string | undefined =>
      kind === 'toolCalls' ? this.#calls(position)[at]?.argumentsText : undefined,
    calls: (position, from, count) => this.#calls(position).slice(from, from + count),
    toolsText: (position) =>
      this.#calls(position)
        .map(({ name, argumentsText }) => `${name}(${argumentsText})`)
        .join('\n'),
  };

  #calls(position: number): readonly ToolCall[] {
    return this.choice(position)?.toolCalls ?? [];
  }

  #part({ pointer, id, name, argumentsText, argumentsPointer }: ToolCall): GenerationPart {
    const kind = argumentsText === '' ? undefined : this.#document.find(argumentsPointer)?.kind;
    return {
      pointer,
      ...(name !== '' && { name: windowOf(name, 0, nameLength) }),
      ...(id !== undefined && { id: windowOf(id, 0, nameLength) }),
      ...(kind && { kind }),
      text: windowOf(argumentsText, 0, textLength),
    };
  }
}
