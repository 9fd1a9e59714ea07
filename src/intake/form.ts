// What a form of input is: how it is recognised, what reading it gives. One file per form implements this; `forms.ts` lists them in the order in which
// they are tried. Types only.

import type { MadeBytes } from './madeText.ts';
import type { RootColumns } from './rootColumns.ts';
import type { ByteRange, SourceMap } from './sourceMap.ts';

/** The start of a text. */
export interface Head {
  /** At most 64 KiB, after a byte order mark. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Decoded; a character that is cut at the end is left out. */
  readonly text: string;
  /** There is no more than this. */
  readonly isWhole: boolean;
}

export interface Form {
  /** For code and tests: `python`. */
  readonly id: string;
  /** A cheap look: false when it is certainly not this form. */
  looksLike(head: Head): boolean;
  /**
   * Reads all of it; undefined when it is not this form after all. Never throws, never hangs on any bytes. `isAgreed`: a person agreed to what an
   * earlier reading asked (`Refusal.ask`).
   */
  read(bytes: Uint8Array<ArrayBuffer>, isAgreed?: boolean): Reading | undefined | Promise<Reading | undefined>;
}

export type Reading = Read | Refusal;

/** Text that was read: one text or several, each of which is read on. */
export interface Read {
  /** For people, the words before a comma: `Python repr`, `HAR`, `inspect log`. */
  readonly form: string;
  /** What of the whole is worth saying beside the form: `40 samples × 5 epochs`, `3 NaN kept`. */
  readonly facts?: readonly string[];
  /** What was recognised, changed and left out, in sentences. */
  readonly notes: readonly string[];
  readonly parts: readonly Part[];
  /** A part that is sound JSON is what was meant, and in no form within: the lines of JSONL, whose records a log of a tool would have been known by. */
  readonly areDocuments?: boolean;
  /** Bytes of the text that no pane may show: values of headers. */
  readonly hidden?: readonly ByteRange[];
  /** How `group` of the parts came about, in a sentence: "Samples with one `id` and another `epoch` are of one prompt." */
  readonly grouping?: string;
}

/** One text that was found in the input. */
export interface Part {
  /** UTF-8. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** From `bytes` to the text that `read` was given; absent where the bytes were unpacked, so that they are an origin of their own. */
  readonly map?: SourceMap;
  /** It is JSON that the form made; otherwise it is read on, by the same list of forms. */
  readonly isJson: boolean;
  /** How a person finds it again: `line 12`, `POST /v1/chat/completions`, `samples/1_epoch_2.json`. */
  readonly name?: string;
  /** What its samples have in common with those of other parts: the key of the prompt, as the form's grouping rule says. */
  readonly group?: string;
  /** Secrets were left out of it, or it holds them by its nature (HAR): never kept over sessions without asking. */
  readonly isSensitive?: boolean;
  /** It was made of something that is no CompletionResponse: what only that has is not missed. */
  readonly isRelative?: boolean;
  /** The JSON body of the request that it answers, with its map to the text that `read` was given: becomes `provider_request` where the part has none. */
  readonly request?: MadeBytes;
  /** What was noted of it (status, time), a JSON object with its map: becomes `metadata` where the part has none. */
  readonly metadata?: MadeBytes;
  /** Facts of a stream, where the part was made of one. */
  readonly stream?: StreamFacts;
  /** It stands for two and more responses that stand in `bytes`, which were found to be sound and are read already. */
  readonly several?: Several;
}

/** Responses that stand in one text, by number. */
export interface Several {
  readonly roots: RootColumns;
  /** The response as a part of its own. */
  partOf(response: number): Part;
  /** Its words alone, of which there may be a hundred thousand. */
  wordsOf(response: number): Pick<Part, 'name' | 'group' | 'isRelative'>;
  /** Where it was made of another form of JSON. */
  formOf?(response: number): string | undefined;
}

/** What tells whether a stream was read to its end. */
export interface StreamFacts {
  /** Its events are pieces of generations, which were joined. */
  readonly isJoined: boolean;
  /** `[DONE]` was sent. */
  readonly isDone: boolean;
  /** The last event is JSON that breaks off. */
  readonly isCut: boolean;
  /** The last line that is not empty, from 1. */
  readonly lastLine: number;
}

/** It is this form, and cannot be opened: what it is, why not, and the sentence that helps. */
export interface Refusal {
  readonly isRefused: true;
  /** A short sentence: "This is the tree of the developer tools". */
  readonly title: string;
  readonly detail: string;
  /** What to do. */
  readonly advice: string;
  /** Byte of the text that it is about. */
  readonly byte?: number;
  /** The JSON within that goes wrong there, with its way back to the text: what mends it mends the text. */
  readonly broken?: MadeBytes;
  /** It can be read all the same when a person agrees; the words of the button: "Unpack it". Then `read` is called again with `isAgreed`. */
  readonly ask?: string;
}

/** A change of the text that makes it readable. Only applied when a person agreed to it, shown as a difference. */
export interface Mend {
  /** "Insert a comma at line 23". */
  readonly title: string;
  /** In ascending order, apart: the bytes `[from, to)` give way to `text`. */
  readonly edits: readonly { readonly from: number; readonly to: number; readonly text: string }[];
}
