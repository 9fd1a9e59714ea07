// The figures of tokens that columns hold, by name: which are counts, and the same of a row as an object. Knows no chunks.

import type { TokenFigures } from '../tokens/token.ts';
import type { CountColumn, NumberColumn } from './sampleColumns.ts';

/** Figures of tokens as numbers; NaN for none. */
export type FigureName =
  | Extract<NumberColumn, 'mean' | 'total' | 'lowest' | 'windowMean'>
  | Extract<
      CountColumn,
      'listed' | 'usable' | 'below' | 'leftPrompt' | 'leftAfterStop' | 'leftSpecial' | 'leftUnusable'
    >;

export function figureOf(figures: TokenFigures | undefined, name: FigureName): number | undefined {
  switch (name) {
    case 'listed':
      return figures?.count;
    case 'leftUnusable':
      return figures?.leftOut?.unusable;
    case 'lowest':
      return figures?.lowest?.logprob;
    case 'windowMean':
      return figures?.window?.mean;
    case 'leftPrompt':
      return figures?.leftOut?.prompt;
    case 'leftAfterStop':
      return figures?.leftOut?.afterStop;
    case 'leftSpecial':
      return figures?.leftOut?.special;
    default:
      return figures?.[name];
  }
}

export function isNumberFigure(name: FigureName): name is Extract<FigureName, NumberColumn> {
  return name === 'mean' || name === 'total' || name === 'lowest' || name === 'windowMean';
}
