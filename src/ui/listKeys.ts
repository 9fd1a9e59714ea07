// What the keys of a list mean: pure, so that grids, trees and lists agree. Knows no elements.

/** The part of a keyboard event that is looked at. */
export interface KeyPress {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * Index to move to in a list of `count` items, or undefined when the key does not move. Arrows stop at the ends,
 * Page keys move by `page` items; `index` is −1 when nothing is active yet.
 */
export function listKeys(event: KeyPress, index: number, count: number, page: number): number | undefined {
  if (count === 0 || event.altKey || event.ctrlKey || event.metaKey) return undefined;
  switch (event.key) {
    case 'ArrowDown':
      return Math.min(index + 1, count - 1);
    case 'ArrowUp':
      return Math.max(index - 1, 0);
    case 'PageDown':
      return Math.min(Math.max(index, 0) + page, count - 1);
    case 'PageUp':
      return Math.max(index - page, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
