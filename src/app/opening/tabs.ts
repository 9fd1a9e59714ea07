// What decides over the documents that other tabs left behind: which tabs are open, and whether a person keeps closed documents.

import type { Tabs } from '../../load/keptPolicy.ts';
import { liveTabs } from '../../load/liveTabs.ts';
import { useStore } from '../../state/store.ts';
import { tabId } from './ids.ts';

export async function tabsNow(): Promise<Tabs> {
  const others = await liveTabs();
  const live = others && new Set([...others, tabId()]);
  return { live, isHistoryKept: useStore.getState().preferences.isHistoryKept, now: Date.now() };
}
