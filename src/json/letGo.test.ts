import { expect, test } from 'vitest';
import { letGo, moved } from './letGo.ts';

/** What Node 20 does not have yet. */
function withTransfer(work: () => void): void {
  const own = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'transfer');
  Object.defineProperty(ArrayBuffer.prototype, 'transfer', {
    configurable: true,
    value(this: ArrayBuffer) {
      return structuredClone(this, { transfer: [this] });
    },
  });
  try {
    work();
  } finally {
    if (own) Object.defineProperty(ArrayBuffer.prototype, 'transfer', own);
    else Reflect.deleteProperty(ArrayBuffer.prototype, 'transfer');
  }
}

test('cells that are let go of are empty, those of others stay', () => {
  withTransfer(() => {
    const [mine, other] = [Uint32Array.of(1, 2), Uint32Array.of(3)];
    letGo(mine);
    expect([mine.length, [...other]]).toEqual([0, [3]]);
  });
});

test('what moves into more room is there as it was', () => {
  withTransfer(() => {
    const cells = Float64Array.of(1, Number.NaN, -0);
    const larger = moved(cells, new Float64Array(4));
    expect([...larger]).toEqual([1, Number.NaN, -0, 0]);
    expect(cells.length).toBe(0);
  });
});

test('where a browser cannot let go of them they move all the same', () => {
  const cells = Uint8Array.of(7);
  const own = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'transfer');
  Object.defineProperty(ArrayBuffer.prototype, 'transfer', { configurable: true, value: undefined });
  try {
    expect([...moved(cells, new Uint8Array(2))]).toEqual([7, 0]);
  } finally {
    if (own) Object.defineProperty(ArrayBuffer.prototype, 'transfer', own);
    else Reflect.deleteProperty(ArrayBuffer.prototype, 'transfer');
  }
});
