// What the previews of many outputs have in common and what is rare in one of them, so that each shows what only it says. Pure.

export interface SharedPreviews {
  /** What every preview begins with, to a word's end; empty where that is too little to skip. */
  readonly start: string;
  /** Where the words stand that few previews have, in one of them from its code unit `from` on. */
  rareIn(preview: string, from: number): readonly { readonly from: number; readonly to: number }[];
}

export interface Preview {
  readonly preview: string;
  /** False where the text goes on behind it. */
  readonly isPreviewWhole: boolean;
}

/** A shorter start is not worth a mark in every row. */
const leastStart = 12;
/** Of a preview that is a part of its text so much must stay, in code units. */
const leastRest = 60;
/** So many previews are looked at for rare words, evenly from all of them. */
const mostCounted = 2000;
/** A word is rare in this part of the previews, and in one of them in any case. */
const rareShare = 0.05;
/** Where more of all words are rare, the texts are just different and nothing stands out. */
const mostRare = 0.4;

// Numbers with their separators, words with their joiners; characters of scripts that put no space between words count one by one.
const word =
  /\p{N}+(?:[.,]\p{N}+)*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}\u200c\u200d]+(?:['’][\p{L}\p{M}]+)*/gu;

export function sharedPreviews(previews: readonly Preview[]): SharedPreviews {
  const counts = countedWords(previews);
  return {
    start: sharedStart(previews),
    rareIn(preview, from) {
      if (counts === undefined) return [];
      return Array.from(preview.matchAll(word), ({ 0: { length }, index }) => ({
        from: index,
        to: index + length,
      })).filter((range) => range.from >= from && counts.isRare(preview.slice(range.from, range.to)));
    },
  };
}

function sharedStart(previews: readonly Preview[]): string {
  const first = previews[0]?.preview ?? '';
  if (previews.length < 2) return '';
  let length = first.length;
  let start = first;
  let isAllEqual = true;
  for (const { preview, isPreviewWhole } of previews) {
    length = Math.min(length, preview.length - (isPreviewWhole ? 1 : leastRest));
    if (length < leastStart) return '';
    if (start.length > length) start = first.slice(0, length);
    if (!preview.startsWith(start)) {
      length = equalLength(preview, first, length);
      start = first.slice(0, length);
    }
    isAllEqual &&= preview === first;
  }
  // Texts that are all the same differ in nothing.
  if (isAllEqual) return '';
  const toWordEnd = /^.*[\s\p{P}]/su.exec(first.slice(0, length))?.[0] ?? '';
  return toWordEnd.length < leastStart ? '' : toWordEnd;
}

/** How many code units two texts begin with alike, at most `most`. */
function equalLength(one: string, other: string, most: number): number {
  let length = 0;
  while (length < most && one[length] === other[length]) length++;
  return length;
}

function countedWords(previews: readonly Preview[]): { isRare(word: string): boolean } | undefined {
  if (previews.length < 3) return undefined;
  const step = Math.max(1, previews.length / mostCounted);
  const counts = new Map<string, number>();
  let counted = 0;
  let total = 0;
  for (let at = 0; at < previews.length; at += step) {
    const found = previews[Math.floor(at)]?.preview.match(word) ?? [];
    counted++;
    total += found.length;
    for (const one of new Set(found.map((text) => text.toLowerCase()))) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const most = Math.max(1, counted * rareShare);
  let rare = 0;
  for (const count of counts.values()) if (count <= most) rare += count;
  if (rare > total * mostRare) return undefined;
  return { isRare: (text) => (counts.get(text.toLowerCase()) ?? 0) <= most };
}
