// The lines of a list of parts by their number, without a line per part; and which pages of parts a view of it needs. Pure.

import type { PartCounts, PartKind } from '../../response/generationParts.ts';

export interface PartPlace {
  readonly kind: PartKind;
  readonly at: number;
}

/** A part by its kind and number; or the head of the parts of a kind, and what is said where there are none. */
export type PartLine =
  | PartPlace
  | { readonly kind: 'head'; readonly of: PartKind }
  | { readonly kind: 'none'; readonly of: PartKind };

export interface PartLines {
  readonly count: number;
  lineAt(line: number): PartLine;
}

/** Parts per page. */
const pageSize = 50;

/** The parts of one kind. */
export function linesOfKind(kind: PartKind, counts: PartCounts): PartLines {
  return { count: counts[kind], lineAt: (at) => ({ kind, at }) };
}

/** A head for each kind and its parts below, or one line that says that there are none. */
export function linesOfKinds(kinds: readonly PartKind[], counts: PartCounts): PartLines {
  const groups = kinds.map((kind) => ({ kind, size: 1 + Math.max(1, counts[kind]) }));
  return {
    count: groups.reduce((sum, { size }) => sum + size, 0),
    lineAt(line) {
      let left = line;
      for (const { kind, size } of groups) {
        if (left === 0) return { kind: 'head', of: kind };
        if (left < size) return counts[kind] === 0 ? { kind: 'none', of: kind } : { kind, at: left - 1 };
        left -= size;
      }
      return { kind: 'none', of: kinds.at(-1) ?? 'inputs' };
    },
  };
}

export interface PartPage {
  readonly kind: PartKind;
  readonly from: number;
  readonly count: number;
}

/** The pages that hold the parts of these lines, in order. */
export function partPages(lines: PartLines, shown: readonly number[]): readonly PartPage[] {
  const pages = new Map<string, PartPage>();
  for (const place of shown) {
    if (place >= lines.count) continue;
    const line = lines.lineAt(place);
    if (line.kind === 'head' || line.kind === 'none') continue;
    const from = Math.floor(line.at / pageSize) * pageSize;
    pages.set(`${line.kind} ${from}`, { kind: line.kind, from, count: pageSize });
  }
  return [...pages.values()];
}
