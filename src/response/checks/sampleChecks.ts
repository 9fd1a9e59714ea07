// HL010 to HL014 and HL091: how many generations there are, their indexes, ids and model configs.

import { childPointer, pointerOf } from '../../json/pointer.ts';
import { formatCount, listPhrase } from '../../words/numbers.ts';
import type { Check, Finding, ResponseSubject } from './check.ts';

export const sampleChecks: readonly Check<ResponseSubject>[] = [
  {
    id: 'HL010',
    severity: 'warning',
    find({ root, context, sampleCount, generations }) {
      if (sampleCount === undefined || sampleCount.value <= 0 || !context.isWhole) return [];
      if (root.get('data')?.kind !== 'array' || generations.count % sampleCount.value === 0) return [];
      return [
        {
          message: `${formatCount(sampleCount.value)} samples requested, ${formatCount(generations.count)} generations returned.`,
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
      return generations.repeatedIndexes.map(({ first, other }) => ({
        message: `data[${first}] and data[${other}] both have index ${generations.index(other)} for the same inputs.`,
        pointer: pointerOf('data', other, 'index'),
        related: [pointerOf('data', first, 'index')],
      }));
    },
  },
  {
    id: 'HL012',
    severity: 'warning',
    find({ context, generations }) {
      if (!context.isWhole) return [];
      const findings: Finding[] = [];
      for (const group of generations.indexGroups()) {
        const present = new Uint8Array(group.length);
        for (const position of group) {
          const index = generations.index(position);
          if (Number.isInteger(index) && index >= 0 && index < group.length) present[index] = 1;
        }
        const missing = Array.from(present.keys()).filter((expected) => present[expected] === 0);
        if (missing.length === 0) continue;
        const indexes = Array.from(group, (position) => generations.index(position));
        const message = `Sample indexes are ${listPhrase(indexes)}; ${listPhrase(missing)} missing.`;
        findings.push({ message, pointer: pointerOf('data', group[0] ?? 0, 'index') });
      }
      return findings;
    },
  },
  {
    id: 'HL013',
    severity: 'error',
    find({ generations }) {
      return generations.repeatedIds.map(({ first, other, id }) => ({
        message: `data[${first}] and data[${other}] share the id ${id}.`,
        pointer: pointerOf('data', other, 'id'),
        related: [pointerOf('data', first, 'id')],
      }));
    },
  },
  {
    id: 'HL014',
    severity: 'info',
    find({ generations }) {
      // The index restarts with every set of inputs, so order is asked for within each.
      for (const group of generations.indexGroups()) {
        const place = group.findIndex((position, at) => {
          return at > 0 && generations.index(position) < generations.index(group[at - 1] ?? position);
        });
        const found = group[place];
        if (found === undefined) continue;
        return [{ message: 'Generations are listed out of index order.', pointer: pointerOf('data', found, 'index') }];
      }
      return [];
    },
  },
  {
    id: 'HL091',
    severity: 'info',
    find({ generations: { models } }) {
      const [, second] = models?.values() ?? [];
      if (models === undefined || second === undefined) return [];
      return [
        {
          message: `Generations come from ${formatCount(models.size)} model configs (experiment?).`,
          pointer: pointerOf('data', second, 'model_config_id'),
          related: Array.from(models.values())
            .slice(0, 100)
            .map((position) => pointerOf('data', position, 'model_config_id')),
        },
      ];
    },
  },
];
