// How large a source may be, known before a byte of it is read. Knows no form of input.

/**
 * A source is read into one buffer, whose places are 32-bit numbers without a sign. Buffers end later: Chromium's at 8 GiB, and it reads as
 * much from a file.
 */
const largestBytes = 2 ** 32 - 1;

/** From this on a browser says no more of the device's memory (Device Memory API), which may be far more. */
const mostToldGB = 8;
/** A document needs about twice its bytes while it is read. */
const timesBytes = 2;

export interface SizeLimit {
  readonly bytes: number;
  /** Gigabytes of memory that the device has, where that is what limits. */
  readonly deviceGB?: number;
}

/** `deviceGB`: what the browser tells of the device's memory; undefined where it tells nothing. */
export function sizeLimit(deviceGB: number | undefined): SizeLimit {
  if (deviceGB === undefined || deviceGB >= mostToldGB) return { bytes: largestBytes };
  return { bytes: Math.min(largestBytes, (deviceGB * 1e9) / timesBytes), deviceGB };
}

/** What holds for this device. */
export function ownSizeLimit(): SizeLimit {
  return sizeLimit((globalThis.navigator as { readonly deviceMemory?: number } | undefined)?.deviceMemory);
}
