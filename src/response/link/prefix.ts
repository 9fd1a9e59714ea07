// Finds texts of which one is the start or the end of the other. Knows texts only.

import type { LinkableChoice, LinkableGeneration, LinkableText } from './linkable.ts';

export interface PrefixMatch {
  readonly generation: LinkableGeneration;
  readonly choice: LinkableChoice;
  readonly from: LinkableText;
  readonly to: LinkableText;
  /** Where the shorter text stands in the longer one. */
  readonly end: 'start' | 'end';
  /** Code points that the longer text has more. */
  readonly more: number;
}

/** Code points that must be shared at least, and of the longer text. */
const leastShared = 16;
const leastPart = 0.6;
/** Candidates that are compared in all. */
const mostPairs = 20_000;

/**
 * Pairs of a generation and a choice of which one text is the start or end of the other, with at least 16 shared
 * characters, at least 60 % of the longer one, and no other pair of either that shares as much. Only texts with equal
 * first or last characters are compared.
 */
export function findPrefixes(
  generations: readonly LinkableGeneration[],
  choices: readonly LinkableChoice[],
  textOf: (text: LinkableText) => string,
): readonly PrefixMatch[] {
  const byEdge = new Map<
    string,
    { readonly choice: LinkableChoice; readonly to: LinkableText; readonly text: string }[]
  >();
  for (const choice of choices) {
    const to = choice.text;
    if (to === undefined || to.characters < leastShared) continue;
    const text = textOf(to);
    for (const edge of edgesOf(text)) {
      const known = byEdge.get(edge);
      if (known === undefined) byEdge.set(edge, [{ choice, to, text }]);
      else known.push({ choice, to, text });
    }
  }
  const matches: (PrefixMatch & { readonly shared: number })[] = [];
  let pairs = 0;
  for (const generation of generations) {
    const from = generation.rawOutput ?? generation.output;
    if (from === undefined || from.characters < leastShared) continue;
    if (pairs > mostPairs) break;
    const own = textOf(from);
    const seen = new Set<LinkableChoice>();
    for (const { choice, to, text } of edgesOf(own).flatMap((edge) => byEdge.get(edge) ?? [])) {
      if (pairs > mostPairs) break;
      if (seen.has(choice)) continue;
      pairs++;
      seen.add(choice);
      const shared = Math.min(from.characters, to.characters);
      const longer = Math.max(from.characters, to.characters);
      const end =
        text.startsWith(own) || own.startsWith(text)
          ? 'start'
          : text.endsWith(own) || own.endsWith(text)
            ? 'end'
            : undefined;
      if (end === undefined || shared < longer * leastPart) continue;
      matches.push({ generation, choice, from, to, end, more: longer - shared, shared });
    }
  }
  const best = new Map<LinkableGeneration | LinkableChoice, { shared: number; count: number }>();
  for (const { generation, choice, shared } of matches) {
    for (const side of [generation, choice]) {
      const known = best.get(side);
      if (known === undefined || known.shared < shared) best.set(side, { shared, count: 1 });
      else if (known.shared === shared) known.count++;
    }
  }
  return matches.filter(({ generation, choice, shared }) =>
    [generation, choice].every((side) => best.get(side)?.shared === shared && best.get(side)?.count === 1),
  );
}

/** The first and last code units of a text, told apart. */
function edgesOf(text: string): readonly string[] {
  return [`start ${text.slice(0, leastShared)}`, `end ${text.slice(-leastShared)}`];
}
