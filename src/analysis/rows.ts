// What the rows that panes show of a response say of its tokens.

import type { ProviderChoice } from '../response/provider/reading.ts';
import type { GenerationRow, ProviderRow } from '../response/rows.ts';

/**
 * Tokens of a generation from its linked choice: as the provider states them for this choice (or for the whole provider
 * response, where this is its only choice), else as many as are listed with log probabilities.
 */
export function tokensOfChoice(
  choice: Pick<ProviderChoice, 'usage' | 'listedTokens'>,
  provider: Pick<ProviderRow, 'usage'> & { readonly choiceCount: number },
): GenerationRow['tokens'] {
  const stated = choice.usage?.generation ?? (provider.choiceCount === 1 ? provider.usage?.generation : undefined);
  if (stated !== undefined) return { count: stated.value, from: 'provider', pointer: stated.pointer };
  if (choice.listedTokens === undefined) return undefined;
  return { count: choice.listedTokens.count, from: 'listed', pointer: choice.listedTokens.pointer };
}
