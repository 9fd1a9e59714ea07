// What every reader of a provider response gives: the normalised model. Knows no format.
// Adding a format means adding one file that exports a ProviderReader and one line in `readers.ts`.

import type { JsonCursor } from '../../json/cursor.ts';
import type { Pointer } from '../../json/pointer.ts';
import type { FinishReason, ToolCall, Usage } from '../model.ts';
import type { TextScan } from '../text/textScan.ts';
import type { TokenList } from '../tokens/rawToken.ts';

/** One provider family. A reader is total: whatever the shape, it answers and never throws. */
export interface ProviderReader {
  /** Stable name, `openai-chat`. */
  readonly format: string;
  /** For people, `OpenAI chat`. */
  readonly label: string;
  /** On shape alone, never on a model's name. */
  recognises(body: JsonCursor): boolean;
  read(body: JsonCursor): ProviderReading;
}

export interface ProviderReading {
  readonly choices: readonly ProviderChoice[];
  readonly id?: string;
  readonly model?: PlacedText;
  readonly created?: ProviderTime;
  readonly usage?: Usage;
  readonly error?: { readonly message: string; readonly code?: string; readonly pointer: Pointer };
  /** Why the provider kept the answer back, where it says so beside the choices. */
  readonly blocked?: { readonly reason: string; readonly pointer: Pointer };
  /** Tokens as they are billed, where that is stated beside the real ones. */
  readonly billed?: Usage;
  /** The vendor behind a shared shape, a hint for the label only. */
  readonly vendor?: string;
  /** Sentences about what was peeled, merged or left out. */
  readonly notes: readonly string[];
}

export interface PlacedText {
  readonly text: string;
  readonly pointer: Pointer;
}

export interface ProviderTime {
  /** As written. */
  readonly raw: string;
  /** ISO 8601 in UTC; absent when the value says nothing (0). */
  readonly iso?: string;
  readonly unit: 's' | 'ms' | 'us' | 'iso' | 'unknown';
  readonly pointer: Pointer;
}

/** What the text of a choice is: `missing` when the choice has no place for one, `toolOnly` when it only calls tools. */
export type TextKind = 'content' | 'refusal' | 'empty' | 'toolOnly' | 'missing';

/** One answer inside a provider response, whatever the provider calls it. */
export interface ProviderChoice {
  readonly pointer: Pointer;
  /** Place among the choices of its provider response, from 0. */
  readonly position: number;
  /** The provider's own index, where it gives one. */
  readonly index?: number;
  readonly text: string | null;
  /** Every place that `text` was joined from, in order. */
  readonly textPointers: readonly Pointer[];
  readonly textKind: TextKind;
  readonly reasoning?: { readonly text: string; readonly pointers: readonly Pointer[] };
  readonly toolCalls: readonly ToolCall[];
  readonly finishReason?: FinishReason;
  /** How many tokens the choice lists with log probabilities, and where. */
  readonly listedTokens?: { readonly count: number; readonly pointer: Pointer } | undefined;
  /** These tokens, to be read when they are wanted. */
  readonly tokens?: TokenList;
  /** Tokens of this choice alone, where the provider says it. */
  readonly usage?: Usage;
  /** Scans `text` without decoding it where that can be; false where it is null. */
  scanText(into: TextScan): boolean;
  /** The same choice with another finish reason, where one is given. */
  withFinishReason(finishReason: FinishReason | undefined): ProviderChoice;
}
