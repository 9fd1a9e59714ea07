// Groups generations that gave the same answer: byte-equal output, tool calls and refusal. The one definition of "distinct". Keeps no texts.

import type { Generation } from '../response/model.ts';
import { textKey } from '../response/textHash.ts';

export type DistinctAnswer = Pick<Generation, 'output' | 'outputKind' | 'otherOutput' | 'toolCalls' | 'refusal'>;

export interface AnswerGroups {
  /** The number of the group of this answer, from 0 in order of appearance; undefined for no answer: a missing output or null, with nothing beside it. */
  add(answer: DistinctAnswer): number | undefined;
  /** How many different answers there were. */
  readonly count: number;
}

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

/** Starts a grouping. Answers are told apart by two hashes and the length of their texts (more than 100 bits). */
export function groupAnswers(): AnswerGroups {
  const groups = new Map<string, number>();
  return {
    add({ output, outputKind, otherOutput, toolCalls, refusal }) {
      const isAbsent = outputKind === 'missing' || outputKind === 'null';
      if (isAbsent && toolCalls.length === 0 && refusal === undefined) return undefined;
      const calls = toolCalls.map(({ name, argumentsText }) => [name, argumentsText]);
      const key = [
        outputKind,
        textKey(output ?? otherOutput ?? ''),
        calls.length === 0 ? '' : textKey(JSON.stringify(calls)),
        refusal === undefined ? '' : textKey(refusal),
      ].join(' ');
      const known = groups.get(key);
      if (known !== undefined) return known;
      groups.set(key, groups.size);
      return groups.size - 1;
    },
    get count() {
      return groups.size;
    },
  };
}
