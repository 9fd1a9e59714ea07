// Which generations gave the same answer, as the groups of the rows say. Pure; does not compare texts itself.

import type { GenerationRow } from '../response/rows.ts';
import { flagBits } from '../response/samples/sampleColumns.ts';
import type { SampleTable } from '../response/samples/sampleTable.ts';

/** The members of every group of equal answers, without an object for any of them. */
export interface EqualAnswers {
  /** How many groups there are. */
  readonly size: number;
  readonly rows: Pick<SampleTable, 'label'>;
  /** Places of the members in document order; empty for a group that there is not. */
  membersOf(group: number): Uint32Array;
}

const known = new WeakMap<object, EqualAnswers>();

/** Groups in order of appearance; rows in no group, or in none yet, are left out. Worked out once for each table. */
export function equalAnswers(rows: SampleTable): EqualAnswers {
  const before = known.get(rows);
  if (before !== undefined) return before;
  const broken = new Set(rows.positionsWith('flags', flagBits.broken));
  const starts: number[] = [0];
  eachMember(rows, broken, (group) => {
    starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  });
  let size = 0;
  for (let group = 0; group + 1 < starts.length; group++) {
    const count = starts[group + 1] ?? 0;
    if (count > 0) size++;
    starts[group + 1] = (starts[group] ?? 0) + count;
  }
  const members = new Uint32Array(starts.at(-1) ?? 0);
  const next = Uint32Array.from(starts);
  eachMember(rows, broken, (group, position) => {
    const at = next[group] ?? 0;
    members[at] = position;
    next[group] = at + 1;
  });
  const found: EqualAnswers = {
    size,
    rows,
    membersOf: (group) => members.subarray(starts[group] ?? 0, starts[group + 1] ?? 0),
  };
  known.set(rows, found);
  return found;
}

function eachMember(
  rows: SampleTable,
  broken: ReadonlySet<number>,
  visit: (group: number, position: number) => void,
): void {
  for (const { from, cells } of rows.cells('group')) {
    for (let row = 0; row < cells.length; row++) {
      // Held as group + 1.
      const held = cells[row] ?? 0;
      if (held > 0 && !(broken.size > 0 && broken.has(from + row))) visit(held - 1, from + row);
    }
  }
}

const mostNamed = 3;

/**
 * `= #2 #5` for the others with the same answer, `= #2 #5 #6 +12` when there are many; undefined when there is no other. Those that are `shown`
 * beside it are not named.
 */
export function equalSign(
  { position, group }: Pick<GenerationRow, 'position' | 'group'>,
  { rows, membersOf }: EqualAnswers,
  shown?: ReadonlySet<number>,
): string | undefined {
  if (group === undefined) return undefined;
  const members = membersOf(group);
  const labels: string[] = [];
  let count = 0;
  for (const member of members) {
    if (member === position || shown?.has(member)) continue;
    count++;
    if (labels.length < mostNamed) labels.push(rows.label(member));
    else if (shown === undefined) break;
  }
  if (count === 0) return undefined;
  return equalText(labels, shown === undefined ? members.length - 1 : count);
}

/** As `equalSign`, from the labels of the first others, three of which are named, and how many others there are. */
export function equalText(labels: readonly string[], count: number): string {
  const names = labels.slice(0, mostNamed).map(generationName);
  const others = count - names.length;
  return `= ${names.join(' ')}${others > 0 ? ` +${others}` : ''}`;
}

/** Positions of the first member of every group: one of each distinct answer. */
export function oneOfEach({ size, membersOf }: EqualAnswers): readonly number[] {
  const firsts: number[] = [];
  for (let group = 0; firsts.length < size; group++) {
    const [first] = membersOf(group);
    if (first !== undefined) firsts.push(first);
  }
  return firsts;
}

/** `#3`; a label that is a place, such as `data[3]`, stands for itself. */
export function generationName(label: string): string {
  return label.startsWith('data[') ? label : `#${label}`;
}
