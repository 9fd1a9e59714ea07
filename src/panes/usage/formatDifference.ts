// A signed count for people.

import { formatCount } from '../../state/wording.ts';

/** `+12`, `−3`: always with its sign. */
export function formatDifference(difference: number): string {
  return difference > 0 ? `+${formatCount(difference)}` : formatCount(difference);
}
