// The steps of a load, in the worker: recognise, skim, first rows, strict pass, other forms where it is no sound JSON or no response, generations, provider
// responses, links, totals.
// Reads part by part and lets the thread answer questions in between; never holds a parsed copy of the whole. The order of the steps is
// the point of this file.

import type { ComposedEntry } from '../intake/compose.ts';
import { recognise } from '../intake/recognise.ts';
import { createDocument, type JsonDocument } from '../json/document.ts';
import { type StrictPass, type StrictResult, startStrictPass } from '../json/strict.ts';
import { checkSource } from '../response/checks/sourceChecks.ts';
import { IssueWriter } from '../response/issues/issueWriter.ts';
import type { LoadEvent, LoadFailure, TextMend } from '../response/loadEvents.ts';
import type { SampleTable } from '../response/samples/sampleTable.ts';
import { SampleWriter } from '../response/samples/sampleWriter.ts';
import type { LinkedRefusals } from './answers.ts';
import { choiceSamples } from './choiceSamples.ts';
import { notJson, otherJson, refused, withMends } from './failures.ts';
import {
  earlyRows,
  firstRows,
  holdsResponse,
  type InputWords,
  isSoundUntilLists,
  skimmedDocument,
  startRows,
} from './firstRows.ts';
import { samplesOf } from './mixedSamples.ts';
import type { Source } from './protocol.ts';
import { readSource } from './readSource.ts';
import type { Samples } from './samples.ts';
import { createSlice, type OnTime, type Pause } from './slice.ts';
import type { JsonText } from './takeText.ts';
import type { ArrivingText } from './textPieces.ts';

// What follows the first rows is a part of its own, here before it is needed; what fails is asked for once more where it is used.
import('./readResponse.ts').catch(() => undefined);
/** The fast way of the strict pass; what did not arrive is done without. */
const kernelPart = import('../json/kernel/kernel.ts').catch(() => undefined);

export interface LoadTarget {
  /** A person agreed to what was asked (`LoadFailure.ask`). */
  readonly isAgreed?: boolean;
  /** Called as soon as there is a document to ask about, and again when more of it is known. */
  onDocument(document: JsonDocument, refusals?: LinkedRefusals, samples?: Samples): void;
  tell(event: LoadEvent): void;
  pause: Pause;
  /** Hears of the samples as they stand, each time that some of them were told. */
  onSamples?(samples: SampleTable): void;
  /** Hears of the responses that the document was composed of. */
  onEntries?(document: JsonDocument, entries: readonly ComposedEntry[]): void;
  /** Leaves the processor to others for so many milliseconds. */
  rest(milliseconds: number): Promise<void>;
  /** Gets the bytes of a text that came in pieces, as the browser can keep them. */
  onContent?(content: Blob): void;
  /** Gets what may be kept of a text in which values of headers were hidden, before its rows are told. */
  onKeepable?(content: Blob): void;
  /** Hears how long the load worked at each stage, piece by piece; for measuring. */
  onTime?: OnTime;
}

/** The members of a generation lie on this level, where the filter looks for them. What is deeper is indexed when it is asked for. */
const tableDepth = 3;
const stepBytes = 4_000_000;
/** Smaller texts are read before the fast way is warm. */
const kernelBytes = 64_000;
/** Of a larger text the start says what a skim of all of it would. */
const largeBytes = 4_000_000;
const startBytes = 256 * 1024;
/** The page paints the first rows before the rest of the load, but for the reading of a file, asks for the same processors. */
const paintMs = 60;

async function startChecking(bytes: Uint8Array): Promise<StrictPass> {
  const kernel = bytes.length < kernelBytes ? undefined : await kernelPart;
  return startStrictPass(bytes, { depth: tableDepth, createKernel: kernel?.createKernel });
}

/** Loads a source, after a mend that a person agreed to; the last event is `complete` when it opened, and `failed` when it did not. */
export async function loadResponse(
  source: Source | ArrivingText,
  asPlain: boolean,
  target: LoadTarget,
  mend?: TextMend,
): Promise<void> {
  const { tell } = target;
  const slice = createSlice(tell, target.pause, target.onTime);
  let isStartShown = false;
  /** The start of a text in another form is on screen. */
  let isOtherShown = false;
  let isPainted = false;
  let painting: Promise<void> | undefined;
  const letPaint = (): Promise<void> => {
    painting ??= target.rest(paintMs).then(() => {
      isPainted = true;
    });
    return painting;
  };
  let begun: { readonly bytes: Uint8Array; readonly strict: StrictPass } | undefined;
  const read = await readSource(source, {
    async onHead(head, size) {
      const recognised = recognise(head);
      // White space may go on for longer than the start.
      if (!recognised.isText) return recognised.kind === 'not-text' ? refused(recognised) : undefined;
      const early = asPlain || mend ? undefined : earlyRows(recognised, size);
      if (early) {
        tell(early);
        isStartShown = true;
        const painted = letPaint();
        // Of a file the rest is read meanwhile.
        if (size === undefined) await painted;
      } else if (recognised.form === 'JSON' && !asPlain && !mend) {
        const other = await takeParts().then(({ takeFirstRows }) => takeFirstRows(recognised.bytes, size));
        if (other) {
          tell(other);
          isOtherShown = true;
          await letPaint();
        }
      }
      return undefined;
    },
    async onProgress(done, total, bytes) {
      // With the start on screen it is JSON, of which what is there is checked while the rest is on its way.
      if (isStartShown && isPainted && bytes) {
        slice.spent('reading');
        begun ??= { bytes, strict: await startChecking(bytes) };
        begun.strict.step(stepBytes, done);
        slice.spent('checking');
      }
      await slice.progress('reading', done, total);
    },
    onContent: (content) => target.onContent?.(content),
  });
  if ('failure' in read) {
    tell({ type: 'failed', failure: read.failure });
    return;
  }
  // What its start said holds for the whole.
  if (isStartShown) await letPaint();
  const recognised: ReturnType<typeof recognise> = isStartShown
    ? { isText: true, bytes: read.bytes, form: 'JSON' }
    : recognise(read.bytes);
  if (!recognised.isText) {
    tell({ type: 'failed', failure: refused(recognised) });
    return;
  }
  const { bytes, form } = recognised;
  const mended = mend && (await takenIn(bytes, target.isAgreed === true, mend));
  await readText(
    mend && mended && 'bytes' in mended
      ? { ...mended, input: { ...mended.input, mend } }
      : { bytes, input: { form, notes: [] } },
    isStartShown,
  );

  /** What is said of a text that opens as nothing: what a form says of it, unless it is JSON that a mend makes sound. */
  async function likeliest(failure: LoadFailure, refusal: LoadFailure | undefined): Promise<LoadFailure> {
    // The form that reads further is the likelier one.
    const isFurther = (refusal?.place?.byte ?? 0) > (failure.place?.byte ?? 0);
    const isOther = refusal !== undefined && (refusal.place === undefined || isFurther);
    const mayBeMended = failure.kind === 'syntax' && !mend && !isOther;
    const offered = mayBeMended ? await withMends(failure, bytes) : failure;
    return offered.mends ? offered : (refusal ?? failure);
  }

  /** A text that is JSON, or may be. */
  async function readText(text: JsonText, hasStart: boolean, otherwise?: LoadFailure): Promise<void> {
    const { bytes, input, source, stream, isRelative = false, entries, keepable } = text;
    if (keepable) target.onKeepable?.(keepable);
    // What its start said holds for the whole as a rule.
    const first = isOtherShown && !source ? await takenIn(bytes, target.isAgreed === true) : undefined;
    if (first && 'bytes' in first) return await readText(first, false);
    const start =
      source && bytes.length > largeBytes ? startRows(bytes.subarray(0, startBytes), input.form, undefined) : undefined;
    if (start) tell(start);
    const isStartShown = hasStart || start !== undefined;
    // A file that became shorter has other bytes than those that were begun.
    const strict = begun?.bytes === bytes ? begun.strict : await startChecking(bytes);
    const samples = new SampleWriter();
    // With the start on screen the strict pass itself says what a skim would, without reading everything twice, and in steps.
    const skimmed = isStartShown ? undefined : skimmedDocument(bytes, source);
    const isResponse =
      skimmed === undefined || (!asPlain && holdsResponse(skimmed) && isSoundUntilLists(skimmed, strict));
    const early = skimmed && isResponse ? choiceSamples(skimmed, entries) : undefined;
    if (skimmed && isResponse) {
      target.onDocument(skimmed, undefined, samplesOf(skimmed, early));
      tell(firstRows(skimmed, input, samples, early));
      target.onSamples?.(samples.table());
      await letPaint();
    }

    while (!strict.step(stepBytes)) await slice.progress('checking', strict.position, bytes.length);
    const result = strict.finish();
    const document = createDocument(bytes, result.table, result.lines, source);
    const isBroken = result.error !== undefined;
    const opens = isResponse && (!isBroken || holdsResponse(document));
    // What goes wrong as JSON may be sound in another form.
    const taken =
      source || asPlain || (opens && !isBroken)
        ? undefined
        : (first ?? (await takenIn(bytes, target.isAgreed === true)));
    if (taken && 'bytes' in taken) {
      // Of what was closed for viewing and is no response, the place where it breaks off is what a person wants to know.
      const isClosed = taken.stream?.isCut && result.error;
      const cut = isClosed && (await withMends(notJson(document, result.error), bytes));
      return await readText(taken, false, cut || undefined);
    }

    if (!opens) {
      if (result.error || !asPlain) {
        const failure = result.error ? notJson(document, result.error) : otherJson(document);
        tell({ type: 'failed', failure: otherwise ?? (await likeliest(failure, taken?.failure)) });
        return;
      }
      target.onDocument(document);
      tellPlain(document, result, input, tell);
      return;
    }
    const choices = choiceSamples(document, entries, early);
    if (isStartShown) tell(firstRows(document, input, samples, choices));
    if (entries) target.onEntries?.(document, entries);
    tell({ type: 'checked' });
    // Answers what was asked meanwhile, which may take longer than to say that it is sound.
    target.onDocument(document, undefined, samplesOf(document, choices));
    const { readResponse } = await import('./readResponse.ts');
    await readResponse(
      {
        document,
        result,
        samples,
        isRelative,
        ...(choices && { choices }),
        ...(stream && { stream }),
        ...(entries && { entries }),
      },
      target,
      slice,
    );
  }
}

const takeParts = () => import('./takeText.ts');

/** The text in another form than JSON; comes late, because most texts are JSON. */
async function takenIn(
  bytes: Uint8Array<ArrayBuffer>,
  isAgreed: boolean,
  mend?: TextMend,
): Promise<JsonText | { readonly failure: LoadFailure } | undefined> {
  const { takeText } = await takeParts();
  return await takeText(bytes, isAgreed, mend);
}

function tellPlain(
  document: JsonDocument,
  result: StrictResult,
  input: InputWords,
  tell: (event: LoadEvent) => void,
): void {
  const issues = new IssueWriter();
  issues.addAll(checkSource(result.findings));
  const none = { generationCount: 0, providerCount: 0, fields: { fields: [], fieldCount: 0 } };
  tell({
    type: 'skimmed',
    kind: 'plain',
    ...input,
    bytes: document.source.bytes.length,
    chunks: [],
    ...none,
  });
  tell({
    type: 'complete',
    lineCount: document.source.lines.lineCount,
    issues: issues.finish(),
    distinctCount: 0,
    agreement: { state: 'unknown', sentence: 'Plain JSON states no token counts.' },
    ...none,
  });
}
