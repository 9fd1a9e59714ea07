// Groups of equal answers as columns: their sizes, and the first members of each, which is all that a row says of its group. Pure.

import type { SampleTable } from '../../response/samples/sampleTable.ts';
import type { EqualGroups } from './orderRequest.ts';

const stepLength = 10_000;
/** Members of a group that are named at most, and one that may be the row itself. */
const mostMembers = 4;

/** Of rows 0 to `count`; a row in no group, or that the text breaks off in, is left out. */
export function* equalGroups(rows: SampleTable, count: number): Generator<void, EqualGroups> {
  let groupCount = 0;
  for (let position = 0; position < count; position++) groupCount = Math.max(groupCount, rows.group(position) + 1);
  const sizes = new Uint32Array(groupCount);
  for (let position = 0; position < count; position++) {
    const group = rows.group(position);
    if (group >= 0 && !rows.isBroken(position)) sizes[group] = (sizes[group] ?? 0) + 1;
    if (position % stepLength === stepLength - 1) yield;
  }
  const groups = Uint32Array.from(sizes.keys()).filter((group) => (sizes[group] ?? 0) > 1);
  const placeOf = new Int32Array(groupCount).fill(-1);
  for (const [place, group] of groups.entries()) placeOf[group] = place;
  const members = new Uint32Array(groups.length * mostMembers);
  const taken = new Uint8Array(groups.length);
  for (let position = 0; position < count; position++) {
    if (position % stepLength === stepLength - 1) yield;
    const place = placeOf[rows.group(position)] ?? -1;
    const next = taken[place] ?? mostMembers;
    if (next >= mostMembers || rows.isBroken(position)) continue;
    members.fill(position, place * mostMembers + next, (place + 1) * mostMembers);
    taken[place] = next + 1;
  }
  return { groups, sizes: groups.map((group) => sizes[group] ?? 0), members };
}

/** The first members of a row's group, at most four, and how many it has; undefined for the only one of its group. */
export function equalTo(
  { groups, sizes, members }: EqualGroups,
  group: number | undefined,
): { readonly first: readonly number[]; readonly count: number } | undefined {
  const place = group === undefined ? -1 : placeOf(groups, group);
  if (place < 0) return undefined;
  const first = new Set(members.subarray(place * mostMembers, (place + 1) * mostMembers));
  return { first: [...first], count: sizes[place] ?? 0 };
}

function placeOf(sorted: Uint32Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value ? low : -1;
}
