// How often a next token came, held against the probability that the model gave it: a reliability plot (DeGroot and Fienberg, The Statistician 32,
// 1983) over the beginnings that samples share. Pure; knows no request.

import { endByte, type TokenIndex, tokenKind } from '../../response/tokens/tokenIndex.ts';
import { type Interval, wilsonInterval } from './wilson.ts';

export interface ReliabilitySample {
  readonly index: TokenIndex;
  /** Samples with one key answer one prompt, asked in one way. */
  readonly promptKey: string;
}

export interface ReliabilityBin {
  /** Probabilities `[from, to)`; the last bin holds 1 too. */
  readonly from: number;
  readonly to: number;
  /** Tokens that could have come, each once for every sample that stood there; how many came. */
  readonly trials: number;
  readonly came: number;
  /** Mean probability over the trials. */
  readonly expected: number;
  /** `came / trials`, and its 95 % interval (Wilson 1927), as if the trials were independent. */
  readonly observed: number;
  readonly interval: Interval;
}

export interface Reliability {
  /** Those with trials, rising. */
  readonly bins: readonly ReliabilityBin[];
  /** Places at which two or more samples stood, and places left out because a text may end there without a token that says so. */
  readonly places: number;
  readonly leftOut: number;
  readonly samples: number;
}

const binCount = 10;
/** Where the end is likelier than this, what else came is no fair share. */
const mostEnd = 0.01;

interface Standing {
  readonly sample: ReliabilitySample;
  readonly token: number;
}

/**
 * Two samples stand at one place when their answers have the same bytes so far and a token of both begins there. What could have come are the
 * alternatives that the lists of all of them hold: a token that one list holds only because it was chosen would always come. Each is tried once by every
 * sample that stands there, and came where that sample's token has its bytes. A place at which a text may end is left out, as most providers list
 * no token for the end.
 */
export function reliability(samples: readonly ReliabilitySample[]): Reliability {
  const { standing, ends } = places(samples);
  const trials = new Float64Array(binCount);
  const came = new Float64Array(binCount);
  const expected = new Float64Array(binCount);
  let placeCount = 0;
  let leftOut = 0;
  for (const [key, all] of standing) {
    if (all.length < 2) continue;
    if (ends.has(key) || mayEnd(all)) {
      leftOut++;
      continue;
    }
    placeCount++;
    for (const { bytes, probability } of candidates(all)) {
      const bin = Math.min(binCount - 1, Math.floor(probability * binCount));
      trials[bin] = (trials[bin] as number) + all.length;
      expected[bin] = (expected[bin] as number) + all.length * probability;
      for (const one of all) if (ownBytes(one) === bytes) came[bin] = (came[bin] as number) + 1;
    }
  }
  const bins = Array.from(trials, (count, bin): ReliabilityBin => {
    const hits = came[bin] as number;
    return {
      from: bin / binCount,
      to: (bin + 1) / binCount,
      trials: count,
      came: hits,
      expected: (expected[bin] as number) / count,
      observed: hits / count,
      interval: wilsonInterval(hits, count),
    };
  });
  return { bins: bins.filter((one) => one.trials > 0), places: placeCount, leftOut, samples: samples.length };
}

/** All tokens of answers by what stands before them, and the beginnings that are a whole text. */
function places(samples: readonly ReliabilitySample[]): {
  readonly standing: ReadonlyMap<string, readonly Standing[]>;
  readonly ends: ReadonlySet<string>;
} {
  const standing = new Map<string, Standing[]>();
  const ends = new Set<string>();
  for (const sample of samples) {
    const { from, to, kind, text } = sample.index;
    const hash = new PrefixHash(text, sample.promptKey);
    let last = 0;
    for (let token = 0; token < from.length; token++) {
      const start = from[token] as number;
      if (start < 0) continue;
      last = Math.max(last, to[token] as number);
      const key = hash.keyAt(start);
      if (kind[token] === tokenKind.prompt || kind[token] === tokenKind.lost) continue;
      const list = standing.get(key);
      if (list === undefined) standing.set(key, [{ sample, token }]);
      // A token that takes no byte of the text would stand there twice.
      else if (list.at(-1)?.sample !== sample) list.push({ sample, token });
    }
    if (last === text.length) ends.add(hash.keyAt(text.length));
  }
  return { standing, ends };
}

/** Names the beginnings of a text: equal bytes have equal names, and others but for a chance of 2^-64 other ones. */
class PrefixHash {
  readonly #text: Uint8Array;
  readonly #prompt: string;
  #at = 0;
  #high = 0x811c9dc5;
  #low = 0x41c6ce57;

  constructor(text: Uint8Array, prompt: string) {
    this.#text = text;
    this.#prompt = prompt;
  }

  /** Asked for rising places. */
  keyAt(end: number): string {
    for (; this.#at < end; this.#at++) {
      const byte = this.#text[this.#at] as number;
      this.#high = Math.imul(this.#high ^ byte, 0x01000193);
      this.#low = Math.imul(this.#low ^ byte, 0x5f356495) ^ (this.#low >>> 15);
    }
    return `${this.#prompt} ${end} ${this.#high} ${this.#low}`;
  }
}

function mayEnd(all: readonly Standing[]): boolean {
  return all.some(({ sample: { index }, token }) => {
    const { firstAlternative, firstByte, bytes, alternativeLogprob } = index;
    for (let a = firstAlternative[token] as number; a < (firstAlternative[token + 1] as number); a++) {
      const isEnd =
        (firstByte[a + 1] as number) - (firstByte[a] as number) === 1 && bytes[firstByte[a] as number] === endByte;
      if (isEnd && Math.exp(alternativeLogprob[a] as number) > mostEnd) return true;
    }
    return false;
  });
}

/** What all lists at a place hold, with the mean of their probabilities. */
function candidates(all: readonly Standing[]): readonly { readonly bytes: string; readonly probability: number }[] {
  const found = new Map<string, { count: number; sum: number }>();
  for (const { sample, token } of all) {
    const { firstAlternative, firstByte, bytes, alternativeLogprob } = sample.index;
    const seen = new Set<string>();
    for (let a = firstAlternative[token] as number; a < (firstAlternative[token + 1] as number); a++) {
      if (firstByte[a] === firstByte[a + 1]) continue;
      const own = String.fromCharCode(...bytes.subarray(firstByte[a], firstByte[a + 1]));
      if (seen.has(own)) continue;
      seen.add(own);
      const entry = found.get(own) ?? { count: 0, sum: 0 };
      entry.count++;
      entry.sum += Math.min(1, Math.exp(alternativeLogprob[a] as number));
      found.set(own, entry);
    }
  }
  return [...found]
    .filter(([, { count }]) => count === all.length)
    .map(([bytes, { count, sum }]) => ({ bytes, probability: sum / count }));
}

function ownBytes({ sample: { index }, token }: Standing): string {
  return String.fromCharCode(...index.text.subarray(index.from[token], index.to[token]));
}
