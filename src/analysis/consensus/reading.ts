// Which texts can be read along with each other, and which say something else altogether. Knows numbered tokens; no text and no alignment.

export interface ReadText {
  /** Numbers of its words. */
  readonly content: Int32Array;
  /** How many samples say it. */
  readonly weight: number;
}

/**
 * The part of the pairs of neighbouring words of the shorter one that a text must share with the one in the middle. Chosen by trying: samples of
 * one prompt share more, also where they paraphrase; nothing is known of it in general.
 */
const leastShared = 0.06;
/** So many groups are looked at: the greatest is read, the others stand apart. */
const mostGroups = 8;

/** By text: 1 where it stands apart from those that most samples say. With two texts or fewer nothing does. */
export function findApart(texts: readonly ReadText[]): Uint8Array {
  const isApart = new Uint8Array(texts.length);
  if (texts.length <= 2) return isApart;
  const pairs = numberPairs(texts);
  const groupOf = new Int32Array(texts.length).fill(-1);
  const weights: number[] = [];
  let left = texts.reduce((sum, { weight }) => sum + weight, 0);
  while (weights.length < mostGroups && left > 0) {
    const group = weights.length;
    const centre = centreOf(texts, pairs, groupOf);
    const own = new Set(pairs[centre]);
    let sum = 0;
    texts.forEach(({ weight }, text) => {
      if (groupOf[text] !== -1) return;
      if (text !== centre && sharedPart(own, pairs[text] as Int32Array) < leastShared) return;
      groupOf[text] = group;
      sum += weight;
    });
    weights.push(sum);
    left -= sum;
    // No group can be greater than this one.
    if (sum >= left) break;
  }
  const greatest = weights.indexOf(Math.max(...weights));
  groupOf.forEach((group, text) => {
    if (group !== greatest) isApart[text] = 1;
  });
  return isApart;
}

/** By text: the numbers of its different pairs of neighbouring words; of a text of one word the number of that. */
function numberPairs(texts: readonly ReadText[]): readonly Int32Array[] {
  const numbers = new Map<number, number>();
  return texts.map(({ content }) => {
    const found = new Set<number>();
    for (let at = 0; at < Math.max(1, content.length - 1) && content.length > 0; at++) {
      const key = (content[at] as number) * 0x4000000 + ((content[at + 1] ?? -1) + 1);
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      found.add(number);
    }
    return Int32Array.from(found);
  });
}

/** Of the texts in no group yet the one whose pairs most samples have. */
function centreOf(texts: readonly ReadText[], pairs: readonly Int32Array[], groupOf: Int32Array): number {
  const counts = new Map<number, number>();
  texts.forEach(({ weight }, text) => {
    if (groupOf[text] !== -1) return;
    for (const pair of pairs[text] as Int32Array) counts.set(pair, (counts.get(pair) ?? 0) + weight);
  });
  let best = -1;
  let bestScore = -1;
  pairs.forEach((list, text) => {
    if (groupOf[text] !== -1) return;
    const weight = texts[text]?.weight ?? 0;
    let score = 0;
    for (const pair of list) score += (counts.get(pair) as number) - weight;
    score += weight * 1e-6;
    if (score <= bestScore) return;
    bestScore = score;
    best = text;
  });
  return best;
}

/** Of the shorter of two lists the part that the other one has; 1 where it is empty. */
function sharedPart(own: ReadonlySet<number>, other: Int32Array): number {
  const least = Math.min(own.size, other.length);
  if (least === 0) return 1;
  let shared = 0;
  for (const pair of other) if (own.has(pair)) shared++;
  return shared / least;
}
