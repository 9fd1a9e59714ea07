// What the previews of many outputs have in common and what is rare in one of them, so that each shows what only it says. Pure.

/** Can be sent between threads. */
export interface SharedPreviews {
  /** What every preview begins with, to a word's end; empty where that is too little to skip. */
  readonly start: string;
  /** The words that many previews have, in lower case: every other one is rare. Absent where nothing stands out. */
  readonly common?: ReadonlySet<string>;
}

export const nothingShared: SharedPreviews = { start: '' };

/** Previews by their place. */
export interface Previews {
  readonly length: number;
  preview(at: number): string;
  /** False where the text goes on behind it. */
  isPreviewWhole(at: number): boolean;
}

/** Previews between two pauses. */
const stepLength = 5_000;

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

/** In steps, between which others may work. */
export function* sharedPreviews(previews: Previews): Generator<void, SharedPreviews> {
  const common = commonWords(previews);
  yield;
  return { start: yield* sharedStart(previews), ...(common && { common }) };
}

/** Where the words stand that few previews have, in one of them from its code unit `from` on. */
export function rareIn(
  { common }: SharedPreviews,
  preview: string,
  from: number,
): readonly { readonly from: number; readonly to: number }[] {
  if (common === undefined) return [];
  return Array.from(preview.matchAll(word), ({ 0: { length }, index }) => ({
    from: index,
    to: index + length,
  })).filter((range) => range.from >= from && !common.has(preview.slice(range.from, range.to).toLowerCase()));
}

function* sharedStart(previews: Previews): Generator<void, string> {
  if (previews.length < 2) return '';
  const first = previews.preview(0);
  let length = first.length;
  let start = first;
  let isAllEqual = true;
  for (let at = 0; at < previews.length; at++) {
    const preview = previews.preview(at);
    length = Math.min(length, preview.length - (previews.isPreviewWhole(at) ? 1 : leastRest));
    if (length < leastStart) return '';
    if (start.length > length) start = first.slice(0, length);
    if (!preview.startsWith(start)) {
      length = equalLength(preview, first, length);
      start = first.slice(0, length);
    }
    isAllEqual &&= preview === first;
    if (at % stepLength === stepLength - 1) yield;
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

function commonWords(previews: Previews): ReadonlySet<string> | undefined {
  if (previews.length < 3) return undefined;
  const step = Math.max(1, previews.length / mostCounted);
  const counts = new Map<string, number>();
  let counted = 0;
  let total = 0;
  for (let at = 0; at < previews.length; at += step) {
    const found = previews.preview(Math.floor(at)).match(word) ?? [];
    counted++;
    total += found.length;
    for (const one of new Set(found.map((text) => text.toLowerCase()))) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const most = Math.max(1, counted * rareShare);
  let rare = 0;
  const common = new Set<string>();
  for (const [text, count] of counts) {
    if (count > most) common.add(text);
    else rare += count;
  }
  return rare > total * mostRare ? undefined : common;
}
