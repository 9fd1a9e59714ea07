// The shape that stands for how sure a link is: the same one wherever a link is shown. Each word has its own, so that colour is not needed.

import type { LinkWord } from '../response/model.ts';

export const linkShapes = {
  certain: 'filled',
  'by text': 'half-filled',
  ambiguous: 'dashed',
  'by position': 'ring',
  conflict: 'triangle',
  none: 'dash',
} as const satisfies Readonly<Record<LinkWord, string>>;
