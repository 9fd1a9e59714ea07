// How panes ask an open response for what is not on screen yet: values, texts, children, source lines.
// An interface only; `load/` implements it on top of the worker that owns the bytes. Every answer is a promise, cached and bounded there.

import type { NodeKind } from '../json/nodeTable.ts';
import type { Pointer } from '../json/pointer.ts';
import type { FoundPiece, TextSought } from '../json/search/findText.ts';
import type { PartCounts, PartKind, PartWindow } from './generationParts.ts';
import type { Excerpt, FoundPart, MatchRange, TextMatches } from './matches.ts';
import type { ToolCall } from './model.ts';
import type { Asked } from './request.ts';
import type { FieldRow } from './rows.ts';
import type { Sampling } from './sampling.ts';
import type { ScoreField, ScoreValue } from './scores.ts';
import type { NoPlace } from './tokens/placeOfAnswer.ts';
import type { ChoiceTokens, Surprisals, Token, TokenListing, TokenMeasures } from './tokens/token.ts';
import type { TokenIndex } from './tokens/tokenIndex.ts';

export interface Place {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in code points. */
  readonly column: number;
}

/** One node of the tree as a row shows it. */
export interface NodeRow {
  readonly pointer: Pointer;
  readonly kind: NodeKind;
  /** Key in its object or place in its array; absent for the root. */
  readonly key?: string | number;
  /** Members of an object or items of an array. */
  readonly childCount: number;
  /** Strings: decoded start; numbers and literals: the lexeme; containers: empty. At most 300 code points. */
  readonly preview: string;
  readonly isPreviewWhole: boolean;
  /** Byte range `[from, to)` of the value. */
  readonly from: number;
  readonly to: number;
  /** True for the containers that the text breaks off in. */
  readonly isIncomplete: boolean;
}

/** A node with its place in the text as it was brought: `from` and `to` are bytes of that too. */
export interface NodeDetail extends NodeRow {
  /** Which member of its container it is, from 0; absent for the root. */
  readonly index?: number;
  readonly start: Place;
  readonly end: Place;
}

/** A window of a decoded string, in UTF-16 code units. */
export interface TextWindow {
  readonly text: string;
  readonly from: number;
  readonly totalLength: number;
}

/** The start of what a generation says (`saidText`). */
export interface SaidWindow extends TextWindow {
  /** Code units at the beginning of the whole that are the output; what follows are tool calls and a refusal. */
  readonly outputLength: number;
}

/** A part of the document that begins and ends outside of strings and words. */
export interface DocumentPart {
  readonly bytes: Uint8Array;
  /** Where the part behind it begins; absent at the end. */
  readonly next?: number;
}

/** What a range of bytes means. */
export interface FoundPlace {
  /** The deepest value that holds its first byte, or whose key does. */
  readonly pointer: Pointer;
  /** Bytes `[from, to)` of the text as it was brought. */
  readonly from: number;
  readonly to: number;
  readonly start: Place;
  readonly end: Place;
  /** `between`: in white space, in signs of the grammar, in broken text, or in a value that an equal key behind it hides. */
  readonly part: 'key' | 'value' | 'between';
  /** Where it stands in the text of its key or string, or in the number or word; in UTF-16 code units. Absent between, and in a text too long for that. */
  readonly range?: MatchRange;
  readonly excerpt?: Excerpt;
}

export interface SourceLine {
  readonly line: number;
  /** Byte at which `text` starts. */
  readonly fromByte: number;
  readonly text: string;
  /** Code points of the line before and after `text` that are not in it. */
  readonly cutBefore: number;
  readonly cutAfter: number;
}

export interface GenerationDetail {
  readonly pointer: Pointer;
  readonly position: number;
  readonly output?: TextWindow;
  readonly rawOutput?: TextWindow;
  /** What the model said instead of an answer, where that is stated in the sample itself. */
  readonly refusal?: TextWindow;
  /** Code units that the strip removed at both ends of `raw_output`, when `output` is `raw_output` stripped, or just as it is. */
  readonly stripped?: { readonly leading: number; readonly trailing: number };
  readonly counts: PartCounts;
  /** The first tool calls as a person reads them, at most 20 with at most 2,000 code units each. */
  readonly calls: readonly { readonly pointer: Pointer; readonly text: string }[];
}

/** The texts of one choice, joined from where they stand. */
export interface ChoiceDetail {
  readonly pointer: Pointer;
  readonly position: number;
  /** Absent where the choice has none. */
  readonly text?: TextWindow;
  readonly toolCalls: readonly ToolCall[];
}

/** Where another generation goes another way than the text of a choice. */
export interface Parting {
  /** Position in `data`. */
  readonly generation: number;
  /** UTF-8 bytes of the text of the choice that it says as well, from the beginning of what is compared. */
  readonly common: number;
  /** What it says from there on, at most 120 bytes, as a byte string: one code unit is one byte. */
  readonly next: string;
}

export interface Partings {
  /** Bytes of the text of the choice before what its generation says, which strips white space: nothing is known of them. */
  readonly from: number;
  readonly others: readonly Parting[];
  /** Generations that were not held against it, because there are too many. */
  readonly leftOut: number;
}

/**
 * The tokens of a generation's choice, with the place of its answer in them; or why there are none: the choice lists none, it has no text, or the
 * answer does not stand in that text, or at both of its ends.
 */
export type SampleTokens =
  | { readonly position: number; readonly problem: 'notListed' | 'noText' | NoPlace }
  | {
      readonly position: number;
      readonly problem?: never;
      /** `textKey` of the answer, and its code units: the text that the place is of. */
      readonly answerKey: string;
      readonly length: number;
      readonly index: TokenIndex;
      /** The same of generations that have one model config, inputs and messages. */
      readonly promptKey: string;
      /** Code units `[from, to)` of the answer stand at byte `byte` of the choice's text and after it. */
      readonly place: { readonly from: number; readonly to: number; readonly byte: number };
    };

export interface FilterRequest {
  /** Not empty. */
  readonly text: string;
  readonly matchCase: boolean;
}

/** What is searched of a generation: its output, and its finish reason and id, as far as they are strings. */
export interface SearchedTexts {
  readonly output?: string;
  readonly others: readonly string[];
}

/** The texts of some generations that follow each other, to be searched. */
export interface SearchTexts {
  /** Of each generation from `from` on. */
  readonly texts: readonly SearchedTexts[];
  /** The generation to go on with; absent at the end. */
  readonly next?: number;
}

export interface Questions {
  /** Undefined when the document has no such place. */
  node(pointer: Pointer): Promise<NodeDetail | undefined>;
  /** Members `[from, from + count)` of a container in document order; empty for anything else. */
  children(pointer: Pointer, from: number, count: number): Promise<readonly NodeRow[]>;
  /** Decoded text of a string, from a code unit on; undefined when it is not a string. */
  text(pointer: Pointer, from: number, maxLength: number): Promise<TextWindow | undefined>;
  /** Source text of a value exactly as written. */
  source(pointer: Pointer): Promise<string | undefined>;
  /** The characters that a person brought for the value: in another form than JSON other ones than those of `source`. */
  brought(pointer: Pointer): Promise<string | undefined>;
  /** Lines `[fromLine, fromLine + count)`; a line longer than `maxWidth` code points is a window that contains `aroundByte` where it lies in it. */
  lines(fromLine: number, count: number, maxWidth: number, aroundByte: number): Promise<readonly SourceLine[]>;
  /** Where a text stands, from a byte on that is 0 or the `next` of the piece before. */
  findText(sought: TextSought, from: number): Promise<FoundPiece>;
  /** The document part by part, for a pattern: from a byte on that is 0 or the `next` of the part before. */
  documentPart(from: number): Promise<DocumentPart>;
  foundPlace(from: number, to: number): Promise<FoundPlace>;
  /** The deepest value that contains the byte. */
  pointerAt(byte: number): Promise<Pointer>;
  generation(position: number): Promise<GenerationDetail | undefined>;
  /** Parts of a generation from one on, in document order; none where there are no more. */
  parts(position: number, kind: PartKind, from: number, count: number): Promise<PartWindow>;
  /** The text of one part from a code unit on; undefined where there is no such part. */
  partText(
    position: number,
    kind: PartKind,
    at: number,
    from: number,
    maxLength: number,
  ): Promise<TextWindow | undefined>;
  /** Tool calls of a generation from one on, with their whole arguments. */
  toolCalls(position: number, from: number, count: number): Promise<readonly ToolCall[]>;
  /** All tool calls, one line each as `name(arguments)`, then all tool results as `name: result`. Not kept. */
  toolsText(position: number): Promise<string>;
  /** The output of a generation from a code unit on; undefined where it has none. */
  output(position: number, from: number, maxLength: number): Promise<TextWindow | undefined>;
  /** Decoded outputs of several generations, each at most `maxLength` code units. */
  outputs(positions: readonly number[], maxLength: number): Promise<readonly (TextWindow | undefined)[]>;
  /** What several generations say, each at most `maxLength` code units; undefined where there is no such generation. */
  said(positions: readonly number[], maxLength: number): Promise<readonly (SaidWindow | undefined)[]>;
  /**
   * The generations from `from` on whose output, id or finish reason contains the text, as far as some milliseconds reach; of the first `excerpts`
   * of them also what a row shows. Not kept.
   */
  filter(request: FilterRequest, from: number, excerpts: number): Promise<FoundPart>;
  /** What the rows of these generations show of the text; undefined for one whose output does not hold it. */
  rowMatches(positions: readonly number[], request: FilterRequest): Promise<readonly (TextMatches | undefined)[]>;
  /** Every place of the text in the whole output of a generation. */
  outputMatches(position: number, request: FilterRequest): Promise<readonly MatchRange[]>;
  /** Whole texts from a generation on: of one generation at least, and of as many as have `maxLength` code units together. Not kept. */
  searchTexts(from: number, maxLength: number): Promise<SearchTexts>;
  /**
   * Tokens of a choice with their log probabilities; undefined when it lists none, or there is no such choice. `position`
   * tells choices apart that share a pointer, because their response is JSON text inside a string.
   */
  tokens(choice: Pointer, position?: number): Promise<ChoiceTokens | undefined>;
  /** As `tokens`, without their alternatives, which are most of the work, and with the whole text that they are held against. */
  tokenListing(choice: Pointer, position: number): Promise<(TokenListing & { readonly text: string }) | undefined>;
  /** Tokens of a choice with their alternatives, by their places in the list. */
  tokensAt(choice: Pointer, position: number, places: readonly number[]): Promise<readonly Token[]>;
  /** What the alternatives say of every token of a choice, which must all be read for it. */
  tokenMeasures(choice: Pointer, position: number): Promise<TokenMeasures | undefined>;
  /** Where the other generations part from the text of a choice; undefined where its generation does not repeat that text. */
  partings(generation: number, choice: Pointer, position: number): Promise<Partings | undefined>;
  /** The log probabilities that the response says were asked for. */
  askedLogprobs(): Promise<Asked | undefined>;
  /** The tokens of the choice that a generation is linked to, on bytes; `choicePosition` as for `tokens`. Undefined when there is no such generation. */
  sampleTokens(position: number, choice: Pointer, choicePosition?: number): Promise<SampleTokens | undefined>;
  /** How the tokens were drawn, as far as the response says it. */
  sampling(): Promise<Sampling>;
  /** The surprisal along a choice in at most so many bars; undefined where it lists no tokens. `position` as for `tokens`. */
  surprisals(choice: Pointer, position: number, mostBars: number): Promise<Surprisals | undefined>;
  /** What a choice says, its text up to a million code units; `position` as for `tokens`. */
  choice(choice: Pointer, position?: number): Promise<ChoiceDetail | undefined>;
  /** A window of what the model thought before it gave a choice; undefined where it tells nothing. `position` as for `tokens`. */
  reasoning(choice: Pointer, from: number, maxLength: number, position?: number): Promise<TextWindow | undefined>;
  /** Keys at the root of the response beside its two lists, from one on. */
  fields(from: number, count: number): Promise<readonly FieldRow[]>;
  /** Where ratings, scores or verdicts of the generations stand. */
  scoreFields(): Promise<readonly ScoreField[]>;
  /** The values at such a place for these generations; null for none. */
  scores(path: Pointer, positions: readonly number[]): Promise<readonly ScoreValue[]>;
  /** The whole text of the document as it was given. */
  wholeText(): Promise<string>;
}
