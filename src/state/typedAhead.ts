// What a person types between asking for a field (the palette, the search) and its coming, while its code is on the way: kept for the field, and kept
// from the panes. Knows no command.

import { useEffect } from 'react';

interface Typed {
  text: string;
  /** Enter was pressed behind the text. */
  isEntered: boolean;
}

/** The text with the next key; undefined where the key means nothing in a field. */
export function withKey(
  { text, isEntered }: Readonly<Typed>,
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
): Typed | undefined {
  if (ctrlKey || metaKey || isEntered) return undefined;
  if (key === 'Enter') return { text, isEntered: true };
  if (key === 'Backspace') return { text: text.slice(0, -1), isEntered };
  return [...key].length === 1 ? { text: text + key, isEntered } : undefined;
}

/** The keys for one field. */
export interface TypedAhead {
  typed?: Typed | undefined;
  /** The field is there and has the keys itself. */
  isTaken?: boolean;
}

export const typedForPalette: TypedAhead = {};
export const typedForSearch: TypedAhead = {};

/** Collects keys while the field is wanted and has not taken them; Escape gives it up. */
export function useTypedAhead(ahead: TypedAhead, isWanted: boolean, onGiveUp: () => void): void {
  // Keys come from the window, where nothing has the focus that they are meant for.
  useEffect(() => {
    if (!isWanted) return;
    if (!ahead.isTaken) ahead.typed = { text: '', isEntered: false };
    const onKeyDown = (event: KeyboardEvent) => {
      if (ahead.typed === undefined) return;
      const next = withKey(ahead.typed, event);
      if (next) ahead.typed = next;
      else if (event.key === 'Escape') onGiveUp();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      ahead.typed = undefined;
      ahead.isTaken = false;
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [ahead, isWanted, onGiveUp]);
}

/** Ends the collecting and gives what was typed: from now on the field has the focus. */
export function takeTypedAhead(ahead: TypedAhead): Readonly<Typed> | undefined {
  const { typed } = ahead;
  ahead.typed = undefined;
  ahead.isTaken = true;
  return typed;
}
