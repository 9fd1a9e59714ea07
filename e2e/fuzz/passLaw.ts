// The law of the strict pass on WebAssembly, and of one over a text that arrives piece by piece: on any bytes, in steps of any size, they find what the
// pass in TypeScript finds over the whole.

import { createKernel } from '../../src/json/kernel/kernel.ts';
import { type StrictResult, startStrictPass, strictPass } from '../../src/json/strict.ts';
import { isSameColumn, isSameTable } from './lawValues.ts';

/** Bytes that a run of the kernel leaves to the slow way, so that it reads all of what stands before. */
const leftOver = 80;

/** In what they differ; undefined where they do not. */
export function passDisagreement(text: Uint8Array, budget: number): string | undefined {
  const bytes = new Uint8Array(text.length + leftOver).fill(0x20);
  bytes.set(text);
  for (const depth of [0, 2, Number.POSITIVE_INFINITY]) {
    const whole = strictPass(bytes, { depth });
    for (const create of [createKernel, undefined]) {
      for (const step of [budget, bytes.length]) {
        const pass = startStrictPass(bytes, { depth, createKernel: create });
        while (!pass.step(step));
        const difference = differenceOf(pass.finish(), whole);
        if (difference) return `${difference} in steps of ${step}${create ? ' of the kernel' : ''}`;
      }
      const difference = differenceOf(arriving(bytes, depth, 4 * budget, create), whole);
      if (difference) return `${difference} as it arrives${create ? ', with the kernel' : ''}`;
    }
  }
  return undefined;
}

function arriving(bytes: Uint8Array, depth: number, piece: number, create?: typeof createKernel): StrictResult {
  const there = new Uint8Array(bytes.length);
  there.set(bytes.subarray(0, piece));
  const pass = startStrictPass(there, { depth, createKernel: create });
  for (let at = piece; at < bytes.length; at += piece) {
    pass.step(bytes.length, at);
    there.set(bytes.subarray(at, at + piece), at);
  }
  return pass.finish();
}

function differenceOf(one: StrictResult, other: StrictResult): string | undefined {
  const { table, lines, ...rest } = one;
  const { table: otherTable, lines: otherLines, ...otherRest } = other;
  if (!isSameTable(table, otherTable)) return 'another table';
  if (!isSameColumn(lines.starts, otherLines.starts)) return 'other lines';
  return JSON.stringify(rest) === JSON.stringify(otherRest) ? undefined : 'another error or other findings';
}
