// Rows that say of a reasoning what rows say of an answer, so that every tab compares reasonings as it compares answers. Pure.

import { groupTexts } from '../../analysis/textGroups.ts';
import { countCodePoints } from '../../analysis/words.ts';
import type { GenerationRow } from '../../response/rows.ts';
import { startOf } from '../../response/text/startOf.ts';

const previewLength = 200;

/** The rows of generations as if these texts were their outputs: nothing that is known of their answers is said of them. */
export function reasoningRows(rows: readonly GenerationRow[], texts: readonly string[]): readonly GenerationRow[] {
  const { groupOf } = groupTexts(texts);
  return rows.map((row, at): GenerationRow => {
    const { tokens: _tokens, logprobs: _logprobs, calls: _calls, words: _words, json: _json, ...rest } = row;
    const text = texts[at] ?? '';
    const preview = startOf(text, previewLength);
    return {
      ...rest,
      outputKind: 'text',
      preview: preview.text,
      isPreviewWhole: preview.isWhole,
      characters: countCodePoints(text),
      toolCallCount: 0,
      group: groupOf[at] ?? at,
    };
  });
}
