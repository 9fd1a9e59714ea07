// What one sample's own tokens say about one fork: how likely the model held what it said there, and how likely what the others said. All on
// bytes, so that samples whose tokens are cut otherwise can be compared. Pure; knows no screen.

import { endByte, type TokenIndex, tokenKind } from '../../response/tokens/tokenIndex.ts';
import { utf8Length } from '../../response/tokens/utf8Places.ts';
import { type Continuation, type ForkWays, type OddsFork, type OddsText, sharedBytes } from './forkWays.ts';
import type { ForkContext, OddsProblem, OddsSample, SampleOdds, Unsaid } from './oddsShapes.ts';
import { areCutAlike, endsWord, endToken, isEqual, rankOf, tokenOver } from './tokenPlaces.ts';

/**
 * The odds of one sample at one fork.
 *
 * What it said: the product of the probabilities of its tokens, from the one that reaches over the first byte of the fork to the one that holds
 * the first byte at which its way is told apart from every other way, or to the one before it where a list or a sample that is cut alike shows that
 * the other ways have another token there (` cat` and ` cats`). White space before a word belongs to its token.
 *
 * What the others said: at each of these tokens, the product of those before it times the sum over its alternatives that go that way: whose bytes
 * are a prefix of what that way's texts go on with, or are begun by that way whole, up to the end of a word. So a way counts in every cut that the
 * list shows of it.
 * An alternative that begins several ways is not that of a way which a sample cut alike goes with another token at this place (the sample
 * itself is one): a model cuts the same bytes the same way. When more than one way is left then, it is undecided.
 */
export function sampleOdds(place: number, context: ForkContext): SampleOdds | undefined {
  const own = context.samples[place];
  if (own === undefined) return undefined;
  const { ways } = context;
  const mine = ways.continuations[ways.continuationOf[own.text] ?? -1];
  return mine && new Walk(own, context.forkBytes[place] ?? -1, mine, context).run();
}

/** A fork with where it stands in the bytes of every sample. */
export function forkContext(
  texts: readonly OddsText[],
  samples: readonly OddsSample[],
  fork: OddsFork,
  ways: ForkWays,
): ForkContext {
  const forkBytes = Int32Array.from(samples, ({ text, place }) => {
    const from = fork.from[text] ?? 0;
    if (from < place.from || from > place.to) return -1;
    return place.byte + utf8Length((texts[text]?.text ?? '').slice(place.from, from));
  });
  return { texts, samples, fork, ways, forkBytes };
}

class Walk {
  readonly #own: OddsSample;
  /** Where the fork stands in its bytes. */
  readonly #fork: number;
  readonly #mine: Continuation;
  readonly #context: ForkContext;
  readonly #odds: Float64Array;
  readonly #ranks: Uint16Array;
  readonly #unsaid: Unsaid[] = [];
  readonly #best: Float64Array;
  #undecided = 0;
  #alternativeMass = 0;

  constructor(own: OddsSample, fork: number, mine: Continuation, context: ForkContext) {
    const { wayCount } = context.ways;
    this.#own = own;
    this.#fork = fork;
    this.#mine = mine;
    this.#context = context;
    this.#odds = new Float64Array(wayCount);
    this.#ranks = new Uint16Array(wayCount);
    this.#best = new Float64Array(wayCount);
  }

  run(): SampleOdds {
    const { index } = this.#own;
    const { told } = this.#mine;
    const fork = this.#fork;
    if (fork < 0) return this.#end(Number.NaN, -1, 'outside');
    if (told === 0) return this.#end(Number.NaN, -1, 'cut');
    // Where the text ends at the fork, the token of the end decides.
    const isEnd = told === 1 && this.#mine.bytes[this.#mine.start] === endByte;
    const first = isEnd ? endToken(index, fork) : tokenOver(index, fork);
    if (first === undefined) return this.#end(Number.NaN, -1, isEnd ? 'end' : 'noToken');
    let log = 0;
    let at = first;
    for (;;) {
      const start = (index.from[at] ?? -1) < 0 ? fork + told - 1 : (index.from[at] as number);
      const problem = problemOf(index, at);
      // A list of the prompt was not drawn from; one of lost bytes stands nowhere.
      if (problem !== 'prompt' && problem !== 'lost') this.#take(at, start, fork, Math.exp(log));
      const logprob = index.logprob[at] ?? Number.NaN;
      if (problem !== undefined) return this.#end(Number.NaN, at, problem);
      const to = (index.from[at] ?? -1) < 0 ? fork + told : (index.to[at] as number);
      log += logprob;
      if (to >= fork + told || this.#isToldByCut(at, fork)) return this.#end(Math.min(1, Math.exp(log)), at);
      const next = this.#nextToken(at, to, fork + told);
      if (next === undefined) return this.#end(Number.NaN, at, to >= index.text.length ? 'end' : 'noToken');
      at = next;
    }
  }

  /** The token that goes on where one ended; behind the last, that of the end. */
  #nextToken(at: number, to: number, until: number): number | undefined {
    const { from, kind } = this.#own.index;
    for (let next = at + 1; next < from.length; next++) {
      if ((from[next] as number) === to) return next;
      if ((from[next] as number) >= 0) return undefined;
      if (kind[next] === tokenKind.special && until === to + 1) return next;
    }
    return undefined;
  }

  /** Gives the alternatives of a token that stands at `start` to the ways. `before`: probability of its own tokens since the fork. */
  #take(at: number, start: number, fork: number, before: number): void {
    const { index } = this.#own;
    const first = index.firstAlternative[at] as number;
    const end = index.firstAlternative[at + 1] as number;
    for (let a = first; a < end; a++) {
      if (a === index.chosen[at]) continue;
      const logprob = index.alternativeLogprob[a] as number;
      const probability = before * Math.exp(logprob);
      this.#alternativeMass += probability;
      const way = this.#wayOf(a, start, fork);
      if (way === 'undecided') this.#undecided += probability;
      else if (way === undefined) this.#unsaid.push({ bytes: this.#bytesFromFork(a, start, fork), probability });
      else {
        this.#odds[way] = (this.#odds[way] as number) + probability;
        if (probability > (this.#best[way] as number)) {
          this.#best[way] = probability;
          this.#ranks[way] = rankOf(index, at, logprob);
        }
      }
    }
  }

  #wayOf(a: number, start: number, fork: number): number | 'undecided' | undefined {
    const { firstByte, bytes } = this.#own.index;
    if (firstByte[a] === firstByte[a + 1]) return 'undecided';
    const going = new Set<number>();
    for (const one of this.#context.ways.continuations) {
      if (!going.has(one.way) && this.#goes(a, one, start, fork)) going.add(one.way);
    }
    if (going.size > 1) {
      // Its own token is another.
      going.delete(this.#mine.way);
      const token = bytes.subarray(firstByte[a], firstByte[a + 1]);
      for (const way of [...going])
        if (going.size > 1 && this.#isCutOtherwise(way, token, start - fork)) going.delete(way);
      if (going.size > 1) return 'undecided';
    }
    const [way] = going;
    return way;
  }

  /** Whether an alternative is a prefix of a continuation, or begins with the whole way and ends a word there. */
  #goes(a: number, one: Continuation, start: number, fork: number): boolean {
    const { bytes, firstByte, text } = this.#own.index;
    const from = firstByte[a] as number;
    const length = (firstByte[a + 1] as number) - from;
    const shift = start - fork;
    if (shift > 0 && sharedBytes(one, this.#mine) < shift) return false;
    // A text that was cut off says nothing of what would have followed.
    if (one.told === 0 || length + shift <= 0) return false;
    const whole = Math.max(one.wayLength, one.told);
    for (let at = 0; at < length; at++) {
      const place = at + shift;
      const wanted = place < 0 ? text[fork + place] : one.bytes[one.start + place];
      if (wanted !== bytes[from + at]) return one.wayLength > 0 && place >= whole && endsWord(bytes, from + at);
    }
    return true;
  }

  /** Whether the ways that go on as this token does have another token in its place: a longer one in its list, or in a sample that is cut alike. */
  #isToldByCut(at: number, fork: number): boolean {
    const { from, to, text, bytes, firstByte, firstAlternative } = this.#own.index;
    const start = from[at] as number;
    if (start < 0) return false;
    const own = text.subarray(start, to[at]);
    const reach = (to[at] as number) - fork;
    return this.#context.ways.continuations.every((one) => {
      if (one.way === this.#mine.way || sharedBytes(one, this.#mine) < reach) return true;
      for (let a = firstAlternative[at] as number; a < (firstAlternative[at + 1] as number); a++) {
        const alternative = bytes.subarray(firstByte[a], firstByte[a + 1]);
        const isLonger = alternative.length > own.length && isEqual(alternative.subarray(0, own.length), own);
        if (isLonger && this.#goes(a, one, start, fork)) return true;
      }
      return this.#isCutOtherwise(one.way, own, start - fork);
    });
  }

  /** Whether samples that are cut alike go this way, and none of them with these bytes as its token at the same distance from the fork. */
  #isCutOtherwise(way: number, token: Uint8Array, shift: number): boolean {
    let isKnown = false;
    for (const [place, other] of this.#context.samples.entries()) {
      if (this.#context.fork.wayOf[other.text] !== way) continue;
      const fork = this.#context.forkBytes[place] ?? -1;
      if (fork < 0 || !areCutAlike(this.#own.index, this.#fork, other.index, fork)) continue;
      const { from, to, text } = other.index;
      const at = tokenOver(other.index, fork + shift);
      if (at === undefined || from[at] !== fork + shift) continue;
      if (isEqual(text.subarray(from[at], to[at]), token)) return false;
      isKnown = true;
    }
    return isKnown;
  }

  #bytesFromFork(a: number, start: number, fork: number): string {
    const { bytes, firstByte, text } = this.#own.index;
    const own = start > fork ? text.subarray(fork, start) : new Uint8Array();
    const skipped = Math.max(0, fork - start);
    const rest = bytes.subarray((firstByte[a] as number) + skipped, firstByte[a + 1]);
    return String.fromCharCode(...own, ...rest);
  }

  #end(own: number, at: number, problem?: OddsProblem): SampleOdds {
    const { index, sample } = this.#own;
    const { way } = this.#mine;
    const isKnown = !Number.isNaN(own);
    const chosen = at < 0 ? -1 : (index.chosen[at] as number);
    const ownRank = chosen < 0 ? 0 : rankOf(index, at, index.alternativeLogprob[chosen] as number);
    if (isKnown) {
      this.#odds[way] = (this.#odds[way] as number) + own;
      this.#ranks[way] = ownRank;
    } else this.#odds[way] = Number.NaN;
    for (let cut = 0; cut < this.#odds.length; cut++) {
      // Nobody who was cut off chose to say nothing more.
      const isTold = this.#context.ways.continuations.some((one) => one.way === cut && one.told > 0);
      if (!isTold) this.#odds[cut] = Number.NaN;
    }
    return {
      sample,
      way,
      own,
      token: at,
      ownRank,
      odds: this.#odds,
      ranks: this.#ranks,
      undecided: this.#undecided,
      unsaid: this.#unsaid,
      listed: Math.min(1, this.#alternativeMass + (isKnown ? own : 0)),
      listCount: at < 0 ? 0 : (index.firstAlternative[at + 1] as number) - (index.firstAlternative[at] as number),
      ...(problem && { problem }),
    };
  }
}

function problemOf({ kind, logprob }: TokenIndex, at: number): OddsProblem | undefined {
  switch (kind[at]) {
    case tokenKind.prompt:
      return 'prompt';
    case tokenKind.afterStop:
      return 'afterStop';
    case tokenKind.lost:
      return 'lost';
    case tokenKind.belowTop:
      return 'belowTop';
    default:
      return Number.isNaN(logprob[at]) ? 'noValue' : undefined;
  }
}
