// The shapes of the odds of one sample at one fork. Types only.

import type { TokenIndex } from '../../response/tokens/tokenIndex.ts';
import type { ForkWays, OddsFork, OddsText } from './forkWays.ts';

/** A sample whose choice lists tokens. */
export interface OddsSample {
  /** Its place among the samples. */
  readonly sample: number;
  /** Its place among the different texts. */
  readonly text: number;
  readonly index: TokenIndex;
  /** Code units `[from, to)` of its text are those that stand at byte `byte` of the choice's text and after it. */
  readonly place: { readonly from: number; readonly to: number; readonly byte: number };
}

/** A fork with all that it is looked at in. */
export interface ForkContext {
  readonly texts: readonly OddsText[];
  readonly samples: readonly OddsSample[];
  readonly fork: OddsFork;
  readonly ways: ForkWays;
  /** By place in `samples`: where the fork stands in the bytes of its choice; -1 where the choice does not hold that part of the text. */
  readonly forkBytes: Int32Array;
}

/**
 * Why there are no odds of a sample at a fork. `outside`: the fork is not in the part of the text that the choice holds. `noToken`: no listed token
 * reaches over it. `end`: the text ends there and the provider lists nothing for the end. `cut`: the text was cut off before its way is told apart.
 * The others as in `tokenKind`.
 */
export type OddsProblem =
  | 'outside'
  | 'noToken'
  | 'end'
  | 'cut'
  | 'noValue'
  | 'belowTop'
  | 'prompt'
  | 'afterStop'
  | 'lost';

/** What a list gives that goes none of the known ways. */
export interface Unsaid {
  /** Bytes from the fork on, as a string of bytes. */
  readonly bytes: string;
  readonly probability: number;
}

export interface SampleOdds {
  readonly sample: number;
  /** The way that it went. */
  readonly way: number;
  /** Product over its own tokens to the one that tells its way from all others; NaN where that is not known. */
  readonly own: number;
  /** Its last token in these odds, which decides; -1 without any. */
  readonly token: number;
  /** Rank of that token in its list, from 1; 0 where it is not listed. */
  readonly ownRank: number;
  /**
   * By way: what its list gives to it; of its own way `own` and the other cuts of the same bytes that are listed. NaN for a way of texts that were cut
   * off before they are told apart, and for its own where `own` is.
   */
  readonly odds: Float64Array;
  /** By way: the rank of the likeliest alternative that goes it, from 1; 0 where none is in the list. */
  readonly ranks: Uint16Array;
  /** Alternatives that begin several ways, or whose bytes are lost: more for one of the ways, but not known for which. */
  readonly undecided: number;
  readonly unsaid: readonly Unsaid[];
  /** The mass that the lists show: its own token's, and all alternatives'. */
  readonly listed: number;
  /** Alternatives in the list of the deciding token; 0 where none are listed. */
  readonly listCount: number;
  readonly problem?: OddsProblem;
}
