// How the samples of each response are spread: their lengths on one scale, and how many say the same. Read from the columns of the samples; in steps. Pure.

import type { SampleTable } from '../../response/samples/sampleTable.ts';

/** Bars of each response. */
export const lengthBins = 12;
/** The largest groups of equal answers of each response; what is in none of them is the rest. */
export const mostGroups = 6;

export interface CallShapes {
  /** Shortest and longest output of all, in code points; NaN where none is known. */
  readonly shortest: number;
  readonly longest: number;
  /** By response, `lengthBins` counts. */
  readonly lengths: Uint32Array<ArrayBuffer>;
  /** By response, `mostGroups` sizes, the largest first. */
  readonly groups: Uint32Array<ArrayBuffer>;
}

const stepLength = 20_000;

export function* callShapes(rows: SampleTable, responses: number): Generator<void, CallShapes> {
  let [shortest, longest] = [Number.NaN, Number.NaN];
  for (let position = 0; position < rows.length; position++) {
    const characters = rows.characters(position);
    if (!(characters >= shortest)) shortest = Number.isNaN(characters) ? shortest : characters;
    if (!(characters <= longest)) longest = Number.isNaN(characters) ? longest : characters;
    if (position % stepLength === stepLength - 1) yield;
  }
  const lengths = new Uint32Array(responses * lengthBins);
  const sizes = new Map<number, number>();
  const width = (longest - shortest || 1) / lengthBins;
  for (let position = 0; position < rows.length; position++) {
    const response = rows.response(position);
    if (response < 0 || response >= responses) continue;
    const characters = rows.characters(position);
    if (!Number.isNaN(characters)) {
      const bin = Math.min(lengthBins - 1, Math.floor((characters - shortest) / width));
      const at = response * lengthBins + bin;
      lengths[at] = (lengths[at] ?? 0) + 1;
    }
    const group = rows.group(position);
    const key = response * 4_294_967_296 + group;
    if (group >= 0) sizes.set(key, (sizes.get(key) ?? 0) + 1);
    if (position % stepLength === stepLength - 1) yield;
  }
  const groups = new Uint32Array(responses * mostGroups);
  for (const [key, size] of sizes) addLargest(groups, Math.floor(key / 4_294_967_296) * mostGroups, size);
  return { shortest, longest, lengths, groups };
}

/** Puts a size in its place among the largest, which begin at `from`. */
function addLargest(groups: Uint32Array, from: number, size: number): void {
  let own = size;
  for (let at = from; at < from + mostGroups; at++) {
    const other = groups[at] ?? 0;
    if (own <= other) continue;
    groups[at] = own;
    own = other;
  }
}
