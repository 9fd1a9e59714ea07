// Groups generations that gave the same answer: byte-equal output and tool calls. Keeps no texts.

import type { Generation } from '../response/model.ts';
import { textKey } from '../response/textHash.ts';

export interface AnswerGroups {
  /** The number of the group of this answer, from 0 in order of appearance. */
  add(answer: Pick<Generation, 'output' | 'toolCalls'>): number;
  /** How many different answers there were. */
  readonly count: number;
}

/** Starts a grouping. Answers are told apart by two hashes and the length of their texts (more than 100 bits). */
export function groupAnswers(): AnswerGroups {
  const groups = new Map<string, number>();
  return {
    add({ output, toolCalls }) {
      const calls = toolCalls.map(({ name, argumentsText }) => [name, argumentsText]);
      const key = `${output === undefined ? '' : textKey(output)} ${calls.length === 0 ? '' : textKey(JSON.stringify(calls))}`;
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
