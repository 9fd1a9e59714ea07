// A text that is no response as it stands, in whatever form it may be: read by the forms of `intake/`, with the text as it was brought kept beside the
// JSON that was made of it. Runs in the worker, as a part that comes when it is needed.

import type { ComposedEntry } from '../intake/compose.ts';
import type { Refusal, StreamFacts } from '../intake/form.ts';
import { originsText } from '../intake/origins.ts';
import { type TakenIn, takeIn } from '../intake/pipeline.ts';
import { takeStart } from '../intake/textStart.ts';
import { codeFrame } from '../json/codeFrame.ts';
import { indexLines, placeAt } from '../json/lines.ts';
import type { SourceText } from '../json/sourceText.ts';
import type { LoadFailure, TextMend } from '../response/loadEvents.ts';
import type { ToldResponses } from '../response/rows.ts';
import { withMends } from './failures.ts';
import { type InputWords, startRows } from './firstRows.ts';
import { keepableContent } from './keepable.ts';
import { ownNames } from './ownNames.ts';

/** Text to read as JSON. */
export interface JsonText {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly input: InputWords;
  /** What a person brought, where that is another text. */
  readonly source?: SourceText;
  readonly stream?: StreamFacts;
  /** The responses that it was composed of, where there are several. */
  readonly entries?: readonly ComposedEntry[];
  /** It was made of something that is no CompletionResponse. */
  readonly isRelative?: boolean;
  /** What may be kept of what was brought, where that holds values of headers. */
  readonly keepable?: Blob;
}

export async function takeText(
  bytes: Uint8Array<ArrayBuffer>,
  isAgreed: boolean,
  mend?: TextMend,
): Promise<JsonText | { readonly failure: LoadFailure } | undefined> {
  const taken = await takeIn(bytes, isAgreed, mend);
  if (taken === undefined) return undefined;
  if (taken.isRefused) return { failure: await refusal(taken, bytes) };
  const { form, notes, stream, isRelative, entries } = taken;
  const keepable = keepableContent(taken, bytes);
  return {
    bytes: taken.bytes,
    input: {
      form,
      notes,
      isOther: true,
      ...(keepable && { hasHidden: true }),
      ...(entries && { responses: toldResponses(entries, taken.grouping) }),
    },
    source: sourceOf(taken, mend === undefined ? bytes : undefined),
    ...(stream && { stream }),
    ...(entries && { entries }),
    ...(isRelative && { isRelative }),
    ...(keepable && { keepable }),
  };
}

/** First rows of a large text in another form, from its start; undefined where nothing can be said of it yet. `size`: of the whole in bytes, where it is known. */
export async function takeFirstRows(
  start: Uint8Array<ArrayBuffer>,
  size: number | undefined,
): Promise<ReturnType<typeof startRows>> {
  // As many rows as a screen shows are there at once; of long ones more is looked at.
  for (const length of [shortStart, start.length]) {
    const taken = await takeStart(start.slice(0, length));
    const rows = taken && startRows(taken.bytes, taken.form, size);
    if (rows) return rows;
  }
  return undefined;
}

const shortStart = 65_536;

function toldResponses(entries: readonly ComposedEntry[], grouping: string | undefined): ToldResponses {
  const names = ownNames(entries.map(({ name }, at) => (name === '' ? `response ${at + 1}` : name)));
  if (entries.every(({ group }) => group === undefined)) return { names };
  return { names, groups: entries.map(({ group }) => group), ...(grouping !== undefined && { grouping }) };
}

/** `brought`: absent where it was mended on the way. */
function sourceOf({ map, origins }: TakenIn, brought: Uint8Array | undefined): SourceText {
  const bytes = originsText(origins);
  return {
    bytes,
    isBrought: bytes === brought,
    lines: indexLines(bytes),
    rangeOf: (from, to) => map.toOrigin(from, to),
    byteOf: (byte) => map.toMade(byte)?.from,
  };
}

async function refusal(
  { title, detail, advice, byte, ask, broken }: Refusal,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<LoadFailure> {
  const lines = byte === undefined ? undefined : indexLines(bytes);
  const failure: LoadFailure = {
    kind: broken === undefined ? 'not-json' : 'syntax',
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
  if (broken === undefined) return failure;
  return await withMends(failure, bytes, { bytes: broken.bytes, rangeOf: (from, to) => broken.map.toOrigin(from, to) });
}
