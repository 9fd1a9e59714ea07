// Names that tell apart what this page opens: documents, and the tab itself, which keeps its own over a reload.

import type { DocumentId } from '../../state/documents.ts';

export function newId(): DocumentId {
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => (byte % 36).toString(36)).join('');
}

let tab: string | undefined;

export function tabId(): string {
  if (tab !== undefined) return tab;
  const key = 'completion-inspector.tab';
  try {
    tab = sessionStorage.getItem(key) ?? newId() + newId();
    sessionStorage.setItem(key, tab);
  } catch {
    tab = newId() + newId();
  }
  return tab;
}
