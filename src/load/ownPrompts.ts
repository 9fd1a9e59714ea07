// The prompts of the samples of one response: nothing is told of them, and nothing kept by sample, until two of its generations keep different ones. Runs in
// the worker.

import { generationParts } from '../analysis/prompts/promptText.ts';
import type { ByteRange, JsonCursor } from '../json/cursor.ts';
import { isWrittenAlike } from '../json/sameBytes.ts';
import type { ToldPrompts } from '../response/rows.ts';
import type { SampleWriter } from '../response/samples/sampleWriter.ts';
import { PromptNumbers, writtenOf } from './promptNumbers.ts';
import type { ResponsePart } from './responseParts.ts';

export class OwnPrompts {
  readonly #samples: SampleWriter;
  readonly #generationAt: (position: number) => JsonCursor | undefined;
  /** Positions `[from, to)` of generations that keep the same, as it is written, in runs. */
  readonly #runs: { readonly from: number; to: number; readonly written: string }[] = [];
  /** Where the last one keeps it. */
  #kept: readonly (ByteRange | undefined)[] = [];
  #numbers: PromptNumbers | undefined;

  /** `generationAt` reads one of those that were added once more. */
  constructor(samples: SampleWriter, generationAt: (position: number) => JsonCursor | undefined) {
    this.#samples = samples;
    this.#generationAt = generationAt;
  }

  /** As `PromptNumbers` has it. */
  addGeneration(position: number, _part: ResponsePart, generation: JsonCursor): void {
    if (this.#numbers !== undefined) {
      this.#numbers.addOwn(position, position + 1, generation);
      return;
    }
    const parts = generationParts(generation);
    const kept = parts.map((part) => part.range());
    const isLikeLast = areWrittenAlike(kept, this.#kept);
    this.#kept = kept;
    const last = this.#runs.at(-1);
    if (last !== undefined && isLikeLast) {
      last.to = position + 1;
      return;
    }
    const written = writtenOf(parts);
    if (last?.written === written) last.to = position + 1;
    else this.#runs.push({ from: position, to: position + 1, written });
    const known = this.#runs.find((run) => run.written !== '');
    if (known === undefined || written === '' || written === known.written) return;
    this.#numbers = new PromptNumbers(this.#samples);
    for (const { from, to } of this.#runs) {
      const one = this.#generationAt(from);
      if (one !== undefined) this.#numbers.addOwn(from, to, one);
    }
  }

  /** Choices keep no prompt of their own. */
  addChoices(_from: number, _to: number, _part: ResponsePart): void {}

  /** Undefined where all generations that keep a prompt keep the same. */
  told(): ToldPrompts | undefined {
    const told = this.#numbers?.told();
    return told !== undefined && told.ends.length > 1 ? told : undefined;
  }
}

function areWrittenAlike(ranges: readonly (ByteRange | undefined)[], others: typeof ranges): boolean {
  return (
    ranges.length === others.length &&
    ranges.every((range, at) => {
      const other = others[at];
      return range !== undefined && other !== undefined && isWrittenAlike(range, other);
    })
  );
}
