// HL080 to HL083: what the strict pass met in the text that is legal or accepted but worth knowing, or its early end.

import type { FindingList, Finding as StrictFinding, StrictFindings } from '../../json/findings.ts';
import { rootPointer } from '../../json/pointer.ts';
import { formatCount, listPhrase, plural } from '../../words/numbers.ts';
import type { Issue } from '../model.ts';
import { placeName } from '../placeName.ts';
import { type Check, type Finding, runChecks } from './check.ts';

const sourceChecks: readonly Check<StrictFindings>[] = [
  {
    id: 'HL080',
    severity: 'info',
    find({ inexactNumbers }) {
      return listed(inexactNumbers, ({ pointer, lexeme, rounded }) => ({
        message: `${placeName(pointer)}: ${lexeme} is shown as written; JS would round it to ${rounded}.`,
        pointer,
      }));
    },
  },
  {
    id: 'HL081',
    severity: 'warning',
    find({ duplicateKeys }) {
      return listed(duplicateKeys, ({ pointer, key, occurrences }) => ({
        message: `Key "${key}" occurs ${formatCount(occurrences)} times in ${placeName(pointer)}; JSON readers keep the last.`,
        pointer,
      }));
    },
  },
  {
    id: 'HL082',
    severity: 'warning',
    find({ nonJsonLiterals: { total, first } }) {
      const [pointer, ...related] = first.map((found) => found.pointer);
      if (pointer === undefined) return [];
      const literals = listPhrase([...new Set(first.map(({ lexeme }) => lexeme))]);
      const message = `${formatCount(total)} values are not legal JSON (${literals}); accepted as Python wrote them.`;
      return [{ message, pointer, ...(related.length > 0 && { related }) }];
    },
  },
];

/** Issues of a text itself, before anything in it is understood. */
export function checkSource(findings: StrictFindings): readonly Issue[] {
  return runChecks(sourceChecks, findings);
}

/** HL083: the text breaks off in a line, from 1, after so many whole generations. */
export function cutIssue(line: number, wholeGenerations: number): Issue {
  return {
    id: 'HL083',
    severity: 'error',
    message: `The input ends early at line ${formatCount(line)}; ${formatCount(wholeGenerations)} generations are whole.`,
    pointer: rootPointer,
  };
}

/** One finding for each that was kept; the last says how many more there are. */
function listed<T extends StrictFinding>(
  { total, first }: FindingList<T>,
  describe: (found: T) => Finding,
): readonly Finding[] {
  return first.map((found, at) => {
    const finding = describe(found);
    const unlisted = total - first.length;
    if (at < first.length - 1 || unlisted <= 0) return finding;
    return { ...finding, detail: `${plural(unlisted, 'more finding')} of this kind are not listed.` };
  });
}
