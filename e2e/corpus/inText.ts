// A recorded body as people paste it: in a Markdown fence with words around, and as a JSON string. It must read as it does by itself.

import type { ReadBody } from './alone.ts';
import { openedProblems } from './opened.ts';
import { load } from './wrapped.ts';

/** What differs; empty when both read as the body alone does. */
export async function inTextProblems(source: string, body: ReadBody, isStream: boolean): Promise<readonly string[]> {
  const ways = [
    ['in a fence', inFence(source, isStream ? '' : 'json')],
    ['in a JSON string', JSON.stringify(source)],
  ] as const;
  const problems: string[] = [];
  for (const [way, text] of ways) {
    const found = await load(text).then(
      (loaded) => openedProblems(loaded, body, isStream),
      (reason: unknown) => [String(reason)],
    );
    problems.push(...found.map((problem) => `${way}: ${problem}`));
  }
  return problems;
}

/** The fence is longer than any in the text, as CommonMark asks. */
function inFence(text: string, language: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`{3,}/g), ([marks]) => marks.length));
  const fence = '`'.repeat(longest + 1);
  return `The provider answered:\n\n${fence}${language}\n${text.trimEnd()}\n${fence}\n\nIs that right?\n`;
}
