// The lines of the list of issues, by number: equal checks as one line that opens, and the notes as one line while there is something worse. A line is
// made when it is looked at. Pure.

import { checkTitles } from '../../response/checks/titles.ts';
import { generationName } from '../../response/generationNames.ts';
import { type IssueGroup, mostFirst } from '../../response/issues/issueColumns.ts';
import type { IssueTable } from '../../response/issues/issueTable.ts';
import type { Severity } from '../../response/model.ts';
import { formatCount, listPhrase, plural } from '../../words/numbers.ts';
import { type Named, placeText } from './placeText.ts';

export interface FindingLine {
  readonly kind: 'finding';
  /** Unique in the list, the same whatever is folded. */
  readonly key: string;
  /** From 1. */
  readonly level: number;
  /** Number of the issue in the table. */
  readonly n: number;
}

export interface GroupLine {
  readonly kind: 'group';
  readonly key: string;
  readonly level: number;
  readonly isOpen: boolean;
  readonly severity: Severity;
  /** Of one check, or of all checks whose notes are folded. */
  readonly groups: readonly IssueGroup[];
  /** Number of the first of its issues. */
  readonly n: number;
}

export type IssueLine = FindingLine | GroupLine;

/** Key of the line that all notes are folded into. */
const notesKey = 'notes';

/** Lines that follow each other: the line of a group where it has one, then its findings where they are listed. */
interface Stretch {
  readonly at: number;
  readonly size: number;
  readonly head: GroupLine | undefined;
  /** The group of its findings; undefined where it has none. */
  readonly group: IssueGroup | undefined;
  /** Of its findings. */
  readonly level: number;
}

export class IssueLines {
  readonly length: number;
  readonly #stretches: readonly Stretch[];

  constructor(stretches: readonly Stretch[]) {
    const last = stretches.at(-1);
    this.length = last === undefined ? 0 : last.at + last.size;
    this.#stretches = stretches;
  }

  at(index: number): IssueLine | undefined {
    const stretch = this.#stretches.find(({ at, size }) => index >= at && index < at + size);
    if (stretch === undefined) return undefined;
    const { at, head, group, level } = stretch;
    if (head !== undefined && index === at) return head;
    const place = index - at - (head === undefined ? 0 : 1);
    return group && { kind: 'finding', key: `${group.check} ${place}`, level, n: group.from + place };
  }

  /** Index of the line that stands for an issue: its own, or the closed group that holds it; −1 where it is not listed. */
  lineOf(n: number): number {
    for (const { at, head, group } of this.#stretches) {
      if (group !== undefined && isIn(group, n)) return at + (head === undefined ? 0 : 1) + n - group.from;
      if (head?.isOpen === false && head.groups.some((one) => isIn(one, n))) return at;
    }
    return -1;
  }

  /** Index of a line that may have moved; −1 where it is not listed any more. */
  placeOf(line: IssueLine): number {
    if (line.kind === 'group') return this.#stretches.find(({ head }) => head?.key === line.key)?.at ?? -1;
    const index = this.lineOf(line.n);
    return this.at(index)?.kind === 'finding' ? index : -1;
  }

  /** Index of the line of the group that a line belongs to; its own where it is in none. */
  groupAbove(index: number): number {
    const line = this.at(index);
    if (line === undefined || line.level === 1) return index;
    const above = this.#stretches.findLast(
      ({ at, head }) => at < index && head !== undefined && head.level < line.level,
    );
    return above?.at ?? index;
  }
}

function isIn({ from, count }: IssueGroup, n: number): boolean {
  return n >= from && n < from + count;
}

/** `opened` holds the keys of the groups that stand open. */
export function issueLines({ groups }: IssueTable, opened: ReadonlySet<string>): IssueLines {
  const notes = groups.filter(({ severity }) => severity === 'info');
  const [first] = notes;
  const isFolded = first !== undefined && notes.length > 1 && notes.length < groups.length;
  const stretches: Stretch[] = [];
  const put = (stretch: Omit<Stretch, 'at'>): void => {
    const last = stretches.at(-1);
    stretches.push({ ...stretch, at: last === undefined ? 0 : last.at + last.size });
  };
  for (const group of groups) {
    const isNote = isFolded && group.severity === 'info';
    if (isNote && group === first) {
      const { from: n } = group;
      const isOpen = opened.has(notesKey);
      const head: GroupLine = { kind: 'group', key: notesKey, level: 1, isOpen, severity: 'info', groups: notes, n };
      put({ size: 1, head, group: undefined, level: 1 });
    }
    if (isNote && !opened.has(notesKey)) continue;
    const level = isNote ? 2 : 1;
    const { check, severity, count, from: n } = group;
    if (count === 1) {
      put({ size: 1, head: undefined, group, level });
      continue;
    }
    const isOpen = opened.has(check);
    const head: GroupLine = { kind: 'group', key: check, level, isOpen, severity, groups: [group], n };
    put({ size: isOpen ? 1 + count : 1, head, group: isOpen ? group : undefined, level: level + 1 });
  }
  return new IssueLines(stretches);
}

/** Whether a line stands for something that was found in a generation; an open group leaves that to its members. */
export function isLineIn(line: IssueLine, issues: IssueTable, position: number): boolean {
  if (line.kind === 'finding') return issues.position(line.n) === position;
  return !line.isOpen && line.groups.some((group) => issues.numbersOf(group, position).length > 0);
}

/** `White space stripped in 8 generations`; of folded notes one phrase for each check. */
export function groupMessage({ groups }: GroupLine): string {
  return groups
    .map(({ check, about, distinct }) => {
      const places = plural(distinct, about === 'generations' ? 'generation' : 'place');
      return `${checkTitles[check] ?? check} in ${places}`;
    })
    .join(' · ');
}

/** Where a group was found, by names: `#0, #2 and 5 more`. Of folded notes the checks. */
export function groupPlaces({ groups }: GroupLine, issues: IssueTable, named: Named): string {
  const [group] = groups;
  if (group === undefined || groups.length > 1) return groups.map(({ check }) => check).join(', ');
  const { about, distinct, count, first } = group;
  const names =
    about === 'generations'
      ? first.map((position) => generationName(named.rows.label(position)))
      : first.map((n) => placeText(issues.pointer(n), named));
  const times = about === 'generations' && distinct < count ? `${formatCount(count)} times: ` : '';
  return times + listPhrase(names, mostFirst, distinct);
}
