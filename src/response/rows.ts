// What the panes show of a response before anybody asks for more: a row for each generation, choice, provider response, field and usage.
// Short values only. Knows no worker, no screen and no bytes.

import type { NodeKind } from '../json/nodeTable.ts';
import type { Pointer } from '../json/pointer.ts';
import type { FinishReason, Link, OutputKind, Usage } from './model.ts';
import type { ProviderTime, TextKind } from './provider/reading.ts';
import type { TokenFigures } from './tokens/token.ts';
import type { UsageCause } from './usageComparison.ts';

export interface SeverityCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

/** How the tokens of a generation are known: said by the provider, listed with log probabilities, or estimated from the text. */
export type TokenSource = 'provider' | 'listed' | 'estimated';

/** What of a row is held from its start only, because it is long: all of it stands at its place. */
export type CutName = 'id' | 'model' | 'finish';

/** A row of the table of generations: what is shown of it before anybody asks for more. */
export interface GenerationRow {
  /** `/data/3`; of a document without `data` that of the choice that it is. */
  readonly pointer: Pointer;
  /** It is a choice of a provider response itself. */
  readonly isChoice?: true;
  readonly position: number;
  /** Value of `index`; absent when missing or not an integer. */
  readonly index?: number;
  /** `3`, or `data[3]` where the index is missing or repeated; of a choice its index or position. Unique in the document. */
  readonly label: string;
  readonly id?: string;
  readonly modelConfigId?: string;
  /** Start of the output, at most 200 code points, line breaks included; of one that is no text, of its source text. */
  readonly preview: string;
  readonly isPreviewWhole: boolean;
  readonly outputKind: OutputKind;
  /** Of an output that begins as a JSON object or array: whether it is one to its end (`outputJson`). */
  readonly json?: 'parses' | 'fails';
  /** Unicode code points of the output. */
  readonly characters?: number;
  readonly words?: number;
  readonly finishReason?: FinishReason;
  /** Tokens of this generation where known, and how. */
  readonly tokens?: {
    readonly count: number;
    readonly from: TokenSource;
    /** Of an estimate: what it was made with. */
    readonly encoding?: string;
    readonly pointer: Pointer;
  };
  /** Figures over the tokens of the linked choice; absent where it lists none. */
  readonly logprobs?: TokenFigures;
  /** Its tool calls as a person reads them, at most 200 code units; absent where it makes none. */
  readonly calls?: string;
  readonly toolCallCount: number;
  readonly toolResultCount: number;
  readonly hasInputs: boolean;
  readonly hasMessages: boolean;
  /** Absent until linked. */
  readonly link?: Link;
  /** Number of the group of equal answers (same output and tool calls), from 0 in order of appearance; absent until known. */
  readonly group?: number;
  /** Number of its response, where the document holds several; and of its prompt, as far as that is known. */
  readonly response?: number;
  readonly prompt?: number;
  readonly issues: SeverityCounts;
  /** False on the first, fast rows; true once the whole text and this generation passed every check there is. */
  readonly isChecked: boolean;
  /** The generation in which the text breaks off. */
  readonly isBroken: boolean;
  /** Absent where all is whole. */
  readonly cut?: readonly CutName[];
}

export interface ChoiceRow {
  /** Through all provider responses of the document, from 0. */
  readonly number: number;
  readonly pointer: Pointer;
  readonly position: number;
  readonly index?: number;
  readonly textPointer?: Pointer;
  readonly textKind: TextKind;
  /** Every place that its refusal is joined from; absent where it gives none. */
  readonly refusalPlaces?: readonly Pointer[];
  /** How long its reasoning is, in UTF-16 code units, and the first place that it stands at; absent where it gives none. */
  readonly reasoning?: { readonly length: number; readonly pointer: Pointer };
  readonly characters: number;
  readonly finishReason?: FinishReason;
  readonly toolCallCount: number;
  readonly listedTokenCount?: number;
  /** Position in `data` of the generation linked to it. */
  readonly generation?: number;
}

export interface ProviderRow {
  readonly pointer: Pointer;
  readonly position: number;
  /** Reader's name, or `unknown`. */
  readonly format: string;
  readonly formatLabel: string;
  readonly vendor?: string;
  readonly id?: string;
  readonly model?: { readonly text: string; readonly pointer: Pointer };
  readonly created?: ProviderTime;
  readonly usage?: Usage;
  readonly error?: { readonly message: string; readonly code?: string; readonly pointer: Pointer };
  /** Why the provider kept its answer back. */
  readonly blocked?: { readonly reason: string; readonly pointer: Pointer };
  /** Tokens as they are billed, beside the real ones. */
  readonly billed?: Usage;
  /** Number of its first choice, and how many it has (`choices/choiceTable.ts` has them). */
  readonly firstChoice: number;
  readonly choiceCount: number;
  readonly notes: readonly string[];
}

/** A key at the root of the response other than `data` and `provider_responses`, or a documented one that is absent. */
export interface FieldRow {
  /** At most 300 code units of it. */
  readonly key: string;
  /** Code units of the whole key where that is not all of it. */
  readonly keyLength?: number;
  readonly pointer: Pointer;
  readonly presence: 'set' | 'null' | 'empty' | 'absent';
  /** False for keys that the v4 schema does not know. */
  readonly isDocumented: boolean;
  readonly kind?: NodeKind;
  /** Source text of the value, at most 200 code points. */
  readonly preview: string;
  readonly isPreviewWhole: boolean;
  readonly childCount: number;
}

/** What is told of the keys at the root when a document opens: the first of them, and how many there are; the others are asked for. */
export interface ToldFields {
  readonly fields: readonly FieldRow[];
  readonly fieldCount: number;
}

/** The response's own token counts, and where they stand or would. */
export interface StatedUsage {
  readonly pointer: Pointer;
  readonly usage?: Usage;
}

/** One bar of the token usage, made when somebody looks at it. */
export interface UsageRow {
  readonly source: 'response' | 'provider' | 'generation';
  readonly label: string;
  readonly pointer: Pointer;
  /** Position of the provider response or generation. */
  readonly position?: number;
  readonly usage?: Usage;
  /** Of a generation: how its tokens are known. */
  readonly counted?: TokenSource;
}

/** Whether all sources of token counts agree, in one sentence; `differs` also carries by how much (source minus response usage). */
export interface UsageAgreement {
  readonly state: 'agrees' | 'differs' | 'unknown';
  readonly sentence: string;
  readonly difference?: { readonly prompt?: number; readonly generation?: number; readonly total?: number };
  /** Known causes of the difference; absent where none is known. */
  readonly causes?: readonly UsageCause[];
  /** Beside causes: they explain all of it. */
  readonly isExplained?: boolean;
}

/** The responses of a document that holds several, by their numbers. */
export interface ToldResponses {
  /** How a person finds each again: `line 12`. */
  readonly names: readonly string[];
  /** Keys of their prompts, where the form knows them; equal ones are samples of one prompt. */
  readonly groups?: readonly (string | undefined)[];
  /** How the keys came about, in a sentence. */
  readonly grouping?: string;
}

/** The prompts that the samples of several responses are of, by number, each the same value wherever it stands. */
export interface ToldPrompts {
  /** Their starts, at most 200 code units each, one behind the other, and where each ends. */
  readonly texts: string;
  readonly ends: Uint32Array<ArrayBuffer>;
  /** In the same way the pointer of a place where each stands. */
  readonly places: string;
  readonly placeEnds: Uint32Array<ArrayBuffer>;
  /** Samples of each. */
  readonly sizes: Uint32Array<ArrayBuffer>;
  /** Samples whose request or messages state a prompt, those of which only the inputs are known, and those of which nothing is. */
  readonly stated: number;
  readonly ofInputs: number;
  readonly absent: number;
}

/** What each of several responses adds up to, by number. */
export interface ResponseSummaries {
  readonly samples: Uint32Array<ArrayBuffer>;
  readonly distinct: Uint32Array<ArrayBuffer>;
  /** Samples of the answer that most of them give. */
  readonly largest: Uint32Array<ArrayBuffer>;
  /** Code points of the outputs, and their tokens, on average; NaN where none is known. */
  readonly characters: Float64Array<ArrayBuffer>;
  readonly tokens: Float64Array<ArrayBuffer>;
  readonly errors: Uint32Array<ArrayBuffer>;
  readonly warnings: Uint32Array<ArrayBuffer>;
  readonly models: readonly (string | undefined)[];
  /** As the requests ask for it; NaN where they do not say. */
  readonly temperatures: Float64Array<ArrayBuffer>;
}
