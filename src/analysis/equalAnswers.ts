// Which generations gave the same answer, as the groups of the rows say. Pure; does not compare texts itself.

import type { GenerationRow } from '../response/rows.ts';

export type EqualAnswers = ReadonlyMap<number, readonly GenerationRow[]>;

/** No output at all, or null, and nothing beside it: such a generation is in no group, because it gave no answer. */
export function hasNoAnswer({ outputKind, toolCallCount, group, isChecked }: GenerationRow): boolean {
  const isAbsent = outputKind === 'missing' || outputKind === 'null';
  return isAbsent && toolCallCount === 0 && group === undefined && isChecked;
}

/** Members by group, groups in order of appearance; rows in no group, or in none yet, are left out. */
export function equalAnswers(rows: readonly GenerationRow[]): EqualAnswers {
  const groups = new Map<number, GenerationRow[]>();
  for (const row of rows) {
    if (row.group === undefined || row.isBroken) continue;
    const members = groups.get(row.group);
    if (members) members.push(row);
    else groups.set(row.group, [row]);
  }
  return groups;
}

const mostNamed = 3;

/** `= #2 #5` for the others with the same answer, `= #2 #5 #6 +12` when there are many; undefined when it is the only one. */
export function equalSign(row: GenerationRow, groups: EqualAnswers): string | undefined {
  const members = row.group === undefined ? undefined : groups.get(row.group);
  if (members === undefined || members.length < 2) return undefined;
  const named = members.slice(0, mostNamed + 1).filter((member) => member.position !== row.position);
  return equalText(
    named.map((member) => member.label),
    members.length - 1,
  );
}

/** As `equalSign`, from the labels of the first others, three of which are named, and how many others there are. */
export function equalText(labels: readonly string[], count: number): string {
  const names = labels.slice(0, mostNamed).map(generationName);
  const others = count - names.length;
  return `= ${names.join(' ')}${others > 0 ? ` +${others}` : ''}`;
}

/** Positions of the first member of every group: one of each distinct answer. */
export function oneOfEach(groups: EqualAnswers): readonly number[] {
  return [...groups.values()].flatMap(([first]) => (first === undefined ? [] : [first.position]));
}

/** `#3`; a label that is a place, such as `data[3]`, stands for itself. */
export function generationName(label: string): string {
  return label.startsWith('data[') ? label : `#${label}`;
}
