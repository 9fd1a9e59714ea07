// How a shortcut in the notation of aria-keyshortcuts is written for people. Knows no command.

const keyWords: { readonly [key: string]: string } = {
  Control: 'Ctrl',
  Meta: '⌘',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/**
 * Splits a shortcut such as `Control+K` into the words on its key caps, here `['Ctrl', 'K']`.
 * A lone `+` is the plus key. Notation: WAI-ARIA 1.2, aria-keyshortcuts.
 */
export function keyLabel(keys: string): readonly string[] {
  if (keys === '+') return ['+'];
  return keys.split('+').map((key) => keyWords[key] ?? (key === '' ? '+' : key));
}
