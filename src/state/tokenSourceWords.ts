// How the tokens of a generation are known, in a sentence. Pure.

import type { GenerationRow } from '../response/rows.ts';

/** `Exact: as the provider counted them` */
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
