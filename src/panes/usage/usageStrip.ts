// The token usage as one bar for a narrow column: prompt, then what each generation takes. Pure.

import type { UsageTable } from '../../analysis/usageTable.ts';
import { formatCount } from '../../words/numbers.ts';
import type { UsageBars, UsageGap } from './usageBars.ts';
import { usageBins } from './usageBins.ts';

/** One stretch of the bar; `fromRow` and `toRow` are the rows of the table that it stands for. */
export interface StripPart {
  readonly kind: 'prompt' | 'generation' | 'whole';
  readonly from: number;
  readonly to: number;
  readonly fromRow: number;
  readonly toRow: number;
  /** For assistive technology: `Generation 7: 42 tokens`. */
  readonly words: string;
  /** Under the selected stretch: `#7 42`. */
  readonly caption: string;
}

export interface Strip {
  readonly parts: readonly StripPart[];
  readonly gap?: UsageGap;
  readonly end: number;
}

/** More generations than this are drawn in bins. */
const mostParts = 200;

/** Prompt and generations of `rows`; where no generation has a count, the two counts of the first source that has some. */
export function usageStrip(rows: UsageTable, bars: UsageBars): Strip {
  const parts: StripPart[] = [];
  const spoken = bars.firstSpoken();
  const generations = generationParts(rows, bars);
  for (const part of bars.at(spoken).parts) {
    if (part.kind !== 'prompt' && generations.length > 0) continue;
    const name = part.kind === 'whole' ? 'Total' : part.kind === 'prompt' ? 'Prompt' : 'Generation';
    const count = formatCount(part.to - part.from);
    parts.push({
      ...part,
      fromRow: spoken,
      toRow: spoken + 1,
      words: `${name}: ${count} tokens`,
      caption: `${name} ${count}`,
    });
  }
  const { end, gap } = bars;
  return { parts: [...parts, ...generations], end, ...(gap && { gap }) };
}

function generationParts(rows: UsageTable, bars: UsageBars): readonly StripPart[] {
  const first = rows.firstGeneration;
  if (rows.generationCount > mostParts) {
    return usageBins(rows, bars).map((bin): StripPart => {
      const names = `${formatCount(bin.fromRow - first)}–${formatCount(bin.toRow - 1 - first)}`;
      const count = formatCount(bin.to - bin.from);
      return {
        kind: 'generation',
        from: bin.from,
        to: bin.to,
        fromRow: bin.fromRow,
        toRow: bin.toRow,
        words: `Generations ${names}: ${count} tokens`,
        caption: `#${names} ${count}`,
      };
    });
  }
  return rows.slice(first).flatMap((row, number): readonly StripPart[] => {
    const at = first + number;
    const [part] = bars.at(at).parts;
    if (part === undefined) return [];
    const count = formatCount(part.to - part.from);
    const name = row.label.replace(/^Generation /, '');
    return [
      {
        ...part,
        fromRow: at,
        toRow: at + 1,
        words: `${row.label}: ${count} tokens`,
        caption: `${/^\d/.test(name) ? '#' : ''}${name} ${count}`,
      },
    ];
  });
}
