// Menus on rows, places of the tree and differences: opened by the second button of the mouse, a long touch, or by key at what has the focus. An element
// that has one says which by `data-context`.

import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { partMissing } from '../../load/partMissing.ts';
import { showNotice } from '../../state/notice.ts';
import type { MenuEntry } from '../../ui/menuEntry.ts';
import { preloadable } from '../../ui/preloadable.tsx';
import { whenFocusIsBack } from '../../ui/whenFocusIsBack.ts';
import type { Command } from './command.ts';
import { type ContextName, contextMenus, contextNames } from './contextMenus.ts';
import { isTyping } from './typing.ts';

const contextMenu = preloadable(() => import('../../ui/ContextMenu.tsx').then((module) => module.ContextMenu));

interface Opened {
  readonly context: ContextName;
  readonly at: { readonly x: number; readonly y: number };
  readonly entries: readonly MenuEntry[];
  readonly isByKey: boolean;
}

/** The element that has a menu, at or around another one. */
function elementWithMenu(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>('[data-context]')) || undefined;
}

/** The row or place that the keys are at. */
function elementAtFocus(): HTMLElement | undefined {
  const focused = document.activeElement;
  const active = document.getElementById(focused?.getAttribute('aria-activedescendant') ?? '');
  return elementWithMenu(active ?? focused);
}

export function hasContextMenu(): boolean {
  return elementAtFocus() !== undefined;
}

/** Places that were made by a key. */
const byKey = new WeakSet<Event>();
/** A key opened a menu, and nothing was pressed since: on Windows the browser makes an event of its own when that key comes up. */
let isOwnEventDue = false;
const forgetOwnEvent = (): void => {
  isOwnEventDue = false;
};

/** As the second button of the mouse does at the left of what has the focus. */
export function openContextMenu(): void {
  const element = elementAtFocus();
  if (element === undefined) return;
  const { left, bottom, width } = element.getBoundingClientRect();
  const event = new MouseEvent('contextmenu', {
    bubbles: true,
    cancelable: true,
    clientX: left + Math.min(width / 2, leftOfKey),
    clientY: bottom,
  });
  byKey.add(event);
  isOwnEventDue = true;
  element.dispatchEvent(event);
}

const leftOfKey = 48;
const secondButton = 2;

/** The menu while one is open. What the element itself does on the event (it selects itself) is done before. */
export function useContextMenu(commands: readonly Command[]): ReactNode {
  const [opened, setOpened] = useState<Opened>();
  const close = useCallback(() => setOpened(undefined), []);
  // The events of the window.
  useEffect(() => {
    const onContextMenu = (event: MouseEvent) => {
      if (event.isTrusted && event.button !== secondButton && isOwnEventDue) {
        event.preventDefault();
        return;
      }
      const element = elementWithMenu(event.target);
      const marked = document.getSelection();
      const isMarked = marked?.isCollapsed === false && element !== undefined && marked.containsNode(element, true);
      // What a person marked, and what they type in, has the browser's own menu.
      if (element === undefined || isMarked || isTyping(event.target)) return;
      const context = element.dataset.context as ContextName;
      const entries = entriesOf(context, commands);
      if (entries.length === 0) return;
      event.preventDefault();
      const at = { x: event.clientX, y: event.clientY };
      contextMenu.fetch().then(
        () => setOpened({ context, at, entries, isByKey: byKey.has(event) }),
        () => showNotice({ text: `${partMissing}.` }),
      );
    };
    window.addEventListener('contextmenu', onContextMenu);
    // Before the keys of the page: one of them may open the next menu.
    const pressed = ['keydown', 'pointerdown'] as const;
    for (const type of pressed) window.addEventListener(type, forgetOwnEvent, true);
    return () => {
      window.removeEventListener('contextmenu', onContextMenu);
      for (const type of pressed) window.removeEventListener(type, forgetOwnEvent, true);
    };
  }, [commands]);
  if (opened === undefined) return null;
  return (
    <contextMenu.Part
      label={contextNames[opened.context]}
      at={opened.at}
      entries={opened.entries}
      isByKey={opened.isByKey}
      onClose={close}
      onAction={(id) => {
        whenFocusIsBack(() => commands.find((command) => command.id === id)?.run());
      }}
    />
  );
}

/** The commands that can run now, with lines between their groups. */
function entriesOf(context: ContextName, commands: readonly Command[]): readonly MenuEntry[] {
  const entries: MenuEntry[] = [];
  let isLineDue = false;
  for (const id of contextMenus[context]) {
    if (id === null) {
      isLineDue = entries.length > 0;
      continue;
    }
    const command = commands.find((one) => one.id === id);
    if (command === undefined || !command.isAvailable()) continue;
    if (isLineDue) entries.push({ kind: 'separator', id: `line before ${id}` });
    isLineDue = false;
    entries.push({ id, label: command.label, ...(command.keys[0] !== undefined && { keys: command.keys[0] }) });
  }
  return entries;
}
