// The tab "Tokens" of a generation: what its choice lists, or why there is nothing. Comes late.

import { useMemo } from 'react';
import type { ChoiceRow, GenerationRow } from '../../../response/rows.ts';
import { useHeld } from '../../../state/held.ts';
import { useDocument } from '../../../state/store.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { NoTokens } from './NoTokens.tsx';
import { TokensView } from './TokensView.tsx';
import { useListing } from './useTokens.ts';

export interface TokensTabProps {
  readonly row: GenerationRow;
  /** The choice that the generation is linked to. */
  readonly choice: ChoiceRow | undefined;
}

export function TokensTab({ row, choice }: TokensTabProps) {
  const document = useDocument();
  if (choice?.listedTokenCount !== undefined) return <ListedTokens row={row} choice={choice} />;
  // Links come last of all.
  if (row.link === undefined && document.load === 'loading')
    return <EmptyState>The provider responses are still being read.</EmptyState>;
  return <NoTokens choice={choice} />;
}

function ListedTokens({ row, choice }: { readonly row: GenerationRow; readonly choice: ChoiceRow }) {
  const { value, isStale, problem } = useListing(choice);
  const present = useMemo(
    () => (value === undefined || isStale ? undefined : { row, choice, listing: value }),
    [row, choice, value, isStale],
  );
  // Until the tokens of another generation are there, those of the one before stay, with all that belongs to them.
  const shown = useHeld(present);
  if (problem !== undefined) return <EmptyState>The tokens could not be read: {problem}</EmptyState>;
  if (value === undefined && !isStale) return <NoTokens choice={choice} />;
  if (shown === undefined) return null;
  return <TokensView key={`${shown.row.position} ${shown.choice.pointer} ${shown.choice.position}`} {...shown} />;
}
