// The similarity of every pair of many texts. Pure and in steps, for a worker. Knows texts; not who wrote them.

import { cutText, type Tokens, tokenKind } from '../align/tokens.ts';
import { runSteps, type StepHooks } from '../steps.ts';
import { WordComparison } from './keptWords.ts';
import { estimatedSimilarity, sketchTexts } from './sketch.ts';

/** Similarities of the different texts among the samples, 0 to 1. */
export interface SimilarityMatrix {
  readonly sampleCount: number;
  /** The samples that have each of the different texts, rising; texts in order of their first sample. */
  readonly samples: readonly (readonly number[])[];
  /** For each sample its text. */
  readonly textOf: Uint32Array;
  /** True when the values are estimates from shared pairs of neighbouring words. */
  readonly isApproximate: boolean;
  /** The pairs of texts: those of text 1 with 0, of text 2 with 0 and 1, and so on. See `pairIndex`. */
  readonly values: Float32Array;
  /** As `values`: the words that both keep. Empty when the values are estimates. */
  readonly kept: Uint32Array;
  /** By text: its number of words. Empty when the values are estimates. */
  readonly words: Uint32Array;
}

/** Up to this many different texts are compared exactly. */
const mostExact = 200;
/** Pairs that are done between two steps. */
const exactStep = 8;
const estimateStep = 100_000;

/** Where the pair of two different texts stands in `values`. */
export function pairIndex(one: number, other: number): number {
  const [less, more] = one < other ? [one, other] : [other, one];
  return (more * (more - 1)) / 2 + less;
}

/** Compares all texts with each other. More different texts than `exactLimit` are compared by estimates. */
export function compareTexts(
  texts: readonly string[],
  hooks: StepHooks = {},
  exactLimit = mostExact,
): SimilarityMatrix {
  return runSteps(compareInSteps(texts, exactLimit), hooks);
}

function* compareInSteps(texts: readonly string[], exactLimit: number): Generator<number, SimilarityMatrix> {
  const textOf = new Uint32Array(texts.length);
  const places = new Map<string, number>();
  const samples: number[][] = [];
  texts.forEach((text, sample) => {
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    textOf[sample] = place;
    const list = samples[place];
    if (list) list.push(sample);
    else samples[place] = [sample];
  });
  const different = [...places.keys()];
  const isApproximate = different.length > exactLimit;
  const compared = isApproximate ? yield* estimate(different) : yield* compare(different);
  return { sampleCount: texts.length, samples, textOf, isApproximate, ...compared };
}

type Compared = Pick<SimilarityMatrix, 'values' | 'kept' | 'words'>;

function* compare(texts: readonly string[]): Generator<number, Compared> {
  const comparison = new WordComparison(texts);
  const { words } = comparison;
  const pairs = (texts.length * (texts.length - 1)) / 2;
  const values = new Float32Array(pairs);
  const kept = new Uint32Array(pairs);
  let pair = 0;
  for (let other = 1; other < texts.length; other++) {
    for (let one = 0; one < other; one++) {
      if (pair % exactStep === 0) yield pair / pairs;
      const count = comparison.kept(one, other);
      const all = (words[one] as number) + (words[other] as number);
      kept[pair] = count;
      values[pair++] = all === 0 ? comparison.similarityOfMarks(one, other) : (2 * count) / all;
    }
  }
  return { values, kept, words: Uint32Array.from(words) };
}

function* estimate(texts: readonly string[]): Generator<number, Compared> {
  const cut: Tokens[] = [];
  for (const [at, text] of texts.entries()) {
    if (at % 20 === 0) yield (0.5 * at) / texts.length;
    cut.push(cutText(text, 'word'));
  }
  const sketches = sketchTexts(cut);
  // Sketches are of words: those without any would all be equal.
  const wordless = texts.filter((_, at) => !cut[at]?.kinds.includes(tokenKind.word));
  const marks = new WordComparison(wordless);
  const placeOf = new Map(wordless.map((text, place) => [text, place]));
  const places = texts.map((text) => placeOf.get(text));
  const pairs = (texts.length * (texts.length - 1)) / 2;
  const values = new Float32Array(pairs);
  let pair = 0;
  for (let other = 1; other < texts.length; other++) {
    for (let one = 0; one < other; one++) {
      if (pair % estimateStep === 0) yield 0.5 + (0.5 * pair) / pairs;
      const [place, otherPlace] = [places[one], places[other]];
      if (place !== undefined && otherPlace !== undefined) values[pair++] = marks.similarityOfMarks(place, otherPlace);
      else if (place !== undefined || otherPlace !== undefined) values[pair++] = 0;
      else values[pair++] = estimatedSimilarity(sketches, one, other);
    }
  }
  return { values, kept: new Uint32Array(0), words: new Uint32Array(0) };
}
