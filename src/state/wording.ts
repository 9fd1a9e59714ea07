// Numbers and counts as people read them. Only for derived figures: a number that stands in the document is shown by its lexeme.

import type { GenerationRow } from '../response/rows.ts';

const whole = new Intl.NumberFormat('en');

/** `1,894` */
export function formatCount(value: number): string {
  return whole.format(value).replace('-', '\u2212');
}

/** `1 generation`, `8 generations`, `2 responses`. */
export function plural(count: number, noun: string, pluralNoun = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : pluralNoun}`;
}

/** A derived figure with a true minus sign: `−0.386`. */
export function formatDecimal(value: number, digits: number): string {
  return value.toFixed(digits).replace('-', '\u2212');
}

/** Decimal units (SI): `812 B`, `61.8 kB`, `10.4 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB'] as const;
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.95 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value.toFixed(1)} ${units[unit]}`;
}

/** How the tokens of a generation are known, as a sentence. */
export function tokenSourceWords({
  from,
  encoding,
}: Pick<NonNullable<GenerationRow['tokens']>, 'from' | 'encoding'>): string {
  switch (from) {
    case 'provider':
      return 'Exact: as the provider counted them';
    case 'listed':
      return 'As many as are listed with log probabilities';
    case 'estimated':
      return `Estimated with ${encoding ?? 'a tokenizer'}; not what the provider counted`;
  }
}
