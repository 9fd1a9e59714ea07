// Samples that say of a reasoning what samples say of an answer, so that every tab compares reasonings as it compares answers. Pure.

import { groupTexts } from '../../analysis/textGroups.ts';
import { countCodePoints } from '../../analysis/words.ts';
import { SampleList } from '../../response/samples/sampleList.ts';
import type { SampleTable } from '../../response/samples/sampleTable.ts';
import { startOf } from '../../response/text/startOf.ts';

const previewLength = 200;

/** The generations as if these texts were their outputs: nothing that is known of their answers is said of them. */
export function reasoningRows(table: SampleTable, positions: readonly number[], texts: readonly string[]): SampleList {
  const { groupOf } = groupTexts(texts);
  const group = (place: number): number => groupOf[place] ?? place;
  return new SampleList(table, positions, {
    group,
    rowOf: (row, place) => {
      const { tokens: _tokens, logprobs: _logprobs, calls: _calls, words: _words, json: _json, ...rest } = row;
      const text = texts[place] ?? '';
      const preview = startOf(text, previewLength);
      return {
        ...rest,
        outputKind: 'text',
        preview: preview.text,
        isPreviewWhole: preview.isWhole,
        characters: countCodePoints(text),
        toolCallCount: 0,
        group: group(place),
      };
    },
  });
}
