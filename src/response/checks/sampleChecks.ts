// HL010 to HL014 and HL091: how many generations there are, their indexes, ids and model configs.

import { childPointer } from '../../json/pointer.ts';
import { formatCount, listPhrase } from '../../words/numbers.ts';
import type { Check, Finding, GenerationFacts, ResponseSubject } from './check.ts';

export const sampleChecks: readonly Check<ResponseSubject>[] = [
  {
    id: 'HL010',
    severity: 'warning',
    find({ root, context, sampleCount, generations }) {
      if (sampleCount === undefined || sampleCount.value <= 0 || !context.isWhole) return [];
      if (root.get('data')?.kind !== 'array' || generations.length % sampleCount.value === 0) return [];
      return [
        {
          message: `${formatCount(sampleCount.value)} samples requested, ${formatCount(generations.length)} generations returned.`,
          pointer: sampleCount.pointer,
          related: [childPointer(root.pointer, 'data')],
        },
      ];
    },
  },
  {
    id: 'HL011',
    severity: 'error',
    find({ generations }) {
      return repeated(
        generations,
        ({ index, inputsKey }) => (index === undefined ? undefined : `${index} ${inputsKey}`),
        (first, other) => ({
          message: `data[${first.position}] and data[${other.position}] both have index ${other.index} for the same inputs.`,
          pointer: childPointer(other.pointer, 'index'),
          related: [childPointer(first.pointer, 'index')],
        }),
      );
    },
  },
  {
    id: 'HL012',
    severity: 'warning',
    find({ root, context, generations }) {
      if (!context.isWhole) return [];
      return indexGroups(generations).flatMap((group) => {
        const indexes = group.map(({ index }) => index);
        const present = new Set(indexes);
        const missing = indexes.map((_, expected) => expected).filter((expected) => !present.has(expected));
        if (missing.length === 0) return [];
        const message = `Sample indexes are ${listPhrase(indexes)}; ${listPhrase(missing)} missing.`;
        return [{ message, pointer: childPointer(group[0]?.facts.pointer ?? root.pointer, 'index') }];
      });
    },
  },
  {
    id: 'HL013',
    severity: 'error',
    find({ generations }) {
      return repeated(
        generations,
        ({ id }) => id,
        (first, other) => ({
          message: `data[${first.position}] and data[${other.position}] share the id ${other.id}.`,
          pointer: childPointer(other.pointer, 'id'),
          related: [childPointer(first.pointer, 'id')],
        }),
      );
    },
  },
  {
    id: 'HL014',
    severity: 'info',
    find({ generations }) {
      // The index restarts with every set of inputs, so order is asked for within each.
      for (const group of indexGroups(generations)) {
        const place = group.findIndex(({ index }, at) => index < (group[at - 1]?.index ?? index));
        const found = group[place];
        if (found === undefined) continue;
        return [
          {
            message: 'Generations are listed out of index order.',
            pointer: childPointer(found.facts.pointer, 'index'),
          },
        ];
      }
      return [];
    },
  },
  {
    id: 'HL091',
    severity: 'info',
    find({ generations }) {
      const first = new Map<string, GenerationFacts>();
      for (const facts of generations) {
        if (facts.modelConfigId !== undefined && !first.has(facts.modelConfigId)) first.set(facts.modelConfigId, facts);
      }
      const [, second] = first.values();
      if (second === undefined) return [];
      return [
        {
          message: `Generations come from ${formatCount(first.size)} model configs (experiment?).`,
          pointer: childPointer(second.pointer, 'model_config_id'),
          related: Array.from(first.values(), ({ pointer }) => childPointer(pointer, 'model_config_id')).slice(0, 100),
        },
      ];
    },
  },
];

/** One finding per pair of the first generation with a key and another one with it. */
function repeated(
  generations: readonly GenerationFacts[],
  keyOf: (facts: GenerationFacts) => string | undefined,
  describe: (first: GenerationFacts, other: GenerationFacts) => Finding,
): readonly Finding[] {
  const firsts = new Map<string, GenerationFacts>();
  const findings: Finding[] = [];
  for (const facts of generations) {
    const key = keyOf(facts);
    if (key === undefined) continue;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, facts);
    else findings.push(describe(first, facts));
  }
  return findings;
}

interface Indexed {
  readonly index: number;
  readonly facts: GenerationFacts;
}

/** The generations that have an index, by inputs, in the order of `data`. */
function indexGroups(generations: readonly GenerationFacts[]): readonly (readonly Indexed[])[] {
  const groups = new Map<string, Indexed[]>();
  for (const facts of generations) {
    if (facts.index === undefined) continue;
    const group = groups.get(facts.inputsKey);
    if (group === undefined) groups.set(facts.inputsKey, [{ index: facts.index, facts }]);
    else group.push({ index: facts.index, facts });
  }
  return [...groups.values()];
}
