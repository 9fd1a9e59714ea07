// The samples of a document of either kind: generations of `data`, choices, or, where only some of its responses have `data`, first the ones and then
// the others. Runs in the worker.

import type { JsonDocument } from '../json/document.ts';
import { pointerOf } from '../json/pointer.ts';
import type { ScannedGeneration } from '../response/generation.ts';
import type { FilterRequest, SearchedTexts } from '../response/questions.ts';
import type { ChoiceSamples } from './choiceSamples.ts';
import type { SampleParts } from './generationParts.ts';
import { DataSamples, type SampleCounter, type Samples } from './samples.ts';

/** `choices`: those that are samples, where there are any. */
export function samplesOf(document: JsonDocument, choices: ChoiceSamples | undefined): Samples {
  if (choices === undefined) return new DataSamples(document);
  return document.find(pointerOf('data')) === undefined ? choices : new MixedSamples(document, choices);
}

class MixedSamples implements Samples {
  readonly #data: DataSamples;
  readonly #choices: ChoiceSamples;

  constructor(document: JsonDocument, choices: ChoiceSamples) {
    this.#data = new DataSamples(document);
    this.#choices = choices;
  }

  get count(): number {
    return this.#choices.first + this.#choices.count;
  }

  generation(position: number): ScannedGeneration | undefined {
    return this.#of(position, (samples, at) => samples.generation(at));
  }

  output(position: number): string | undefined {
    return this.#of(position, (samples, at) => samples.output(at));
  }

  written(position: number): string | undefined {
    return this.#of(position, (samples, at) => samples.written(at));
  }

  searched(position: number): SearchedTexts {
    return this.#of(position, (samples, at) => samples.searched(at));
  }

  counter(request: FilterRequest, most: number): SampleCounter {
    const ofData = this.#data.counter(request, most);
    const ofChoices = this.#choices.counter(request, most);
    const { first } = this.#choices;
    return (position) => (position < first ? ofData(position) : ofChoices(position - first));
  }

  promptParts(position: number): readonly string[] {
    const isChoice = position >= this.#choices.first;
    return [isChoice ? 'choice' : 'generation', ...this.#of(position, (samples, at) => samples.promptParts(at))];
  }

  readonly parts: SampleParts = {
    counts: (position) => this.#of(position, ({ parts }, at) => parts.counts(at)),
    window: (position, kind, from, count) => this.#of(position, ({ parts }, at) => parts.window(at, kind, from, count)),
    text: (position, kind, place) => this.#of(position, ({ parts }, at) => parts.text(at, kind, place)),
    calls: (position, from, count) => this.#of(position, ({ parts }, at) => parts.calls(at, from, count)),
    toolsText: (position) => this.#of(position, ({ parts }, at) => parts.toolsText(at)),
  };

  #of<Answer>(position: number, ask: (samples: Samples, position: number) => Answer): Answer {
    const { first } = this.#choices;
    return position < first ? ask(this.#data, position) : ask(this.#choices, position - first);
  }
}
