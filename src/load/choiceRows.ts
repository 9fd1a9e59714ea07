// Makes each choice of the provider responses a row of the table of samples, where a document has no `data`: its texts, its end, its tokens and its
// figures are its own, and the choice that it is linked to is itself. Runs in the worker; keeps facts, no texts.

import type { AnswerGroups } from '../analysis/distinct.ts';
import type { JsonDocument } from '../json/document.ts';
import { checkChoice } from '../response/checks/choiceChecks.ts';
import type { ResponseChecks } from '../response/checks/responseChecks.ts';
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

const certain = linkWords.indexOf('certain');

export class ChoiceRows {
  readonly #parts: ChoiceRowsParts;
  #checks: ResponseChecks | undefined;
  /** Of several, the response that the next choices are of. */
  #response: number | undefined;
  readonly #indexes: (number | undefined)[] = [];

  constructor(parts: ChoiceRowsParts) {
    this.#parts = parts;
  }

  /** The choices that follow are of this response; `number`: of several. */
  begin(checks: ResponseChecks, number: number | undefined): void {
    this.#checks = checks;
    this.#response = number;
  }

  get count(): number {
    return this.#indexes.length;
  }

  /** Writes the row of a choice, which is the next sample; gives what was found of it. `scan`: of its text. */
  add(choice: ProviderChoice, scan: TextScan | undefined, own: FromChoice): readonly Issue[] {
    const { document, answers, isWhole, writer } = this.#parts;
    const position = this.#indexes.push(choice.index) - 1;
    const isBroken = !isWhole && (document.find(choice.pointer)?.isIncomplete ?? false);
    const generation = new ChoiceGeneration(choice, position, scan ?? null);
    const { issues, facts } = checkChoice(generation, choice.textPointers[0] ?? choice.pointer);
    if (!isBroken) this.#checks?.add(facts);
    this.#write(generation, isBroken ? undefined : answers.add(generation), isBroken, own);
    if (this.#response !== undefined) writer.setCount('response', position, this.#response);
    return isBroken ? [] : issues;
  }

  /** All choices of a provider response have been added. */
  endProvider(provider: number): void {
    this.#parts.samples.add(provider, this.count - this.#parts.samples.count);
  }

  /** Names the rows when all of them are known. */
  *finishing(): Generator<void, void> {
    const labels =
      this.#response === undefined
        ? choiceLabels(this.#indexes)
        : labelsInResponses(this.#indexes, this.#parts.writer.table());
    for (const [position, label] of labels.entries()) {
      const index = this.#indexes[position];
      const { writer, isWhole } = this.#parts;
      writeState(writer, position, { label, isChecked: isWhole, ...(index !== undefined && { index }) });
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
