// The choices of the provider responses as the samples of a document that has no `data`. Knows how many choices each response has as far as they were
// read; reads the one that is asked about. Runs in the worker.

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
import type { SampleCounter, Samples } from './samples.ts';
import { windowOf } from './textWindow.ts';

/** Undefined where the document has `data`, or no list of provider responses. `known`: as far as it was read before. */
export function choiceSamples(document: JsonDocument, known?: ChoiceSamples): ChoiceSamples | undefined {
  if (document.find(pointerOf('data')) !== undefined) return undefined;
  if (document.find(pointerOf('provider_responses'))?.kind !== 'array') return undefined;
  return new ChoiceSamples(document, known);
}

export class ChoiceSamples implements Samples {
  count = 0;
  readonly #document: JsonDocument;
  /** By provider response: the position of its first choice. */
  readonly #firsts: number[];

  /** `known`: of the same document, as far as it was read before. */
  constructor(document: JsonDocument, known?: ChoiceSamples) {
    this.#document = document;
    this.#firsts = known === undefined ? [] : [...known.#firsts];
    this.count = known?.count ?? 0;
  }

  /** The provider response at a place, the next of them or one that is known already, has so many choices. */
  add(provider: number, choiceCount: number): void {
    if (provider < this.#firsts.length) return;
    this.#firsts.push(this.count);
    this.count += choiceCount;
  }

  generation(position: number): ScannedGeneration | undefined {
    const choice = this.choice(position);
    return choice && new ChoiceGeneration(choice, position);
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
    return [String(this.#provider(position))];
  }

  choice(position: number): ProviderChoice | undefined {
    const provider = this.#provider(position);
    const first = this.#firsts[provider];
    if (first === undefined || position >= this.count) return undefined;
    return choiceIn(this.#document, pointerOf('provider_responses', provider), position - first);
  }

  /** Place in `provider_responses` of the response that a choice stands in: the last that begins at its position or before. */
  #provider(position: number): number {
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
