// Which generation the pane shows, and what of it is on screen before anybody was asked. Pure.

import { strippedWords } from '../../response/pythonStrip.ts';
import type { GenerationDetail } from '../../response/questions.ts';
import type { GenerationRow } from '../../response/rows.ts';
import type { OpenDocument } from '../../state/documents.ts';

/** The output as far as the rows know it, for the moment until the reader answers; undefined when they do not. */
export function knownOutput(document: OpenDocument, row: GenerationRow): string | undefined {
  if (row.outputKind !== 'text') return undefined;
  if (row.isPreviewWhole) return row.preview;
  return row.position === 0 ? document.firstOutput : undefined;
}

/** What the strip did to the raw output, in words. */
export function rawWords({ rawOutput, stripped }: GenerationDetail): string {
  if (rawOutput === undefined) return 'not given';
  if (stripped === undefined) return 'differs from the output';
  const { leading, trailing } = stripped;
  if (leading + trailing === 0) return 'identical';
  return strippedWords(stripped);
}

/** Whether there is anything to see in the raw output that is not in the output. */
export function isRawDifferent({ rawOutput, stripped }: GenerationDetail): boolean {
  return rawOutput !== undefined && (stripped === undefined || stripped.leading + stripped.trailing > 0);
}

/** Why the pane shows no generation. */
export function noGenerationSentence(document: OpenDocument): string {
  if (document.kind === 'plain')
    return 'A plain JSON document has no generations. The tree and the source show all of it.';
  if (document.generationCount > 0)
    return 'The selected place belongs to no generation. Select one in the table of generations.';
  if (document.load === 'loading') return 'The generations are still being read.';
  return document.isBare ? 'The provider gave no answer.' : 'This response has no generations.';
}
