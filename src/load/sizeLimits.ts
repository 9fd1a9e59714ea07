// How large a source may be. Knows no form of input.

/** A source is read into one buffer. */
export const largestBytes = 1_000_000_000;
