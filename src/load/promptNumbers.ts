// Numbers the prompts of the samples while they are read: samples whose prompts are equal values have one number. Writes them into the table of samples
// and keeps the start of each prompt with its place. Runs in the worker.

import {
  type FoundPrompt,
  generationParts,
  generationPrompt,
  isOfInputs,
  requestPrompt,
} from '../analysis/prompts/promptText.ts';
import { hashOf } from '../intake/tools/tool.ts';
import type { JsonCursor } from '../json/cursor.ts';
import { canonicalText } from '../response/canonicalText.ts';
import type { ToldPrompts } from '../response/rows.ts';
import type { SampleWriter } from '../response/samples/sampleWriter.ts';
import { textKey } from '../response/textHash.ts';
import type { ResponsePart } from './responseParts.ts';

interface PartPrompt {
  readonly part: ResponsePart;
  readonly prompt: FoundPrompt | undefined;
  /** Of its bytes; empty for none. */
  readonly written: string;
}

export class PromptNumbers {
  readonly #samples: SampleWriter;
  /** By the bytes of all of its values: texts that are written alike are read once. */
  readonly #byWritten = new Map<string, number>();
  /** By what they mean. */
  readonly #byValue = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #places: string[] = [];
  readonly #sizes: number[] = [];
  #stated = 0;
  #ofInputs = 0;
  #absent = 0;
  #last: PartPrompt | undefined;

  constructor(samples: SampleWriter) {
    this.#samples = samples;
  }

  /** The generation at a position, of this response. */
  addGeneration(position: number, part: ResponsePart, generation: JsonCursor): void {
    const { prompt, written } = this.#of(part);
    const own = generationParts(generation);
    if (prompt === undefined && own.length === 0) {
      this.#absent++;
      return;
    }
    if (prompt === undefined && isOfInputs(own)) this.#ofInputs++;
    else this.#stated++;
    const parts = [...(prompt?.parts ?? []), ...own];
    const all = own.length === 0 ? written : `${written}|${writtenOf(own)}`;
    this.#set(
      position,
      this.#numberOf(all, parts, () => prompt ?? generationPrompt(generation)),
    );
  }

  /** Generations at positions `[from, to)` of the only response, which all keep what this one keeps. */
  addOwn(from: number, to: number, generation: JsonCursor): void {
    const own = generationParts(generation);
    const count = to - from;
    if (own.length === 0) this.#absent += count;
    else if (isOfInputs(own)) this.#ofInputs += count;
    else this.#stated += count;
    if (own.length === 0) return;
    const number = this.#numberOf(writtenOf(own), own, () => generationPrompt(generation));
    for (let position = from; position < to; position++) this.#set(position, number);
  }

  /** Choices at positions `[from, to)`, of this response. */
  addChoices(from: number, to: number, part: ResponsePart): void {
    const { prompt, written } = this.#of(part);
    if (prompt === undefined) {
      this.#absent += to - from;
      return;
    }
    this.#stated += to - from;
    const number = this.#numberOf(written, prompt.parts, () => prompt);
    for (let position = from; position < to; position++) this.#set(position, number);
  }

  told(): ToldPrompts {
    const { text: texts, ends } = joined(this.#texts);
    const { text: places, ends: placeEnds } = joined(this.#places);
    return {
      texts,
      ends,
      places,
      placeEnds,
      sizes: Uint32Array.from(this.#sizes),
      stated: this.#stated,
      ofInputs: this.#ofInputs,
      absent: this.#absent,
    };
  }

  #set(position: number, number: number): void {
    this.#samples.setCount('prompt', position, number);
    this.#sizes[number] = (this.#sizes[number] ?? 0) + 1;
  }

  #of(part: ResponsePart): PartPrompt {
    if (this.#last?.part === part) return this.#last;
    const prompt = requestPrompt(part.root.get('provider_request'));
    this.#last = { part, prompt, written: writtenOf(prompt?.parts ?? []) };
    return this.#last;
  }

  #numberOf(written: string, parts: readonly JsonCursor[], shownOf: () => FoundPrompt | undefined): number {
    const known = this.#byWritten.get(written);
    if (known !== undefined) return known;
    const value = parts.map((part) => textKey(canonicalText(part))).join(' ');
    let number = this.#byValue.get(value);
    if (number === undefined) {
      number = this.#texts.length;
      this.#byValue.set(value, number);
      const shown = shownOf();
      this.#texts.push(shown?.text ?? '');
      this.#places.push(shown?.place ?? '');
    }
    this.#byWritten.set(written, number);
    return number;
  }
}

/** Of the bytes of all parts; empty for none. */
export function writtenOf(parts: readonly JsonCursor[]): string {
  return parts.map(hashOf).join(' ');
}

/** One string is handed over at once where a list of a hundred thousand takes long. */
function joined(texts: readonly string[]): { readonly text: string; readonly ends: Uint32Array<ArrayBuffer> } {
  const ends = new Uint32Array(texts.length);
  let end = 0;
  texts.forEach((text, at) => {
    end += text.length;
    ends[at] = end;
  });
  return { text: texts.join(''), ends };
}
