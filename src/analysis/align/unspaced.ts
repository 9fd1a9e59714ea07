// Finds words in runs of scripts that put no space between them. Knows text only.

import { extend } from './graphemes.ts';

/** Code units that are looked at together: the engine's segmenter is quadratic on long texts in some versions. */
const chunkLength = 240;
/** Words at the end of a chunk that are looked at again with what follows them. */
const overlap = 2;
const rememberedRuns = 5000;

const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter(undefined, { granularity: 'word' }) : undefined;
const continues = new RegExp(`[${extend}]`, 'vy');
const characters = new RegExp(`[^][${extend}]*`, 'gv');
// Samples of one prompt share most of their text.
const known = new Map<string, readonly number[]>();

/** Where the words of such a run begin, from 0. Without a dictionary in the engine each character is a word. */
export function cutWords(run: string): readonly number[] {
  const before = known.get(run);
  if (before !== undefined) return before;
  const starts = segmenter
    ? segmentInChunks(run, segmenter)
    : Array.from(run.matchAll(characters), ({ index }) => index);
  if (known.size >= rememberedRuns) known.clear();
  if (run.length <= chunkLength) known.set(run, starts);
  return starts;
}

function segmentInChunks(run: string, words: Intl.Segmenter): readonly number[] {
  const starts: number[] = [];
  let from = 0;
  while (from < run.length) {
    const isLast = from + chunkLength >= run.length;
    const to = isLast ? run.length : characterStart(run, from + chunkLength, from);
    const found = Array.from(words.segment(run.slice(from, to)), ({ index }) => from + index);
    const keep = isLast ? found.length : Math.max(1, found.length - overlap);
    for (const start of found.slice(0, keep)) {
      if (start === 0 || !continuesBefore(run, start)) starts.push(start);
    }
    from = isLast ? run.length : (found[keep] ?? to);
  }
  return starts;
}

function continuesBefore(run: string, at: number): boolean {
  continues.lastIndex = at;
  return continues.test(run) || (run.charCodeAt(at) & 0xfc00) === 0xdc00;
}

/** The place at or before `at`, after `least`, where a character begins; `at` itself where there is none. */
function characterStart(run: string, at: number, least: number): number {
  for (let place = at; place > least; place--) if (!continuesBefore(run, place)) return place;
  return at;
}
