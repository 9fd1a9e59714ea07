// The issues of one generation as its facts show them: how many, the first of them, and the checks that a changed link overtook. Pure.

import type { IssueTable } from '../../response/issues/issueTable.ts';
import type { Issue } from '../../response/model.ts';

export interface OwnIssues {
  readonly count: number;
  /** In reading order, `mostShown` at most. */
  readonly first: readonly Issue[];
  /** Checks with a finding that was found before a person changed a link. */
  readonly older: readonly string[];
}

export const noOwnIssues: OwnIssues = { count: 0, first: [], older: [] };

/** So many issues are buttons; the others are in the pane "Issues". */
const mostShown = 6;

/** Those whose place lies in the generation at a position of `data`. */
export function ownIssues(issues: IssueTable, position: number): OwnIssues {
  const first: Issue[] = [];
  const older: string[] = [];
  let count = 0;
  for (const group of issues.groups) {
    const numbers = issues.numbersOf(group, position);
    count += numbers.length;
    for (const n of numbers.subarray(0, mostShown - first.length)) {
      const issue = issues.at(n);
      if (issue !== undefined) first.push(issue);
    }
    if (issues.isAnyFoundBefore(group, numbers)) older.push(group.check);
  }
  return { count, first, older };
}
