// The law of the strict pass on WebAssembly: on any bytes, in steps of any size, it finds what the pass in TypeScript finds.

import { createKernel } from '../../src/json/kernel/kernel.ts';
import { startStrictPass, strictPass } from '../../src/json/strict.ts';
import { isSameColumn, isSameTable } from './lawValues.ts';

/** Bytes that a run of the kernel leaves to the slow way, so that it reads all of what stands before. */
const leftOver = 80;

/** In what both ways differ; undefined where they do not. */
export function kernelDisagreement(text: Uint8Array, budget: number): string | undefined {
  const bytes = new Uint8Array(text.length + leftOver).fill(0x20);
  bytes.set(text);
  for (const depth of [0, 2, Number.POSITIVE_INFINITY]) {
    const slow = strictPass(bytes, { depth });
    for (const step of [budget, bytes.length]) {
      const pass = startStrictPass(bytes, { depth, createKernel });
      while (!pass.step(step));
      const fast = pass.finish();
      const { table: _, lines: __, ...rest } = fast;
      const { table: ___, lines: ____, ...slowRest } = slow;
      if (!isSameTable(fast.table, slow.table)) return 'table';
      if (!isSameColumn(fast.lines.starts, slow.lines.starts)) return 'lines';
      if (JSON.stringify(rest) !== JSON.stringify(slowRest)) return 'error or findings';
    }
  }
  return undefined;
}
