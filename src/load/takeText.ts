// A text that is no response as it stands, in whatever form it may be: read by the forms of `intake/`, with the text as it was brought kept beside the
// JSON that was made of it. Runs in the worker, as a part that comes when it is needed.

import type { Refusal, StreamFacts } from '../intake/form.ts';
import { originsText, type TakenIn, takeIn } from '../intake/pipeline.ts';
import { codeFrame } from '../json/codeFrame.ts';
import { indexLines, placeAt } from '../json/lines.ts';
import type { SourceText } from '../json/sourceText.ts';
import type { LoadFailure, TextMend } from '../response/loadEvents.ts';
import type { InputWords } from './firstRows.ts';

/** Text to read as JSON. */
export interface JsonText {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly input: InputWords;
  /** What a person brought, where that is another text. */
  readonly source?: SourceText;
  readonly stream?: StreamFacts;
}

export async function takeText(
  bytes: Uint8Array<ArrayBuffer>,
  isAgreed: boolean,
  mend?: TextMend,
): Promise<JsonText | { readonly failure: LoadFailure } | undefined> {
  const taken = await takeIn(bytes, isAgreed, mend);
  if (taken === undefined) return undefined;
  if (taken.isRefused) return { failure: refusal(taken, bytes) };
  const { form, notes, stream } = taken;
  return { bytes: taken.bytes, input: { form, notes }, source: sourceOf(taken), ...(stream && { stream }) };
}

function sourceOf({ map, origins }: TakenIn): SourceText {
  const bytes = originsText(origins);
  return {
    bytes,
    lines: indexLines(bytes),
    rangeOf: (from, to) => map.toOrigin(from, to),
    byteOf: (byte) => map.toMade(byte)?.from,
  };
}

function refusal({ title, detail, advice, byte, ask }: Refusal, bytes: Uint8Array): LoadFailure {
  const lines = byte === undefined ? undefined : indexLines(bytes);
  return {
    kind: 'not-json',
    title,
    detail,
    advice,
    ...(lines &&
      byte !== undefined && {
        place: { ...placeAt(bytes, lines, byte), byte, frame: codeFrame(bytes, lines, byte, { width: 120 }) },
      }),
    canOpenAsPlain: false,
    ...(ask !== undefined && { ask }),
  };
}
