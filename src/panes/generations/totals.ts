// The line under the table: what the rows shown add up to, in figures and in words. Pure.

import { hasNoAnswer } from '../../analysis/equalAnswers.ts';
import { pooledFigures } from '../../analysis/probability/pooledFigures.ts';
import type { GenerationRow } from '../../response/rows.ts';
import type { TokenFigures } from '../../response/tokens/token.ts';
import { formatCount } from '../../words/numbers.ts';

export interface Totals {
  readonly count: number;
  /** Sizes of the groups of equal answers, largest first; absent until every row is in one. */
  readonly groupSizes?: readonly number[];
  /** Finish reasons in words; absent until every row is checked. */
  readonly finish?: string;
  /** Absent when no row has a count, or not all are known yet. */
  readonly tokens?: number;
  /** Some of them were estimated. */
  readonly areTokensEstimated?: boolean;
  /** Rows whose tokens are known. */
  readonly withTokens: number;
  readonly characters?: number;
  readonly withCharacters: number;
  /** Over every token of the rows; absent until every row is checked, and where no row has log probabilities. */
  readonly logprobs?: TokenFigures;
  /** Rows linked to a choice; absent until all were tried. */
  readonly linked?: number;
}

export function totalsOf(rows: readonly GenerationRow[]): Totals {
  const isChecked = rows.every((row) => row.isChecked);
  const groups = new Map<number, number>();
  for (const { group, isBroken } of rows) {
    if (group !== undefined && !isBroken) groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  const isGrouped = rows.length > 0 && rows.every((row) => row.group !== undefined || hasNoAnswer(row));
  const tokens = rows.flatMap((row) => (row.tokens === undefined ? [] : [row.tokens.count]));
  const characters = rows.flatMap((row) => (row.characters === undefined ? [] : [row.characters]));
  const lists = rows.flatMap((row) => row.logprobs ?? []);
  return {
    count: rows.length,
    ...(isGrouped ? { groupSizes: [...groups.values()].sort((a, b) => b - a) } : {}),
    ...(isChecked && rows.length > 0 ? { finish: finishWords(rows) } : {}),
    ...(isChecked && tokens.length > 0 ? { tokens: sum(tokens) } : {}),
    ...(rows.some((row) => row.tokens?.from === 'estimated') ? { areTokensEstimated: true } : {}),
    withTokens: tokens.length,
    ...(characters.length > 0 && (isChecked || characters.length === rows.length)
      ? { characters: sum(characters) }
      : {}),
    withCharacters: characters.length,
    ...(isChecked && lists.length > 0 ? { logprobs: pooledFigures(lists) } : {}),
    ...(rows.length > 0 && rows.every((row) => row.link !== undefined)
      ? { linked: rows.filter((row) => row.link?.choice !== undefined).length }
      : {}),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** `1 length` for the ones that did not end by themselves, `all stop` when all ended alike. */
function finishWords(rows: readonly GenerationRow[]): string {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const word = row.finishReason?.raw ?? 'without';
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const [only] = counts.keys();
  if (counts.size === 1 && only !== undefined) return `all ${only}`;
  const normal = new Set(rows.filter((row) => row.finishReason?.class === 'stop').map((row) => row.finishReason?.raw));
  const telling = [...counts].filter(([word]) => !normal.has(word));
  return (telling.length > 0 ? telling : [...counts])
    .map(([word, count]) => `${formatCount(count)} ${word}`)
    .join(', ');
}

const mostTerms = 6;

/**
 * `5 distinct: 3 + 2 + 1 + 1 + 1`; equal sizes are counted when there are many: `42 distinct: 3 + 2 + 40 × 1`. Of `count` rows those in no
 * group give no answer: `2 distinct, 1 without an answer`.
 */
export function distinctWords(sizes: readonly number[], count = sum(sizes)): string {
  const without = count - sum(sizes);
  if (without === 0) return sizesWords(sizes);
  return `${sizes.length === 0 ? '' : `${sizesWords(sizes)}, `}${formatCount(without)} without an answer`;
}

function sizesWords(sizes: readonly number[]): string {
  const distinct = `${formatCount(sizes.length)} distinct`;
  if (sizes.length < 2 || sizes[0] === 1) return distinct;
  if (sizes.length <= mostTerms) return `${distinct}: ${sizes.map(formatCount).join(' + ')}`;
  const runs: { readonly size: number; count: number }[] = [];
  for (const size of sizes) {
    const last = runs.at(-1);
    if (last?.size === size) last.count++;
    else runs.push({ size, count: 1 });
  }
  const terms = runs.map(({ size, count }) =>
    count > 1 ? `${formatCount(count)} × ${formatCount(size)}` : formatCount(size),
  );
  const shown = terms.slice(0, mostTerms);
  return `${distinct}: ${shown.join(' + ')}${terms.length > shown.length ? ' + …' : ''}`;
}
