// Groups generations that gave the same answer: byte-equal output, tool calls and refusal. The one definition of "distinct". Keeps no texts.

import { TextLanes, TextNumbers } from '../response/link/lanes.ts';
import type { Generation } from '../response/model.ts';
import { TextScan } from '../response/text/textScan.ts';
import { textKey } from '../response/textHash.ts';

export type DistinctAnswer = Pick<Generation, 'output' | 'outputKind' | 'otherOutput' | 'toolCalls' | 'refusal'> & {
  /** Of the output, where it was scanned already. */
  readonly outputScan?: TextScan | undefined;
};

/** The same groups numbered anew in order of appearance, after some answers changed theirs, and how many there are. */
export function renumbered(groups: readonly (number | undefined)[]): {
  readonly groups: readonly (number | undefined)[];
  readonly count: number;
} {
  const numbers = new Map<number, number>();
  const found = groups.map((group) => {
    if (group === undefined) return undefined;
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    return number;
  });
  return { groups: found, count: numbers.size };
}

/** A grouping. Answers are told apart by two hashes and the length of their texts. */
export class AnswerGroups {
  /** How many different answers there were. */
  count = 0;
  /** Answers that are a text and nothing else: most are. */
  readonly #texts = new TextNumbers();
  readonly #groupOfText: number[] = [];
  readonly #others = new Map<string, number>();
  readonly #lanes = new TextLanes();
  readonly #scan = new TextScan();

  /** The number of the group of this answer, from 0 in order of appearance; undefined for no answer: a missing output or null, with nothing beside it. */
  add(answer: DistinctAnswer): number | undefined {
    const { outputKind, toolCalls, refusal } = answer;
    const isAbsent = outputKind === 'missing' || outputKind === 'null';
    if (toolCalls.length > 0 || refusal !== undefined) return this.#addOther(answer);
    if (isAbsent) return undefined;
    return outputKind === 'text' ? this.#addText(answer) : this.#addOther(answer);
  }

  #addText(answer: DistinctAnswer): number {
    const { outputScan } = answer;
    // The text itself is decoded when it is asked for.
    if (outputScan === undefined) this.#scan.scanText(answer.output ?? '');
    this.#lanes.setScan(0, outputScan ?? this.#scan);
    const number = this.#texts.add(this.#lanes, 0);
    const known = this.#groupOfText[number];
    if (known !== undefined) return known;
    this.#groupOfText[number] = this.count;
    return this.count++;
  }

  #addOther({ output, outputKind, otherOutput, toolCalls, refusal }: DistinctAnswer): number {
    const calls = toolCalls.map(({ name, argumentsText }) => [name, argumentsText]);
    const key = [
      outputKind,
      textKey(output ?? otherOutput ?? ''),
      calls.length === 0 ? '' : textKey(JSON.stringify(calls)),
      refusal === undefined ? '' : textKey(refusal),
    ].join(' ');
    const known = this.#others.get(key);
    if (known !== undefined) return known;
    this.#others.set(key, this.count);
    return this.count++;
  }
}
