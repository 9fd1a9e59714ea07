// HL050 and HL053: whether token counts are counts and add up.

import { formatWritten } from '../../words/numbers.ts';
import { countNames } from '../choices/choiceColumns.ts';
import type { Count, Usage } from '../model.ts';
import { placeName } from '../placeName.ts';
import type { Check, ResponseSubject } from './check.ts';
import type { ProviderFacts } from './providerFacts.ts';

export const usageChecks: readonly Check<ResponseSubject>[] = [
  {
    id: 'HL050',
    severity: 'error',
    find({ usage }) {
      // Of the response's own usage only: providers count totals in other ways.
      const { prompt, generation, total, reasoning } = usage ?? {};
      if (prompt === undefined || generation === undefined || total === undefined) return [];
      const sum = prompt.value + generation.value;
      if (total.value === sum || (reasoning !== undefined && total.value === sum + reasoning.value)) return [];
      return [
        {
          message: `Token counts do not add up: ${formatWritten(prompt.lexeme)} + ${formatWritten(generation.lexeme)} is not ${formatWritten(total.lexeme)}.`,
          pointer: total.pointer,
          related: [prompt.pointer, generation.pointer, ...(reasoning ? [reasoning.pointer] : [])],
        },
      ];
    },
  },
  {
    id: 'HL053',
    severity: 'error',
    find({ usage, providers }) {
      if (areCounts(usage) && !isAnyStatedOddly(providers)) return [];
      const bad = [...(usage ? counts(usage) : []), ...statedOddly(providers)].filter(({ value }) => !isCount(value));
      const places = new Map(bad.map((count) => [count.pointer, count]));
      return [...places.values()].map(({ pointer, lexeme }) => ({
        message: `\`${placeName(pointer)}\` is not a token count.`,
        pointer,
        detail: `It is ${lexeme}.`,
      }));
    },
  },
];

function areCounts(usage: Usage | undefined): boolean {
  if (usage === undefined) return true;
  for (const name of countNames) if (usage[name] !== undefined && !isCount(usage[name].value)) return false;
  return true;
}

const countColumns = (['usage', 'billed'] as const).flatMap((side) =>
  countNames.map((name) => `${side}.${name}` as const),
);

function isAnyStatedOddly({ table, from, to }: ProviderFacts): boolean {
  for (let position = from; position < to; position++) {
    for (const column of countColumns) {
      const count = table.count(position, column);
      if (!Number.isNaN(count) && !isCount(count)) return true;
    }
  }
  return false;
}

/** The counts of the provider responses that state one which is none, `usage` of each before `billed`. */
function statedOddly(providers: ProviderFacts): readonly Count[] {
  const sides = (['usage', 'billed'] as const).filter((side) => providers.table.hasAny(side));
  const names = sides.map((side) => ({
    side,
    columns: countNames.map((name) => `${side}.${name}` as const).filter((column) => providers.hasCount(column)),
  }));
  const found: Count[] = [];
  for (const position of sides.length === 0 ? [] : providers.positions()) {
    for (const { side, columns } of names) {
      const isOdd = columns.some((column) => {
        const count = providers.table.count(position, column);
        return !Number.isNaN(count) && !isCount(count);
      });
      const usage = isOdd ? providers.table.usage(position, side) : undefined;
      if (usage) found.push(...counts(usage));
    }
  }
  return found;
}

function counts({ prompt, generation, total, cached, cacheWritten, toolPrompt, reasoning }: Usage): readonly Count[] {
  return [prompt, generation, total, cached, cacheWritten, toolPrompt, reasoning].filter(
    (count) => count !== undefined,
  );
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}
