// What a table of samples is asked to be, and what is told of it: the order of its rows and what they add up to. Can be sent between threads.
// Types only.

import type { Pointer } from '../../json/pointer.ts';
import type { Annotations } from '../../response/annotations.ts';
import type { FoundRows } from '../../response/matches.ts';
import type { Questions } from '../../response/questions.ts';
import type { SampleOverlay } from '../../response/samples/sampleParts.ts';
import type { TokenFigures } from '../../response/tokens/token.ts';
import type { Brushes, FinishGroup, NumberRange } from '../brushes.ts';
import type { CallPart, CallReport } from '../calls/callReport.ts';
import type { Bin } from '../histogram.ts';
import type { SharedPreviews } from '../previews.ts';
import type { FigureId } from '../probability/figureIds.ts';
import type { JsonRequest, RowsRequest, WrittenJson, WrittenRows } from '../takeaway/rowsRequest.ts';

/** What rows are sorted by; as the columns of the table are called. */
export type OrderColumn =
  | FigureId
  | 'index'
  | 'response'
  | 'prompt'
  | 'output'
  | 'pattern1'
  | 'pattern2'
  | 'pattern3'
  | 'finish'
  | 'tokens'
  | 'characters'
  | 'surprisal'
  | 'link'
  | 'config'
  | 'id'
  | 'star'
  | 'note';

export interface OrderKey {
  readonly column: OrderColumn;
  readonly isDescending: boolean;
}

/** What a person's own pattern finds, by position. */
export interface CapturedColumn {
  /** How often it matches; -1 where that is not known. */
  readonly counts: Int32Array;
  /** Place of the first match in `values`; -1 for none. */
  readonly valueAt: Int32Array;
  /** Each value once, in the order in which they come. */
  readonly values: readonly string[];
}

export interface OrderedPattern {
  readonly shows: 'all' | 'matching' | 'other';
  /** Absent until known: then it leaves out nothing. */
  readonly captured?: CapturedColumn;
}

/** In what order rows stand where no column decides: by prompt, where that is wanted, then by the ranks of their responses, then as in the document. */
export interface RowsBy {
  readonly isByPrompt?: boolean;
  /** By number of a response; absent where that is the order of the document. */
  readonly ranks?: Uint32Array<ArrayBuffer>;
}

export interface OrderRequest {
  /** Generations of the document, of which the last may not have been read yet. */
  readonly count: number;
  readonly sort: readonly OrderKey[];
  /** Absent for the order of the document. */
  readonly by?: RowsBy;
  readonly found?: FoundRows;
  readonly brushes: Brushes;
  readonly patterns: readonly OrderedPattern[];
  /** Only where rows are sorted by them. */
  readonly annotations?: Annotations;
  /** Figures to be charted; absent where there are no charts. */
  readonly charts?: readonly FigureId[];
  /** All rows are known to who asks: the order is of all of them, and what their outputs have in common is wanted too. */
  readonly isWhole: boolean;
}

export interface SampleTotals {
  readonly count: number;
  /** How many groups of equal answers have how many members, largest first; absent until every row is in one. */
  readonly groups?: readonly { readonly size: number; readonly count: number }[];
  /** How the samples ended, by the word for it, in the order in which they come; absent until every row is checked. */
  readonly finish?: readonly { readonly word?: string; readonly isStop: boolean; readonly count: number }[];
  /** Absent when no row has a count, or not all are known yet. */
  readonly tokens?: number;
  /** Some of them were estimated. */
  readonly areTokensEstimated: boolean;
  /** Rows whose tokens are known. */
  readonly withTokens: number;
  readonly characters?: number;
  readonly withCharacters: number;
  /** Over every token of the rows; absent until every row is checked, and where no row has log probabilities. */
  readonly logprobs?: TokenFigures;
  /** Rows linked to a choice; absent until all were tried. */
  readonly linked?: number;
}

/** Groups of two and more equal answers, by rising number. */
export interface EqualGroups {
  readonly groups: Uint32Array;
  readonly sizes: Uint32Array;
  /** The first four members of each; a group of fewer repeats its last. */
  readonly members: Uint32Array;
}

/** What holds of all rows, however the table is narrowed. */
export interface EveryRow {
  readonly hasTokens: boolean;
  readonly hasLogprobs: boolean;
  /** A person chose a link. */
  readonly hasPinnedLink: boolean;
  /** Characters of the longest label. */
  readonly labelLength: number;
  /** Positions of the generations that the text breaks off in. */
  readonly broken: readonly number[];
  readonly equal: EqualGroups;
}

export interface NumberChart {
  /** Of all rows. */
  readonly bins: readonly Bin[];
  /** By bin, of the rows that are shown. */
  readonly shown: readonly number[];
  /** Least and greatest of all; absent where none is known. */
  readonly extent?: NumberRange;
  /** Rows without the figure. */
  readonly unknown: number;
}

export interface FinishChart {
  readonly group: FinishGroup;
  /** As written, each once. */
  readonly words: readonly string[];
  readonly all: number;
  readonly shown: number;
}

export interface Charts {
  readonly numbers: Readonly<Partial<Record<FigureId | 'characters' | 'tokens', NumberChart>>>;
  readonly finish: readonly FinishChart[];
}

export interface SampleOrder {
  /** Of the rows that it is of: it rises with every change of them. */
  readonly version: number;
  /** Rows that are shown. */
  readonly count: number;
  /** Their positions as they are shown; absent where that is all of them as in the document. */
  readonly positions?: Uint32Array;
  readonly totals: SampleTotals;
  readonly every: EveryRow;
  readonly charts?: Charts;
  readonly shared: SharedPreviews;
}

/** What an open document is asked: for what is not on screen, and for the order of its samples. */
export interface DocumentQuestions extends Questions {
  /** With what a person put over the rows. A newer order ends an older one, which is then rejected. */
  order(request: OrderRequest, overlay: SampleOverlay): Promise<SampleOrder>;
  /** What differs between the calls of several responses. */
  calls(): Promise<CallReport>;
  /** Where something of the call of a response stands; undefined where it does not have it. */
  callPlace(response: number, part: CallPart): Promise<Pointer | undefined>;
  /** As many of these rows as a part holds, when all are read. */
  writeRows(request: RowsRequest): Promise<WrittenRows>;
  /** From a byte of it on. */
  writeJson(request: JsonRequest, from: number): Promise<WrittenJson>;
}
