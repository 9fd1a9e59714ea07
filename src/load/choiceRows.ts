// Makes each choice of the provider responses a row of the table of samples, where its response has no `data`: its texts, its end, its tokens and its
// figures are its own, and the choice that it is linked to is itself. Runs in the worker; keeps facts, no texts.

import type { AnswerGroups } from '../analysis/distinct.ts';
import type { JsonDocument } from '../json/document.ts';
import { checkChoice } from '../response/checks/choiceChecks.ts';
import { ChoiceGeneration } from '../response/choiceGeneration.ts';
import { choiceLabels, labelsInResponses } from '../response/generationNames.ts';
import { linkWords } from '../response/link/linkColumns.ts';
import type { Issue } from '../response/model.ts';
import type { ProviderChoice } from '../response/provider/reading.ts';
import type { SampleWriter } from '../response/samples/sampleWriter.ts';
import { writeFigures, writeLink, writeState, writeTokens } from '../response/samples/writeRow.ts';
import type { TextScan } from '../response/text/textScan.ts';
import type { ChoiceSamples } from './choiceSamples.ts';
import type { FromChoice } from './gatheredProviders.ts';
import { writeGeneration } from './writeGeneration.ts';

export interface ChoiceRowsParts {
  readonly document: JsonDocument;
  readonly writer: SampleWriter;
  readonly answers: AnswerGroups;
  readonly samples: ChoiceSamples;
  readonly isWhole: boolean;
}

/** What is known of a choice beside itself. */
interface AddedChoice {
  /** Of its text; undefined where it has none. */
  readonly scan: TextScan | undefined;
  readonly own: FromChoice;
  /** The provider kept the whole response back. */
  readonly isBlocked: boolean;
}

const certain = linkWords.indexOf('certain');

export class ChoiceRows {
  readonly #parts: ChoiceRowsParts;
  /** Of several, the response that the next choices are of. */
  #response: number | undefined;
  #mayLackReason = false;
  readonly #indexes: (number | undefined)[] = [];

  constructor(parts: ChoiceRowsParts) {
    this.#parts = parts;
  }

  /** The choices that follow are of this response; its number is of several. */
  begin(number: number | undefined, mayLackReason: boolean): void {
    this.#response = number;
    this.#mayLackReason = mayLackReason;
  }

  /** Rows so far. */
  get count(): number {
    return this.#indexes.length;
  }

  /** The position of the next row among all samples of the document. */
  get next(): number {
    return this.#parts.samples.first + this.count;
  }

  /** Writes the row of a choice, which is the next sample; gives what was found of it. */
  add(choice: ProviderChoice, { scan, own, isBlocked }: AddedChoice): readonly Issue[] {
    const { document, answers, isWhole, writer } = this.#parts;
    const position = this.next;
    this.#indexes.push(choice.index);
    const isBroken = !isWhole && (document.find(choice.pointer)?.isIncomplete ?? false);
    const generation = new ChoiceGeneration(choice, position, scan ?? null);
    this.#write(generation, isBroken ? undefined : answers.add(generation), isBroken, own);
    if (this.#response !== undefined) writer.setCount('response', position, this.#response);
    const place = choice.textPointers[0] ?? choice.pointer;
    return isBroken ? [] : checkChoice({ generation, place, isBlocked, mayLackReason: this.#mayLackReason });
  }

  /** All choices of a provider response have been added. */
  endProvider(provider: number): void {
    this.#parts.samples.add(provider, this.count - this.#parts.samples.count);
  }

  /** Names the rows when all of them are known. */
  *finishing(): Generator<void, void> {
    const { writer, isWhole, samples } = this.#parts;
    const table = writer.table();
    const response = (at: number): number => table.response(samples.first + at);
    const labels =
      this.#response === undefined ? choiceLabels(this.#indexes) : labelsInResponses(this.#indexes, { response });
    for (const [at, label] of labels.entries()) {
      const index = this.#indexes[at];
      const state = { label, isChecked: isWhole, ...(index !== undefined && { index }) };
      writeState(writer, samples.first + at, state);
      yield;
    }
  }

  #write(
    generation: ChoiceGeneration,
    group: number | undefined,
    isBroken: boolean,
    { tokens, logprobs }: FromChoice,
  ): void {
    const { writer } = this.#parts;
    const { position } = generation;
    writeGeneration(writer, generation, group, isBroken, true);
    writeLink(writer, position, certain, false);
    writeTokens(writer, position, tokens);
    writeFigures(writer, position, logprobs);
  }
}
