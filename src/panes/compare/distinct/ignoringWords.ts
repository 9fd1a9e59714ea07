// What a normalisation does not count, in words. Pure.

import type { Ignorable } from '../../../state/view.ts';

/** `ignoring case and white space`, `ignoring nothing`. */
export function ignoringWords(ignored: readonly Ignorable[]): string {
  if (ignored.length === 0) return 'ignoring nothing';
  return `ignoring ${[ignored.slice(0, -1).join(', '), ...ignored.slice(-1)].filter((part) => part !== '').join(' and ')}`;
}
