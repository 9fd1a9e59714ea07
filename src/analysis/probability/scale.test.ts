import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { measures } from './measureNames.ts';
import { isUnderlined, scales, stepOf } from './scale.ts';

describe('steps of the scale', () => {
  test('from 0.7 on a token is quiet whatever is measured, and doubt only ever adds steps', () => {
    for (const measure of measures) {
      const { bounds, isLowDoubtful } = scales[measure];
      const sorted = [...bounds].sort((one, other) => (isLowDoubtful ? other - one : one - other));
      expect(bounds).toEqual(sorted);
      const doubtful = isLowDoubtful ? -100 : 100;
      expect(stepOf(measure, doubtful, 0.69)).toBe(6);
      expect(stepOf(measure, doubtful, 0.7)).toBe(0);
      expect(stepOf(measure, undefined, 0.1)).toBe(0);
    }
    expect([0.7, 0.69, 0.6, 0.59, 0.5, 0.49, 0.34, 0.19, 0.1, 0.09].map((p) => stepOf('probability', p, p))).toEqual([
      0, 1, 1, 2, 2, 3, 4, 5, 5, 6,
    ]);
  });

  test('surprisal colours the same tokens as probability does', () => {
    for (let p = 0.01; p < 1; p += 0.01)
      expect(stepOf('surprisal', -Math.log2(p), p) > 0).toBe(stepOf('probability', p, p) > 0);
  });

  test('the underline is the second cue below a half', () => {
    expect([isUnderlined(0.5), isUnderlined(0.499), isUnderlined(undefined)]).toEqual([false, true, false]);
  });
});

type Rgb = readonly [number, number, number];

const css = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8');

function colour(name: string, theme: 'light' | 'dark'): Rgb {
  const [, light, dark] = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css) ?? [];
  const hex = theme === 'light' ? light : dark;
  if (hex === undefined) throw new Error(`No token --${name}`);
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [part(1), part(3), part(5)];
}

const linear = (rgb: Rgb): Rgb =>
  rgb.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as unknown as Rgb;

/** Relative luminance and contrast of WCAG 2.2. */
function contrast(one: Rgb, other: Rgb): number {
  const luminance = (rgb: Rgb): number => {
    const [r, g, b] = linear(rgb);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Lightness and hue (degrees) of Oklab (Ottosson 2020). */
function oklab(rgb: Rgb): { readonly lightness: number; readonly hue: number } {
  const [r, g, b] = linear(rgb);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bee = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    hue: (Math.atan2(bee, a) * 180) / Math.PI,
  };
}

describe.each(['light', 'dark'] as const)('the colours of the scale, %s', (theme) => {
  const steps = [1, 2, 3, 4, 5, 6].map((step) => colour(`prob-${step}`, theme));

  test('text on every step has a contrast of at least 4.5', () => {
    for (const step of steps) expect(contrast(colour('prob-text', theme), step)).toBeGreaterThanOrEqual(4.5);
    // Bars are graphics: 3 (WCAG 1.4.11).
    expect(contrast(colour('prob-mark', theme), colour('bg-0', theme))).toBeGreaterThanOrEqual(3);
  });

  test('one hue, and every step as far from the one before in lightness, away from the surface', () => {
    const lightness = [colour('bg-0', theme), ...steps].map((one) => oklab(one).lightness);
    const differences = lightness.slice(1).map((value, at) => Math.abs(value - (lightness[at] ?? 0)));
    const mean = differences.reduce((sum, one) => sum + one, 0) / differences.length;
    for (const difference of differences) expect(Math.abs(difference - mean)).toBeLessThan(mean * 0.1);
    const sorted = [...lightness].sort((a, b) => (theme === 'light' ? b - a : a - b));
    expect(lightness).toEqual(sorted);
    const hues = steps.map((one) => oklab(one).hue);
    for (const hue of hues) expect(Math.abs(hue - (hues.at(-1) ?? 0))).toBeLessThan(6);
  });
});
