// Samples of every form, damaged: bytes changed, cut out, put in, doubled, and two samples run together. Each is opened or refused, soon, with a way back
// that stays within what was brought. The same for the same seed.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { originsText } from '../../src/intake/origins.ts';
import { takeIn } from '../../src/intake/pipeline.ts';
import { seededRandom } from '../seededRandom.ts';

const folder = 'e2e/fixtures/forms';
/** Larger samples take long and have no other forms. */
const largest = 20_000;
const scripts = /\.(?:py|js|mjs|sh)$/;

export interface DamageRun {
  readonly opened: number;
  readonly refused: number;
  readonly slowestMs: number;
}

/** Throws, with the sample and the number of the run, where one is read with an exception or leads outside. */
export async function runDamagedForms({
  runs,
  seed,
}: {
  readonly runs: number;
  readonly seed: number;
}): Promise<DamageRun> {
  const samples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => !scripts.test(path) && statSync(path).isFile() && statSync(path).size <= largest)
    .map((path) => ({ path, bytes: new Uint8Array(readFileSync(path)) }));
  let opened = 0;
  let slowestMs = 0;
  for (let run = 0; run < runs; run++) {
    const random = seededRandom(seed + run);
    const { path, bytes } = pick(samples, random);
    const damaged = damage(bytes, pick(samples, random).bytes, random);
    const start = performance.now();
    try {
      const taken = await takeIn(damaged);
      if (taken !== undefined && !taken.isRefused) {
        opened++;
        const { length } = originsText(taken.origins);
        for (const place of [0, taken.bytes.length >> 1, taken.bytes.length]) {
          const { from, to } = taken.map.toOrigin(place, Math.min(place + 20, taken.bytes.length));
          if (from > to || to > length) throw new Error(`Byte ${place} leads to ${from} to ${to} of ${length}`);
        }
      }
    } catch (reason) {
      throw new Error(`${path}, run ${run} of seed ${seed}`, { cause: reason });
    }
    slowestMs = Math.max(slowestMs, performance.now() - start);
  }
  return { opened, refused: runs - opened, slowestMs };
}

function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)] as T;
}

function damage(bytes: Uint8Array, other: Uint8Array, random: () => number): Uint8Array<ArrayBuffer> {
  let text: number[] = Array.from(bytes);
  for (let count = 1 + Math.floor(random() * 3); count > 0; count--) {
    const at = Math.floor(random() * (text.length + 1));
    const end = Math.min(text.length, at + Math.ceil(random() ** 3 * text.length));
    const way = Math.floor(random() * 6);
    if (way === 0) text[at] = Math.floor(random() * 256);
    else if (way === 1) text = [...text.slice(0, at), ...text.slice(end)];
    else if (way === 2) text = text.slice(0, at);
    else if (way === 3) text = [...text.slice(0, end), ...text.slice(at)];
    else if (way === 4) text.splice(at, 0, pick(marks, random));
    else text = [...text.slice(0, at), ...other.slice(Math.floor(random() * other.length))];
  }
  return Uint8Array.from(text);
}

const marks = Array.from('{}[]"\',:\\\n\r\0 N0-', (mark) => mark.charCodeAt(0));
