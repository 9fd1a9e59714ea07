// A name for something new in the list of documents.

import { useStore } from '../../state/store.ts';

/** `pasted text`, `pasted text 2`, … */
export function uniqueName(name: string): string {
  const names = new Set(useStore.getState().documents.map((document) => document.name));
  if (!names.has(name)) return name;
  let number = 2;
  while (names.has(`${name} ${number}`)) number++;
  return `${name} ${number}`;
}
