// Binds the keys of the commands. Single keys work only where nobody types and can be switched off (WCAG 2.1.4).

import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { useStore } from '../../state/store.ts';
import type { Command } from './command.ts';
import { isTyping } from './typing.ts';

/** Keys that the browser itself turns into a paste event. */
const nativeCommands = new Set(['paste']);

export function useShortcuts(commands: readonly Command[], isEnabled: boolean): void {
  // The key events of the window.
  useEffect(() => {
    if (!isEnabled) return;
    const bindings: Record<string, (event: KeyboardEvent) => void> = {};
    for (const command of commands) {
      if (nativeCommands.has(command.id)) continue;
      for (const keys of command.keys) {
        const onKey = (event: KeyboardEvent) => {
          if (event.defaultPrevented || isInLayer(event.target)) return;
          if (command.isSingleKey && (isTyping(event.target) || !useStore.getState().preferences.hasSingleKeys)) return;
          if (keys === 'Escape' && isTyping(event.target)) return;
          if (!command.isAvailable() || command.isKeyMeant?.() === false) return;
          event.preventDefault();
          command.run();
        };
        for (const binding of bindingsOf(keys)) bindings[binding] = onKey;
      }
    }
    return tinykeys(window, bindings);
  }, [commands, isEnabled]);
}

/** Signs such as `?`, `/` and `[` need Shift or AltGr on some keyboards. */
function bindingsOf(keys: string): readonly string[] {
  if (/^[A-Z]$/.test(keys)) return [keys.toLowerCase()];
  if (keys.length === 1) return [keys, `Shift+${keys}`, `Control+Alt+${keys}`];
  return [keys.replace(/\+([A-Z])$/, (_, letter: string) => `+${letter.toLowerCase()}`)];
}

/** Menus, dialogs and popovers have their own keys. */
function isInLayer(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('[role="dialog"], [role="menu"], [role="listbox"][data-layer]') !== null
  );
}
