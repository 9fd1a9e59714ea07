// The parts of a response as the rest of the program sees them: readonly, camelCase, each with the pointer of its place.
// Knows no bytes, no provider and no screen. A part holds short values only; long texts are asked for through Questions.

import type { Pointer } from '../json/pointer.ts';

/** A count as it was written: `value` to calculate with, `lexeme` to show (`28.0` stays `28.0`). */
export interface Count {
  readonly value: number;
  readonly lexeme: string;
  readonly pointer: Pointer;
}

/** Prompt, generation and total tokens as one source states them; a missing one is absent, never 0. */
export interface Usage {
  readonly pointer: Pointer;
  readonly prompt?: Count;
  readonly generation?: Count;
  readonly total?: Count;
  /** Part of `prompt` that was read from a cache, where the source says it. */
  readonly cached?: Count;
  /** Part of `prompt` that was written to a cache, where the source says it. */
  readonly cacheWritten?: Count;
  /** Tokens of tool results that were sent as prompt, beside `prompt` (Gemini). */
  readonly toolPrompt?: Count;
  /** Part of `generation` that was reasoning, where the source says it. */
  readonly reasoning?: Count;
}

/** Why a text ended, in the classes that the readers map every provider's words to (format notes §2.1). */
export type FinishClass = 'stop' | 'length' | 'tool_call' | 'filter' | 'error' | 'pending' | 'unknown';

export interface FinishReason {
  /** As written: `stop`, `max_tokens`, `2` for an integer enum. */
  readonly raw: string;
  readonly class: FinishClass;
  readonly pointer: Pointer;
}

export interface ToolCall {
  readonly pointer: Pointer;
  readonly id?: string;
  readonly name: string;
  /** The arguments as written: the text of a JSON string, or the source text of an object. */
  readonly argumentsText: string;
  readonly argumentsPointer: Pointer;
}

export interface ToolResult {
  readonly pointer: Pointer;
  readonly id?: string;
  readonly name?: string;
  readonly result?: string;
  readonly resultPointer?: Pointer;
}

/** What stands at `output`: a text, which can be empty, nothing at all, null, or a value of another type. */
export type OutputKind = 'text' | 'missing' | 'null' | 'other';

/** One of `data`; its texts are decoded when somebody looks. Lives in the worker only while it is being read. */
export interface Generation {
  /** `/data/3` */
  readonly pointer: Pointer;
  /** Place in `data`, from 0. */
  readonly position: number;
  readonly id?: string | undefined;
  /** The value of `index` when it is an integer. */
  readonly index?: number;
  readonly output?: string | undefined;
  readonly outputKind: OutputKind;
  /** Source text of an output that is of another type. */
  readonly otherOutput?: string | undefined;
  readonly rawOutput?: string | undefined;
  readonly modelConfigId?: string | undefined;
  readonly finishReason?: FinishReason;
  readonly toolCalls: readonly ToolCall[];
  readonly toolResults: readonly ToolResult[];
  /** What the model said instead of an answer, in chats that keep it apart (`refusal` of the message); never ''. */
  readonly refusal?: string | undefined;
  readonly hasInputs: boolean;
  readonly hasMessages: boolean;
  /** Canonical text of `inputs` (keys sorted), to tell generations of different inputs apart. */
  readonly inputsKey: string;
}

/** How sure a link is, in words (format notes §4); never a score. */
export type LinkWord = 'certain' | 'by text' | 'by position' | 'ambiguous' | 'conflict' | 'none';

export interface Link {
  readonly word: LinkWord;
  /** The choice, `/provider_responses/0/choices/1`. */
  readonly choice?: Pointer;
  /** Where that choice holds the text that was found. */
  readonly text?: Pointer;
  /** On a conflict: the choice that the index points at. */
  readonly otherChoice?: Pointer;
  /** Both texts are equal but for so many code points at one end of the longer one. */
  readonly difference?: { readonly characters: number; readonly end: 'start' | 'end' };
  /** The choice is that of another generation too, because there are fewer choices than generations. */
  readonly isShared?: boolean;
  /** A person chose this link; what was found before is kept, so that it can be taken back. */
  readonly pin?: { readonly found?: Link };
  /** The evidence as one sentence with both paths. */
  readonly evidence: string;
}

export type Severity = 'error' | 'warning' | 'info';

/** A finding about the response. `id` and message follow the format notes §5 to the letter. */
export interface Issue {
  readonly id: string;
  readonly severity: Severity;
  readonly message: string;
  readonly pointer: Pointer;
  /** Other places that the finding is about. */
  readonly related?: readonly Pointer[];
  /** Further detail for the second line: raw values, never a guess. */
  readonly detail?: string;
  /** A person has changed a link since, on which this finding depends. */
  readonly isFoundBefore?: boolean;
}
