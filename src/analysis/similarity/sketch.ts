// Estimates the similarity of many texts from small sketches of their pairs of neighbouring words (one permutation
// hashing: P. Li, A. Owen, C.-H. Zhang 2012; empty bins filled after A. Shrivastava 2017). Knows texts only.

import type { Tokens } from '../align/tokens.ts';
import { tokenKind } from '../align/tokens.ts';

/** Hashes per text; the estimate of a share is right to about 0.04. */
const bins = 256;
/** Of each hash two bits are kept, sixteen hashes to a number (b-bit minwise hashing: P. Li, A. C. König 2010). */
const numbersPerText = bins / 16;

/** Sketches of all texts, one after the other. */
export function sketchTexts(texts: readonly Tokens[]): Int32Array {
  const sketches = new Int32Array(texts.length * numbersPerText);
  const least = new Uint32Array(bins);
  texts.forEach((tokens, at) => {
    least.fill(empty);
    hashPairs(tokens, least);
    fillEmpty(least);
    const from = at * numbersPerText;
    for (let bin = 0; bin < bins; bin++) {
      const number = from + (bin >> 4);
      // With its bin: a short text has the same few hashes in all bins, and must not be equal to another by one chance.
      const bits = mix((least[bin] as number) ^ Math.imul(bin, 0x9e3779b1)) & 3;
      sketches[number] = (sketches[number] as number) | (bits << (2 * (bin & 15)));
    }
  });
  return sketches;
}

const empty = 0xffffffff;

/** The least hash of the pairs of neighbouring words in each bin. */
function hashPairs({ text, starts, kinds, count }: Tokens, least: Uint32Array): void {
  let before = 0x9e3779b9;
  for (let at = 0; at < count; at++) {
    if (kinds[at] !== tokenKind.word) continue;
    let hash = 0x811c9dc5;
    const end = starts[at + 1] as number;
    for (let unit = starts[at] as number; unit < end; unit++)
      hash = Math.imul(hash ^ text.charCodeAt(unit), 0x01000193);
    const pair = mix(Math.imul(before, 0x85ebca6b) ^ hash);
    before = mix(hash);
    const bin = pair & (bins - 1);
    const value = pair >>> 8;
    if (value < (least[bin] as number)) least[bin] = value;
  }
}

/** Empty bins take the value of another one, chosen the same way in all sketches. */
function fillEmpty(least: Uint32Array): void {
  const filled = least.slice();
  if (filled.every((value) => value === empty)) return;
  for (let bin = 0; bin < bins; bin++) {
    if (filled[bin] !== empty) continue;
    let other = bin;
    for (let attempt = 1; filled[other] === empty; attempt++) other = mix(bin * 0x9e3779b1 + attempt) & (bins - 1);
    least[bin] = filled[other] as number;
  }
}

function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x7feb352d);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The estimated similarity of two of the sketched texts, 0 to 1. */
export function estimatedSimilarity(sketches: Int32Array, one: number, other: number): number {
  const fromOne = one * numbersPerText;
  const fromOther = other * numbersPerText;
  let different = 0;
  for (let at = 0; at < numbersPerText; at++) {
    const bits = (sketches[fromOne + at] as number) ^ (sketches[fromOther + at] as number);
    let fields = (bits | (bits >>> 1)) & 0x55555555;
    fields = (fields & 0x33333333) + ((fields >>> 2) & 0x33333333);
    fields = (fields + (fields >>> 4)) & 0x0f0f0f0f;
    different += Math.imul(fields, 0x01010101) >>> 24;
  }
  return similarityOf[different] as number;
}

/**
 * By different bins. Of different hashes a quarter have the same two bits. The equal part is that of all different pairs
 * of words which both texts have; as many words are kept as pairs when passages were replaced, and the square root of
 * that when single words were: the estimate lies between.
 */
const similarityOf = Float64Array.from({ length: bins + 1 }, (_, different) => {
  const share = Math.max(0, 1 - different / bins / 0.75);
  return ((2 * share) / (1 + share)) ** 0.6;
});
