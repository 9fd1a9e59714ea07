import { describe, expect, test } from 'vitest';
import { leastZoom, mostZoom, zoomStep } from './zoom.ts';

describe('steps of the zoom', () => {
  test('stop at 100 % on the way past it', () => {
    expect(zoomStep(0.9, 1)).toBe(1);
    expect(zoomStep(1.1, -1)).toBe(1);
    expect(zoomStep(1, 1)).toBe(1.25);
    expect(zoomStep(1, -1)).toBe(0.8);
  });

  test('never go beyond the ends', () => {
    expect(zoomStep(mostZoom, 1)).toBe(mostZoom);
    expect(zoomStep(leastZoom, -1)).toBe(leastZoom);
  });
});
