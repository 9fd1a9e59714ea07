// What the tab that is on screen can be taken away as: Markdown, line by line, under a head that says what it is of.

import { generationName } from '../../analysis/equalAnswers.ts';
import { inline } from '../../analysis/takeaway/markdown.ts';
import type { SampleList } from '../../response/samples/sampleList.ts';
import { useDocument } from '../../state/store.ts';
import { compareTabNames } from '../../state/tabNames.ts';
import type { CompareTab } from '../../state/view.ts';
import { fileNameOf, useWritings, type Writing } from '../../state/writings.ts';
import { writtenInSlices } from '../../state/writtenInSlices.ts';
import { plural } from '../../words/numbers.ts';

/** `lines`: what the tab says, without its head; undefined while there is nothing. `rows`: the samples that it is of. */
export function useMarkdown(tab: CompareTab, rows: SampleList, lines: (() => Iterable<string>) | undefined): void {
  const { name } = useDocument();
  const title = compareTabNames[tab];
  const writing = (): Writing | undefined =>
    lines && {
      words: `${title} as Markdown`,
      fileName: fileNameOf(name, `${title.toLowerCase().replaceAll(' ', '-')}.md`),
      write: (hooks) => writtenInSlices(withHead(lines()), 'text/markdown', hooks),
    };
  useWritings({ markdown: writing });

  function* withHead(body: Iterable<string>): Generator<string> {
    yield `# ${title}\n\n`;
    const names = Array.from({ length: rows.length }, (_, at) => generationName(rows.at(at)?.label ?? ''));
    yield `${inline(name)}: ${plural(rows.length, 'generation')}, ${names.map(inline).join(' ')}\n\n`;
    for (const line of body) yield `${line}\n`;
  }
}
