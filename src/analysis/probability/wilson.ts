// The interval of a share that was counted. Pure.

export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** The quantile of the normal distribution for 95 %, both ends. */
const z = 1.959963984540054;

/**
 * The 95 % score interval of a share after `count` of `total` (E. B. Wilson, Journal of the American Statistical Association 22, 1927): it
 * stays within 0 and 1, and says something where none or all of a few agree. 0 to 1 where nothing was counted.
 */
export function wilsonInterval(count: number, total: number): Interval {
  if (total === 0) return { from: 0, to: 1 };
  const share = count / total;
  const scale = 1 + z ** 2 / total;
  const centre = (share + z ** 2 / (2 * total)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / total + z ** 2 / (4 * total ** 2));
  // Exactly 0 and 1 at the ends, where rounding would leave a little.
  return { from: count === 0 ? 0 : centre - half, to: count === total ? 1 : centre + half };
}
