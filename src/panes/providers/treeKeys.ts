// What keys mean in the tree (WAI-ARIA Authoring Practices, tree view). Pure; knows no elements.

export type TreeAction =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'pageDown'
  | 'pageUp'
  | 'in'
  | 'out'
  | 'select'
  | 'openSiblings'
  | 'openBelow'
  | 'closeBelow'
  | 'copyValue'
  | 'copyPointer'
  | 'copyJq'
  | 'copyPython';

/** The part of a keyboard event that is looked at. */
export interface TreeKeyPress {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** With Alt and Shift, by place on the keyboard. */
const copyKeys: { readonly [code: string]: TreeAction } = {
  KeyC: 'copyPointer',
  KeyJ: 'copyJq',
  KeyP: 'copyPython',
};

const plainKeys: { readonly [key: string]: TreeAction } = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  PageDown: 'pageDown',
  PageUp: 'pageUp',
  ArrowRight: 'in',
  ArrowLeft: 'out',
  Enter: 'select',
  ' ': 'select',
  '*': 'openSiblings',
};

/** The action of a key, or undefined when the key is not the tree's. */
export function treeAction(press: TreeKeyPress): TreeAction | undefined {
  const isCommand = press.ctrlKey !== press.metaKey;
  // By place on the keyboard: with Alt the same key types another character on some systems.
  if (isCommand && !press.altKey && !press.shiftKey && press.code === 'KeyC') return 'copyValue';
  if (press.ctrlKey || press.metaKey) return undefined;
  if (press.altKey) return press.shiftKey ? copyKeys[press.code] : undefined;
  if (press.shiftKey && press.key === 'ArrowRight') return 'openBelow';
  if (press.shiftKey && press.key === 'ArrowLeft') return 'closeBelow';
  if (press.shiftKey && press.key !== '*') return undefined;
  return plainKeys[press.key];
}
