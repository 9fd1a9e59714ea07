// Tokens whose provider says exactly where each stands in the text (AI21). Their own spelling loses white space.

import type { Alignment } from './align.ts';
import type { RawToken } from './rawToken.ts';
import { plainText } from './tokenSpelling.ts';

/** The alignment by stated ranges; undefined when there are none or one does not hold its token. */
export function alignRanges(text: string, tokens: readonly RawToken[]): Alignment | undefined {
  if (!tokens.every(({ range }) => range !== undefined)) return undefined;
  const points = Array.from(text);
  let end = 0;
  let isGapless = true;
  for (const { text: written, range } of tokens) {
    if (range === undefined || range.start < end || range.end < range.start || range.end > points.length) {
      return undefined;
    }
    if (range.end > range.start) {
      if (plainText(written).trim() !== points.slice(range.start, range.end).join('').trim()) return undefined;
      if (range.start > end) isGapless = false;
    }
    end = Math.max(end, range.end);
  }
  const spans = tokens.map(({ range }) => (range && range.end > range.start ? range : undefined));
  const first = spans.find((span) => span !== undefined);
  return {
    spans,
    // A token of nothing is a control token, such as the end of the text.
    isControl: spans.map((span) => span === undefined),
    coverage: {
      relation: isGapless && end === points.length && (first?.start ?? 0) === 0 ? 'equal' : 'covers',
      from: first?.start ?? 0,
      to: end,
    },
  };
}
