// The lines of the list of issues: equal checks as one line that opens, and the notes as one line while there is something worse. Pure.

import { isWithin, type Pointer, pointerKeys } from '../../json/pointer.ts';
import { checkTitles } from '../../response/checks/titles.ts';
import { generationName } from '../../response/generationNames.ts';
import type { Issue, Severity } from '../../response/model.ts';
import type { SampleTable } from '../../response/samples/sampleTable.ts';
import { formatCount, listPhrase, plural } from '../../words/numbers.ts';
import { placeText } from './placeText.ts';

export interface FindingLine {
  readonly kind: 'finding';
  /** Unique in the list, the same whatever is folded. */
  readonly key: string;
  /** From 1. */
  readonly level: number;
  readonly issue: Issue;
}

export interface GroupLine {
  readonly kind: 'group';
  readonly key: string;
  readonly level: number;
  readonly isOpen: boolean;
  readonly severity: Severity;
  /** Of one check, or of all checks whose notes are folded. */
  readonly checks: readonly string[];
  /** One at least. */
  readonly issues: readonly Issue[];
}

export type IssueLine = FindingLine | GroupLine;

/** Key of the line that all notes are folded into. */
const notesKey = 'notes';

/** `issues` in the order in which they are listed; `opened` holds the keys of the groups that stand open. */
export function issueLines(issues: readonly Issue[], opened: ReadonlySet<string>): readonly IssueLine[] {
  const worse = byCheck(issues.filter(({ severity }) => severity !== 'info'));
  const notes = issues.filter(({ severity }) => severity === 'info');
  const notesByCheck = byCheck(notes);
  const isFolded = worse.size > 0 && notesByCheck.size > 1;
  if (!isFolded) return [...checkLines(worse, opened, 1), ...checkLines(notesByCheck, opened, 1)];
  const checks = [...notesByCheck.keys()];
  const isOpen = opened.has(notesKey);
  const fold: GroupLine = { kind: 'group', key: notesKey, level: 1, isOpen, severity: 'info', checks, issues: notes };
  return [...checkLines(worse, opened, 1), fold, ...(isOpen ? checkLines(notesByCheck, opened, 2) : [])];
}

function byCheck(issues: readonly Issue[]): ReadonlyMap<string, readonly Issue[]> {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const group = groups.get(issue.id);
    if (group === undefined) groups.set(issue.id, [issue]);
    else group.push(issue);
  }
  return groups;
}

function checkLines(
  groups: ReadonlyMap<string, readonly Issue[]>,
  opened: ReadonlySet<string>,
  level: number,
): readonly IssueLine[] {
  return Array.from(groups).flatMap(([id, issues]): readonly IssueLine[] => {
    const [first] = issues;
    if (first === undefined) return [];
    const findings = (at: number) =>
      issues.map((issue, n): FindingLine => ({ kind: 'finding', key: `${id} ${n}`, level: at, issue }));
    if (issues.length === 1) return findings(level);
    const isOpen = opened.has(id);
    const { severity } = first;
    const group: GroupLine = { kind: 'group', key: id, level, isOpen, severity, checks: [id], issues };
    return isOpen ? [group, ...findings(level + 1)] : [group];
  });
}

/** Index of the line that stands for an issue: its own, or the closed group that holds it; −1 where it is not listed. */
export function lineOf(lines: readonly IssueLine[], issue: Issue | undefined): number {
  if (issue === undefined) return -1;
  return lines.findIndex((line) =>
    line.kind === 'finding' ? line.issue === issue : !line.isOpen && line.issues.includes(issue),
  );
}

/** Whether a line stands for something that was found in a place; an open group leaves that to its members. */
export function isLineIn(line: IssueLine, place: Pointer): boolean {
  if (line.kind === 'finding') return isWithin(line.issue.pointer, place);
  return !line.isOpen && line.issues.some((issue) => isWithin(issue.pointer, place));
}

/** `White space stripped in 8 generations`; of folded notes one phrase for each check. */
export function groupMessage({ checks, issues }: GroupLine): string {
  return checks
    .map((check) => {
      const own = issues.filter(({ id }) => id === check);
      return `${checkTitles[check] ?? check} in ${placesPhrase(own)}`;
    })
    .join(' · ');
}

/** Where a group was found, by names: `#0, #2 and 5 more`. Of folded notes the checks. */
export function groupPlaces({ checks, issues }: GroupLine, rows: Pick<SampleTable, 'label'>): string {
  if (checks.length > 1) return checks.join(', ');
  const generations = generationsOf(issues);
  const names =
    generations === undefined
      ? [...new Set(issues.map(({ pointer }) => placeText(pointer)))]
      : generations.map((position) => generationName(rows.label(position)));
  const count =
    generations !== undefined && generations.length < issues.length ? `${formatCount(issues.length)} times: ` : '';
  return count + listPhrase(names, 6);
}

function placesPhrase(issues: readonly Issue[]): string {
  const generations = generationsOf(issues);
  if (generations !== undefined) return plural(generations.length, 'generation');
  const places = new Set(issues.map(({ pointer }) => pointer)).size;
  return plural(places, 'place');
}

/** Positions of the generations that issues are about; undefined when one of them is about something else. */
function generationsOf(issues: readonly Issue[]): readonly number[] | undefined {
  const positions = new Set<number>();
  for (const { pointer, related } of issues) {
    const own = positionOf(pointer);
    if (own === undefined) return undefined;
    for (const position of [own, ...(related ?? []).map(positionOf)])
      if (position !== undefined) positions.add(position);
  }
  return [...positions].sort((a, b) => a - b);
}

function positionOf(pointer: Pointer): number | undefined {
  const [list, item] = pointerKeys(pointer);
  return list === 'data' && item !== undefined ? Number(item) : undefined;
}
