// What a reading is given: the checked text of a response with what is known of it before. Types only.

import type { ComposedEntry } from '../intake/compose.ts';
import type { StreamFacts } from '../intake/form.ts';
import type { JsonDocument } from '../json/document.ts';
import type { StrictResult } from '../json/strict.ts';
import type { SampleWriter } from '../response/samples/sampleWriter.ts';
import type { ChoiceSamples } from './choiceSamples.ts';

/** What is read. */
export interface Subject {
  readonly document: JsonDocument;
  readonly result: StrictResult;
  /** Holds the first rows already. */
  readonly samples: SampleWriter;
  /** The text was made of one. */
  readonly stream?: StreamFacts;
  /** It was made of something that is no CompletionResponse. */
  readonly isRelative: boolean;
  /** It, or a response of several, has no `data`: the choices that are samples, as far as they are known. */
  readonly choices?: ChoiceSamples;
  /** It was composed of several responses. */
  readonly entries?: readonly ComposedEntry[];
}
