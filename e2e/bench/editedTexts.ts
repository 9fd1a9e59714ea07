// Invented texts that are edits of one original, with the truth about which words they kept: what the figures of the alignment are
// measured on. The same for the same seed. Knows nothing of the product.

/** Uniform numbers in [0, 1) from a 32-bit seed (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const vocabularySize = 5000;
const syllables = ['ba', 'ke', 'li', 'mo', 'nu', 'ra', 'se', 'ti', 'vo', 'zu'];

/** Five thousand different words, the common ones short. */
const vocabulary: readonly string[] = Array.from({ length: vocabularySize }, (_, rank) =>
  String(rank)
    .split('')
    .map((digit) => syllables[Number(digit)])
    .join(''),
);

const cumulative = Float64Array.from({ length: vocabularySize });
for (let rank = 0, sum = 0; rank < vocabularySize; rank++) {
  sum += 1 / (rank + 1);
  cumulative[rank] = sum;
}

/** A word by Zipf's law: the one of rank r has a frequency of 1 / r. */
function zipfWord(random: () => number): string {
  const wanted = random() * (cumulative[vocabularySize - 1] ?? 0);
  let low = 0;
  let high = vocabularySize - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return vocabulary[low] ?? '';
}

/** A text with, for each word, its place in the original; -1 for words that are new. */
export interface EditedText {
  readonly text: string;
  readonly words: readonly string[];
  readonly origins: readonly number[];
}

/** `count` edits of one original of `length` words; an edit of a word is a substitution, insertion or deletion alike. */
export function editedTexts(options: {
  readonly count: number;
  readonly length: number;
  /** Edits per word, 0 to 1. */
  readonly rate: number;
  readonly seed: number;
  /** Passages of `movedLength` words that the second text has elsewhere. */
  readonly moves?: number;
}): readonly EditedText[] {
  const random = seededRandom(options.seed);
  const original = Array.from({ length: options.length }, () => zipfWord(random));
  return Array.from({ length: options.count }, (_, sample) => {
    const words: string[] = [];
    const origins: number[] = [];
    const order = sample === 1 ? movedOrder(options.length, options.moves ?? 0, random) : original.keys();
    for (const at of order) {
      const word = original[at] ?? '';
      const edit = random() < options.rate ? Math.floor(random() * 3) : -1;
      if (edit === 2) continue;
      if (edit >= 0) {
        words.push(zipfWord(random));
        origins.push(-1);
      }
      if (edit === 0) continue;
      words.push(word);
      origins.push(at);
    }
    return { text: words.join(' '), words, origins };
  });
}

const movedLength = 12;

/** The places of the original in another order: some passages stand a few hundred words later. */
function movedOrder(length: number, moves: number, random: () => number): readonly number[] {
  const order = Array.from({ length }, (_, at) => at);
  for (let move = 0; move < moves; move++) {
    const from = Math.floor(random() * (length - movedLength));
    const passage = order.splice(from, movedLength);
    order.splice(Math.floor(random() * (order.length + 1)), 0, ...passage);
  }
  return order;
}

/** Texts that have nothing to do with each other but their vocabulary. */
export function unrelatedTexts(options: {
  readonly count: number;
  readonly length: number;
  readonly seed: number;
}): readonly string[] {
  const random = seededRandom(options.seed);
  return Array.from({ length: options.count }, () =>
    Array.from({ length: options.length }, () => zipfWord(random)).join(' '),
  );
}
