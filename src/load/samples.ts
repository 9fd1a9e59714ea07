// The samples of a document by position, for everything that asks about them: each is an item of `data`, or, where its response has none, a choice of
// a provider response. Runs in the worker; decodes what is asked for.

import { documentCursor } from '../json/byteCursor.ts';
import type { JsonDocument } from '../json/document.ts';
import { type ListStrings, listStrings } from '../json/listStrings.ts';
import { pointerOf } from '../json/pointer.ts';
import { textCounter } from '../json/search/countText.ts';
import { readString } from '../json/text.ts';
import { canonicalText } from '../response/canonicalText.ts';
import { readGeneration, type ScannedGeneration } from '../response/generation.ts';
import type { FilterRequest, SearchedTexts } from '../response/questions.ts';
import { GenerationParts, type SampleParts } from './generationParts.ts';

export interface Samples {
  readonly count: number;
  /** Their inputs, messages, tool calls and tool results. */
  readonly parts: SampleParts;
  /** Undefined where there is none. */
  generation(position: number): ScannedGeneration | undefined;
  /** Its output where that is a text, decoded. */
  output(position: number): string | undefined;
  /** What the model wrote, as far as it is stated: the raw output, else the output. */
  written(position: number): string | undefined;
  searched(position: number): SearchedTexts;
  /** Counts a text, which is not empty, in the output (`most` at most), and says whether finish reason or id hold it. */
  counter(request: FilterRequest, most: number): SampleCounter;
  /** Equal for samples of one prompt: the same model config, inputs and messages. */
  promptParts(position: number): readonly string[];
}

const searchedKeys = ['output', 'finish_reason', 'id'] as const;

export type SampleCounter = (position: number) => { readonly count: number; readonly isBeside: boolean };

/** The samples of `data`. */
export class DataSamples implements Samples {
  readonly parts: GenerationParts;
  readonly #document: JsonDocument;
  #strings: ListStrings | undefined;

  constructor(document: JsonDocument) {
    this.#document = document;
    this.parts = new GenerationParts(document);
  }

  get count(): number {
    return this.#document.find(pointerOf('data'))?.childCount ?? 0;
  }

  generation(position: number): ScannedGeneration | undefined {
    const cursor = documentCursor(this.#document, pointerOf('data', position));
    return cursor && readGeneration(cursor, position);
  }

  output(position: number): string | undefined {
    return this.#text(position, 'output');
  }

  written(position: number): string | undefined {
    return this.#text(position, 'raw_output') ?? this.output(position);
  }

  searched(position: number): SearchedTexts {
    const text = (key: string): string | undefined => {
      const range = this.#lists.find(position, key);
      return range && readString(this.#document.bytes, range.from, range.to);
    };
    const output = text('output');
    const others = [text('finish_reason'), text('id')].filter((one) => one !== undefined);
    return { ...(output !== undefined && { output }), others };
  }

  counter({ text, matchCase }: FilterRequest, most: number): SampleCounter {
    const count = textCounter(this.#document.bytes, text, matchCase);
    const lists = this.#lists;
    return (position) => {
      const places = lists.findAll(position, searchedKeys);
      const countAt = (key: number, limit: number): number =>
        places[2 * key + 1] === 0 ? 0 : count(places[2 * key] ?? 0, places[2 * key + 1] ?? 0, limit);
      const own = countAt(0, most);
      return { count: own, isBeside: own === 0 && (countAt(1, 1) > 0 || countAt(2, 1) > 0) };
    };
  }

  promptParts(position: number): readonly string[] {
    const cursor = documentCursor(this.#document, pointerOf('data', position));
    if (cursor === undefined) return [];
    const { modelConfigId, inputsKey } = readGeneration(cursor, position);
    const messages = cursor.get('messages');
    return [modelConfigId ?? '', inputsKey, messages === undefined ? '' : canonicalText(messages)];
  }

  get #lists(): ListStrings {
    this.#strings ??= listStrings(this.#document, pointerOf('data'));
    return this.#strings;
  }

  #text(position: number, key: string): string | undefined {
    const node = this.#document.find(pointerOf('data', position, key));
    return node?.kind === 'string' ? readString(this.#document.bytes, node.from, node.to) : undefined;
  }
}
