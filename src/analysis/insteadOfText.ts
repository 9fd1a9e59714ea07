// What is said where a generation has no text: four different things that must not read the same. Pure.

import type { GenerationRow } from '../response/rows.ts';

/** `missing`, `null`, `empty`, `refusal: I cannot`, or `not a string: 42` with the value as it is written; undefined where the output is a text that says something. */
export function insteadOfText({
  outputKind,
  preview,
  isPreviewWhole,
}: Pick<GenerationRow, 'outputKind' | 'preview' | 'isPreviewWhole'>): string | undefined {
  switch (outputKind) {
    case 'text':
      return preview === '' ? 'empty' : undefined;
    case 'other':
      return `not a string: ${preview}${isPreviewWhole ? '' : '…'}`;
    case 'missing':
      return outputKind;
    case 'null':
      // A choice that refuses has no text of its own.
      return preview === '' ? outputKind : `refusal: ${preview}${isPreviewWhole ? '' : '…'}`;
  }
}
