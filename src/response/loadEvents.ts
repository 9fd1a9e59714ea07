// What loading a response tells step by step, and why a text did not load. `load/` sends these, `state/` folds them into a document.
// Knows no worker and no screen.

import type { CodeFrame } from '../json/codeFrame.ts';
import type { ProviderPart } from './choices/choiceTable.ts';
import type { IssueColumns } from './issues/issueColumns.ts';
import type { LinkColumns } from './link/linkColumns.ts';
import type { ResponseSummaries, StatedUsage, ToldFields, ToldPrompts, ToldResponses, UsageAgreement } from './rows.ts';
import type { SampleChunk } from './samples/sampleColumns.ts';

/** Why a text did not load, in a person's words: what, where, what to do. */
export interface LoadFailure {
  readonly kind: 'empty' | 'syntax' | 'other-json' | 'not-json' | 'not-text' | 'unreadable' | 'too-large' | 'stopped';
  readonly title: string;
  readonly detail: string;
  readonly advice: string;
  /** For a shell: what the advice says to do. */
  readonly commands?: readonly string[];
  readonly place?: { readonly line: number; readonly column: number; readonly byte: number; readonly frame: CodeFrame };
  /** What would make the text readable, the likeliest first; done when a person agrees. */
  readonly mends?: readonly OfferedMend[];
  /** Valid JSON of another kind can be opened as plain JSON. */
  readonly canOpenAsPlain: boolean;
  /** It opens when a person agrees to what the detail says; the words of the button: "Unpack it". */
  readonly ask?: string;
  /** It may go better next time: the reason lies outside of the text. */
  readonly canTryAgain?: boolean;
}

/** A change of a text that makes it readable. */
export interface TextMend {
  /** "Insert a comma at line 23". */
  readonly title: string;
  /** Bytes `[from, to)` that give way to `text`; in ascending order, apart. */
  readonly edits: readonly { readonly from: number; readonly to: number; readonly text: string }[];
}

/** A mend with the lines that it changes; of many the first. */
export interface OfferedMend extends TextMend {
  readonly lines: readonly MendedLine[];
  /** Places in other lines, which are not shown. */
  readonly more: number;
}

export interface MendedLine {
  readonly line: number;
  readonly isCutLeft: boolean;
  readonly isCutRight: boolean;
  readonly pieces: readonly { readonly text: string; readonly change: 'same' | 'in' | 'out' }[];
}

export type LoadStage = 'reading' | 'checking' | 'generations' | 'providers' | 'linking';

/** The steps of a load in the order in which they come. */
export type LoadEvent =
  | {
      /** First rows: counts are final unless the text is broken; rows are not yet checked. */
      readonly type: 'skimmed';
      /** They are of the start of a large text, and the counts are those of the start; the same follows of the whole. */
      readonly isStart?: true;
      /** The text was read in another form than what was told of it before. */
      readonly isOther?: true;
      /** Values of headers were in it, and are hidden. */
      readonly hasHidden?: true;
      /** It was read with this change, whose places are those of the text as it was brought. */
      readonly mend?: TextMend;
      /** It has no `data`: the choices of its provider responses are the samples. */
      readonly isBare?: true;
      /** Some of its responses have no `data`: their choices are samples too, which come behind the generations when they are read. */
      readonly isMixed?: true;
      /** Absent while nobody knows. */
      readonly bytes?: number;
      readonly kind: 'response' | 'plain';
      readonly form: string;
      /** What was recognised in the input and what was left out of it, in sentences. */
      readonly notes: readonly string[];
      /** The responses that the input holds, where there are several. */
      readonly responses?: ToldResponses;
      readonly generationCount: number;
      readonly providerCount: number;
      readonly chunks: readonly SampleChunk[];
      readonly fields: ToldFields;
      /** Output of the first generation, up to 10,000 code units, so that it is on screen at once. */
      readonly firstOutput?: string;
    }
  /** The load begins once more; what was told stays in force until it is told again. */
  | { readonly type: 'again' }
  | { readonly type: 'progress'; readonly stage: LoadStage; readonly done: number; readonly total: number }
  /** Every byte has been checked, to the end or to the first mistake. */
  | { readonly type: 'checked' }
  /** Columns of samples that were written since the last of these, in place of the earlier ones; their buffers are transferred. */
  | { readonly type: 'rows'; readonly chunks: readonly SampleChunk[] }
  /** Provider responses and their choices, linked, in parts; the first of them begins anew. */
  | { readonly type: 'providers'; readonly part: ProviderPart; readonly isFirst: boolean }
  /** The links between these, when all of both are told; their buffers are transferred. */
  | { readonly type: 'links'; readonly columns: LinkColumns }
  | {
      readonly type: 'complete';
      readonly lineCount: number;
      /** Their buffers are transferred. */
      readonly issues: IssueColumns;
      readonly distinctCount: number;
      /** Of each of several responses. */
      readonly summaries?: ResponseSummaries;
      readonly prompts?: ToldPrompts;
      /** Absent of what is no response. */
      readonly usage?: StatedUsage;
      readonly agreement: UsageAgreement;
      readonly fields: ToldFields;
      readonly generationCount: number;
      readonly providerCount: number;
      /** The text breaks off or goes wrong here; everything above is about what is whole before it. */
      readonly failure?: LoadFailure;
    }
  /** Nothing opens. */
  | { readonly type: 'failed'; readonly failure: LoadFailure };
