import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { compiledKernelFile, kernelFile } from '../../../bin/build/kernel.js';
import { type ResponseKind, responseText } from '../../../e2e/bench/responseText.ts';
import { isSameColumn, isSameTable } from '../../../e2e/fuzz/lawValues.ts';
import { passDisagreement } from '../../../e2e/fuzz/passLaw.ts';
import { seededRandom } from '../../../e2e/seededRandom.ts';
import type { CreateKernel } from '../scanState.ts';
import { spansOf } from '../spans.ts';
import { type StrictResult, startStrictPass } from '../strict.ts';
import { createKernel } from './kernel.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

test('the module is what its sources compile to', async () => {
  expect(readFileSync(kernelFile, 'utf8')).toBe(await compiledKernelFile());
});

/** Where large containers end, as the pass over exactly these bytes has noted it. */
function spansIn(bytes: Uint8Array): readonly (readonly [from: number, to: number, members: number])[] {
  const spans = spansOf(bytes);
  const found: [number, number, number][] = [];
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== 0x5b && bytes[at] !== 0x7b) continue;
    const place = spans?.find(at) ?? -1;
    if (spans && place >= 0) found.push([at, spans.end(place), spans.memberCount(place)]);
  }
  return found;
}

function resultOf(bytes: Uint8Array, depth: number, step: number, create?: CreateKernel): StrictResult {
  const pass = startStrictPass(bytes, { depth, createKernel: create });
  while (!pass.step(step));
  return pass.finish();
}

/** Compares both ways; the slow one is the reference. */
function expectSame(text: string | Uint8Array, depth: number, steps: readonly number[] = [Number.MAX_SAFE_INTEGER]) {
  const bytes = typeof text === 'string' ? bytesOf(text) : text;
  const copy = bytes.slice();
  const slow = resultOf(copy, depth, Number.MAX_SAFE_INTEGER);
  for (const step of steps) {
    const fast = resultOf(bytes, depth, step, createKernel);
    expect(fast.error).toEqual(slow.error);
    expect(fast.findings).toEqual(slow.findings);
    expect(isSameColumn(fast.lines.starts, slow.lines.starts)).toBe(true);
    expect(isSameTable(fast.table, slow.table)).toBe(true);
    expect(spansIn(bytes)).toEqual(spansIn(copy));
  }
  expect(passDisagreement(bytes, steps.at(-1) ?? 1)).toBeUndefined();
  return slow;
}

describe('both ways find the same', () => {
  test.each<ResponseKind>(['without', 'with'])('in a response %s log probabilities', (kind) => {
    const { error } = expectSame(responseText({ bytes: 1_500_000, seed: 4, kind }), 4, [1_000_000, 50_021]);
    expect(error).toBeUndefined();
  });

  test.each<ResponseKind>(['without', 'with'])('in 60 damaged responses %s log probabilities', (kind) => {
    const random = seededRandom(11);
    const whole = bytesOf(responseText({ bytes: 120_000, seed: 5, kind }));
    const pieces = [
      '"',
      '\\',
      '\\ud800',
      '\\u00e9',
      ',',
      '}',
      ']',
      '{"a":1}',
      '[',
      '\n',
      '\r\n',
      ' ',
      '-',
      '0',
      '.5',
      'e9',
      'NaN',
      'é',
      '\u0001',
    ];
    for (let run = 0; run < 60; run++) {
      const bytes = [...whole];
      for (let change = 0; change < 1 + run / 10; change++) {
        const at = Math.floor(random() * bytes.length);
        const piece =
          run % 3 === 0 ? [Math.floor(random() * 256)] : bytesOf(pieces[Math.floor(random() * pieces.length)] ?? '');
        bytes.splice(at, Math.floor(random() * 3), ...piece);
      }
      expectSame(Uint8Array.from(bytes), run % 6, [1 + Math.floor(random() * 5000)]);
    }
  });

  test('in objects of a list whose keys change, repeat, are escaped, long and many', () => {
    const keys = [
      '"a"',
      '"b"',
      '"\\u0061"',
      '"é"',
      `"${'k'.repeat(30)}"`,
      `"${'k'.repeat(31)}"`,
      '"fifteen letters"',
      '"fourteen lette"',
      '""',
    ];
    const random = seededRandom(7);
    const object = (shape: readonly string[]) =>
      `{${shape.map((key) => `${key}:${random() < 0.3 ? '{"a":1}' : '1'}`).join(', ')}}`;
    const shapes = Array.from({ length: 12 }, () =>
      Array.from({ length: 1 + Math.floor(random() * 6) }, () => keys[Math.floor(random() * keys.length)] ?? ''),
    );
    const many = Array.from({ length: 40 }, (_, index) => `"key ${index}"`);
    const items = Array.from({ length: 3000 }, (_, at) => {
      const shape = at % 97 === 0 ? many : (shapes[Math.floor(at / 7) % shapes.length] ?? []);
      return object(random() < 0.1 ? shape.slice(1) : shape);
    });
    const { findings } = expectSame(`[${items.join(',')}]`, 3, [1_000_000, 333]);
    expect(findings.duplicateKeys.total).toBeGreaterThan(100);
  });

  test('in numbers of every length, exact and not', () => {
    const random = seededRandom(9);
    const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
    const numbers = Array.from({ length: 20_000 }, (_, at) => {
      const kind = at % 8;
      if (kind === 0) return String(random() * 2 - 1);
      if (kind === 1) return String(Math.log(random()) * 10 ** Math.floor(random() * 8));
      if (kind === 2) return `0.${'0'.repeat(at % 12)}${digits(1 + (at % 19))}1`;
      if (kind === 3) return `-${1 + (at % 9)}${digits(at % 24)}.${digits(1 + (at % 21))}`;
      if (kind === 4) return `${1 + (at % 9)}${digits(at % 40)}`;
      if (kind === 5) return `${random() * 1e-6}`;
      if (kind === 6) return `${1 + (at % 9)}.${digits(1 + (at % 17))}E${at % 2 ? '-' : '+'}${digits(1 + (at % 3))}`;
      return String(at % 300);
    });
    const { findings } = expectSame(`[${numbers.join(',')}]`, 1, [1_000_000, 4099]);
    expect(findings.inexactNumbers.total).toBeGreaterThan(1000);
  });

  test('where there are more rows and lines than a run has room for', () => {
    expectSame(`[${'1,\n'.repeat(200_000)}{"a":[]}]`, Number.POSITIVE_INFINITY);
    expectSame(`[${'\r\n\r'.repeat(100_000)}1,${' '.repeat(300_000)}2]`, 1);
  });

  test('where there are more levels than the kernel has room for', () => {
    const levels = 3000;
    expectSame(`[1,${'{"a":['.repeat(levels)}${'null,'.repeat(500)}0${']}'.repeat(levels)},[${'2,'.repeat(500)}3]]`, 5);
    expectSame('[{"a":'.repeat(levels), 3000);
  });

  test('where one string, or one key, is longer than what is read at once', () => {
    const long = 'é“x'.repeat(150_000);
    expectSame(`["${long}",{"${long}\\n":1,"b":2},{"${long}\\n":1}]`, 3, [1_000_000, 77_777]);
  });

  test('where every value is something for the slow way', () => {
    expectSame(`[${'NaN,"\\ud800",'.repeat(20_000)}0]${' '.repeat(100)}`, 1);
  });
});

test('nearly all of a response goes the fast way', () => {
  let bytesRead = 0;
  const watched: CreateKernel = (depth, listener) => {
    const kernel = createKernel(depth, listener);
    if (kernel === undefined) return undefined;
    const { run } = kernel;
    kernel.run = (bytes, limit, available, scan, targets) => {
      const from = scan.position;
      const end = run.call(kernel, bytes, limit, available, scan, targets);
      bytesRead += scan.position - from;
      return end;
    };
    return kernel;
  };
  for (const kind of ['without', 'with'] as const) {
    const bytes = bytesOf(responseText({ bytes: 1_000_000, seed: 6, kind }));
    bytesRead = 0;
    resultOf(bytes, 4, 400_000, watched);
    expect(bytesRead).toBeGreaterThan(bytes.length - 200);
  }
});

test('where WebAssembly is refused, the slow way does all of it', async () => {
  class Refused {
    constructor() {
      throw new Error('The policy of the page allows no WebAssembly.');
    }
  }
  vi.stubGlobal('WebAssembly', { Module: Refused });
  vi.resetModules();
  const refused = await import('./kernel.ts');
  const bytes = bytesOf(`[1,2${' '.repeat(200)}]`);
  let asked = 0;
  const pass = startStrictPass(bytes, {
    depth: 1,
    createKernel(depth, listener) {
      asked++;
      const kernel = refused.createKernel(depth, listener);
      expect(kernel).toBeUndefined();
      return kernel;
    },
  });
  expect(pass.finish().table.count).toBe(3);
  expect(asked).toBe(1);
  vi.unstubAllGlobals();
});
