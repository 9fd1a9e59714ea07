// How likely one of k samples passes. Pure.

import { type Interval, wilsonInterval } from '../probability/wilson.ts';

export interface PassAtK {
  readonly k: number;
  readonly estimate: number;
  /** 95 %. */
  readonly interval: Interval;
}

/**
 * pass@k = 1 − C(n − c, k) / C(n, k) for c of n samples that pass and k ≤ n, without bias (Chen et al., arXiv 2107.03374), as the product
 * that the paper computes: 1 − Π (1 − k / i) for i from n − c + 1 to n.
 */
export function passAtK(n: number, c: number, k: number): number {
  if (n - c < k) return 1;
  let none = 1;
  for (let i = n - c + 1; i <= n; i++) none *= 1 - k / i;
  return 1 - none;
}

/**
 * pass@k with its 95 % interval: the ends p of Wilson's interval of c / n, as 1 − (1 − p)^k. That function rises with p, so that the interval
 * covers as often as Wilson's does; drawing samples anew (bootstrap) would give an interval without width where none or all pass. Widened to
 * the estimate where that, which draws without putting back, lies beyond.
 */
export function passInterval(n: number, c: number, k: number): PassAtK {
  const estimate = passAtK(n, c, k);
  const { from, to } = wilsonInterval(c, n);
  const any = (p: number): number => 1 - (1 - p) ** k;
  return { k, estimate, interval: { from: Math.min(estimate, any(from)), to: Math.max(estimate, any(to)) } };
}

const steps = [1, 2, 3, 4, 5, 8, 10, 16, 20, 25, 32, 50, 64, 100, 128, 200, 256, 500, 512, 1000, 2000, 5000];

/** Every k up to 8 samples, above that those that people name, and n. */
export function ksOf(n: number): readonly number[] {
  if (n <= 8) return Array.from({ length: n }, (_, at) => at + 1);
  return [...new Set([...steps.filter((k) => k < n), n])];
}
