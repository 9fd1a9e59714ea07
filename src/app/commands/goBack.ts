// What Escape does where nothing nearer has it: one step out of what is open, the topmost first. Menus and dialogs close by themselves.

import { closeTopmost, hasTopmost } from '../../state/escape.ts';
import { activeView, useStore } from '../../state/store.ts';
import { closeCompare } from '../../state/view.ts';

export function canGoBack(): boolean {
  const state = useStore.getState();
  return hasTopmost() || state.isResponsesListOpen === true || activeView(state).isComparing;
}

export function goBack(): void {
  const state = useStore.getState();
  if (closeTopmost()) return;
  if (state.isResponsesListOpen) state.setResponsesListOpen(undefined);
  else state.changeView(closeCompare);
}
