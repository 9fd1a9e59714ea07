// Which words of two texts they share, in order. Knows text only; not which text is the baseline of what.

import { diffSequences } from './sequenceDiff.ts';
import { isBlankToken, wordTokens } from './wordTokens.ts';

/** Code units `[from, to)`. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly isShared: boolean;
}

export interface WordDiff {
  /** Spans that cover the whole text, shared and other ones in turn. */
  readonly baseline: readonly Span[];
  readonly other: readonly Span[];
  /** True when the texts differ so much that not all shared words were looked for. */
  readonly isApproximate: boolean;
}

/**
 * Compares two texts word by word. The shared spans of both are the same text, piece by piece in order. White space
 * alone between two differences counts as different, or the marks would fall apart.
 */
export function diffWords(baseline: string, other: string): WordDiff {
  if (baseline === other) {
    const spans = baseline === '' ? [] : [{ from: 0, to: baseline.length, isShared: true }];
    return { baseline: spans, other: spans, isApproximate: false };
  }
  const tokensA = wordTokens(baseline);
  const tokensB = wordTokens(other);
  const ids = new Map<string, number>();
  const { matches, isApproximate } = diffSequences(idsOf(tokensA, ids), idsOf(tokensB, ids));
  const sharedA = new Uint8Array(tokensA.length);
  const sharedB = new Uint8Array(tokensB.length);
  markShared(tokensA, matches, sharedA, sharedB);
  return { baseline: spansOf(tokensA, sharedA), other: spansOf(tokensB, sharedB), isApproximate };
}

function idsOf(tokens: readonly string[], ids: Map<string, number>): Int32Array {
  return Int32Array.from(tokens, (token) => {
    const known = ids.get(token);
    if (known !== undefined) return known;
    ids.set(token, ids.size);
    return ids.size - 1;
  });
}

/** Marks matched tokens on both sides, run by run, except runs of white space between two differences. */
function markShared(tokens: readonly string[], matches: Int32Array, sharedA: Uint8Array, sharedB: Uint8Array): void {
  let at = 0;
  while (at < tokens.length) {
    const start = matches[at] as number;
    if (start < 0) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < tokens.length && matches[end] === start + end - at) end++;
    const isOuter = (at === 0 && start === 0) || (end === tokens.length && start + end - at === sharedB.length);
    if (isOuter || !tokens.slice(at, end).every(isBlankToken)) {
      sharedA.fill(1, at, end);
      sharedB.fill(1, start, start + end - at);
    }
    at = end;
  }
}

function spansOf(tokens: readonly string[], shared: Uint8Array): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  let to = 0;
  tokens.forEach((token, at) => {
    to += token.length;
    if (at + 1 < tokens.length && shared[at + 1] === shared[at]) return;
    spans.push({ from, to, isShared: shared[at] === 1 });
    from = to;
  });
  return spans;
}
