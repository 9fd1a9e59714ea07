// What a table of samples is made of: columns, and what a person put over them. Types only.

import type { Pointer } from '../../json/pointer.ts';
import type { Link } from '../model.ts';
import type { GenerationRow } from '../rows.ts';
import type { ChunkView, Words } from './chunkCells.ts';

/** What another choice than the found one changes of a row: all three of it. */
export type Taken = Pick<GenerationRow, 'link' | 'tokens' | 'logprobs'>;

/** What a person put over the columns. */
export interface SampleOverlay {
  /** Tokens of outputs that nothing counts, by place in `data`. */
  readonly estimates?: { readonly encoding: string; readonly counts: ReadonlyMap<number, number> };
  /** Of generations whose choice a person changed, by place in `data`. */
  readonly taken?: ReadonlyMap<number, Taken>;
}

/** The links of all generations, by place in `data`, each made when somebody looks. */
export interface SampleLinks {
  at(position: number): Link | undefined;
  /** Where the choice is; undefined where there is none. */
  place(position: number): Pointer | undefined;
}

/** What a table is made of. */
export interface SampleParts {
  readonly length: number;
  readonly chunks: readonly ChunkView[];
  readonly words: Words;
  readonly overlay: SampleOverlay;
  /** As they were found; absent until they are, and where nobody asks for more of a link than its word. */
  readonly links?: SampleLinks;
}
