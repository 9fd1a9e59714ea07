// What a person types between asking for the palette and its coming, while its code is on the way: kept for its field, and kept from the
// panes. Knows no command.

import { useEffect } from 'react';

interface Typed {
  text: string;
  /** Enter was pressed behind the text. */
  isEntered: boolean;
}

let typed: Typed | undefined;
/** The palette is there and has the keys itself. */
let isTaken = false;

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

/** Collects keys while the palette is wanted and has not taken them; Escape gives it up. */
export function useTypedAhead(isWanted: boolean, onGiveUp: () => void): void {
  // Keys come from the window, where nothing has the focus that they are meant for.
  useEffect(() => {
    if (!isWanted) return;
    typed = isTaken ? undefined : { text: '', isEntered: false };
    const onKeyDown = (event: KeyboardEvent) => {
      if (typed === undefined) return;
      const next = withKey(typed, event);
      if (next) typed = next;
      else if (event.key === 'Escape') onGiveUp();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      typed = undefined;
      isTaken = false;
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [isWanted, onGiveUp]);
}

/** Ends the collecting and gives what was typed: from now on the field has the focus. */
export function takeTypedAhead(): Readonly<Typed> | undefined {
  const taken = typed;
  typed = undefined;
  isTaken = true;
  return taken;
}
