// Annotations an element as having a tooltip. The one TooltipLayer of the page shows it; nothing is mounted per element.

/** Attributes that give an element a tooltip: a text and, where there is one, its shortcut. */
export function tip(text: string, keys?: string): { readonly 'data-tip': string; readonly 'data-tip-keys'?: string } {
  return keys === undefined ? { 'data-tip': text } : { 'data-tip': text, 'data-tip-keys': keys };
}
