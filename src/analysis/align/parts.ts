// Parts of rows, and which of them are equal: equal ones are aligned once. Knows numbers only.

/** Part of a row; equal parts of other rows are its members. An item at `at` is at `at + shift` in a member's row. */
export interface Part {
  readonly items: Int32Array;
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly members: readonly Member[];
  /** The place of a consensus from which on it may stand. */
  readonly since: number;
}

interface Member {
  readonly row: number;
  readonly shift: number;
}

/** The items of a part. */
export function itemsOf({ items, from, to }: Part): Int32Array {
  return items.subarray(from, to);
}

/** A smaller part of a part, `[from, to)` in its row. */
export function partOf({ items, weight, members }: Part, from: number, to: number, since: number): Part {
  return { items, from, to, weight, members, since };
}

/** Those of most samples first. */
export function byWeight(groups: readonly Part[]): readonly Part[] {
  return [...groups].sort((one, other) => other.weight - one.weight);
}

/** Parts without equals, in order of first occurrence. */
export function mergeEqual(parts: readonly Part[]): readonly Part[] {
  if (parts.length < 2) return parts;
  const byHash = new Map<number, Part[]>();
  const groups: Part[] = [];
  const placeOf = new Map<Part, number>();
  for (const part of parts) {
    const hash = hashOf(part);
    const same = byHash.get(hash);
    const equal = same?.find((other) => isEqual(other, part));
    if (equal === undefined) {
      if (same) same.push(part);
      else byHash.set(hash, [part]);
      placeOf.set(part, groups.length);
      groups.push(part);
      continue;
    }
    const place = placeOf.get(equal) as number;
    const before = groups[place] as Part;
    const moved = part.members.map(({ row, shift }) => ({ row, shift: shift + part.from - equal.from }));
    groups[place] = {
      ...before,
      weight: before.weight + part.weight,
      members: before.members.concat(moved),
      since: Math.max(before.since, part.since),
    };
  }
  return groups;
}

function hashOf({ items, from, to }: Part): number {
  let hash = to - from;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (items[at] as number), 0x5bd1e995) ^ (hash >>> 15);
  return hash;
}

function isEqual(one: Part, other: Part): boolean {
  if (one.to - one.from !== other.to - other.from) return false;
  for (let at = one.from; at < one.to; at++) {
    if (one.items[at] !== other.items[other.from + at - one.from]) return false;
  }
  return true;
}
