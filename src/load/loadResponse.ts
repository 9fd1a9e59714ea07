// The steps of a load, in the worker: recognise, skim, first rows, strict pass, generations, provider responses, links, totals.
// Reads part by part and lets the thread answer questions in between; never holds a parsed copy of the whole. The order of the steps is
// the point of this file.

import { countBySeverity } from '../analysis/issueCounts.ts';
import { fieldRows, generationRow } from '../analysis/rows.ts';
import { recognise } from '../intake/recognise.ts';
import { documentCursor } from '../json/byteCursor.ts';
import { createDocument, type JsonDocument } from '../json/document.ts';
import { indexLines, type LineIndex } from '../json/lines.ts';
import { pointerOf, rootPointer } from '../json/pointer.ts';
import { skim } from '../json/skim.ts';
import { type StrictResult, startStrictPass } from '../json/strict.ts';
import { checkSource } from '../response/checks/sourceChecks.ts';
import { readGeneration } from '../response/generation.ts';
import { isChatResponse } from '../response/isChat.ts';
import type { LoadEvent } from '../response/loadEvents.ts';
import type { SampleTable } from '../response/samples/sampleTable.ts';
import { SampleWriter } from '../response/samples/sampleWriter.ts';
import { writeRow } from '../response/samples/writeRow.ts';
import type { LinkedRefusals } from './answers.ts';
import { notJson, otherJson, refused } from './failures.ts';
import type { Source } from './protocol.ts';
import { listLength, noIssues, readResponse } from './readResponse.ts';
import { readSource } from './readSource.ts';
import { createSlice, type OnTime, type Pause } from './slice.ts';

export interface LoadTarget {
  /** Called as soon as there is a document to ask about, and again when more of it is known. */
  onDocument(document: JsonDocument, refusals?: LinkedRefusals): void;
  tell(event: LoadEvent): void;
  pause: Pause;
  /** Hears of the samples as they stand, each time that some of them were told. */
  onSamples?(samples: SampleTable): void;
  /** Leaves the processor to others for so many milliseconds. */
  rest(milliseconds: number): Promise<void>;
  /** Hears how long the load worked at each stage, piece by piece; for measuring. */
  onTime?: OnTime;
}

/** `/provider_responses/0/choices/1` lies on this level; what is deeper is indexed when it is asked for. */
const tableDepth = 4;
const stepBytes = 4_000_000;
/** More than a table shows at once; a long generation may take the whole time by itself. */
const firstRowCount = 60;
const firstRowsMs = 12;
/** The page paints the first rows before the rest of the load asks for the same processors. */
const paintMs = 60;
const firstOutputLength = 10_000;

/** Loads a source; the last event is `complete` when it opened, and `failed` when it did not. */
export async function loadResponse(source: Source, asPlain: boolean, target: LoadTarget): Promise<void> {
  const { tell } = target;
  const slice = createSlice(tell, target.pause, target.onTime);
  const read = await readSource(source, (done, total) => slice.progress('reading', done, total));
  if ('failure' in read) {
    tell({ type: 'failed', failure: read.failure });
    return;
  }
  const recognised = recognise(read.bytes);
  if (!recognised.isText) {
    tell({ type: 'failed', failure: refused(recognised) });
    return;
  }
  const { bytes, form, notes, stream } = recognised;
  const input = { form, notes: notes ?? [] };
  const strict = startStrictPass(bytes, { depth: tableDepth });

  const skimmed = createDocument(bytes, skim(bytes, { depth: 2 }), lazyLines(bytes));
  const samples = new SampleWriter();
  const isResponse = !asPlain && holdsResponse(skimmed) && isSoundUntilLists(skimmed, strict);
  if (isResponse) {
    target.onDocument(skimmed);
    tell(firstRows(skimmed, input, samples));
    target.onSamples?.(samples.table());
    await target.rest(paintMs);
  }

  while (!strict.step(stepBytes)) await slice.progress('checking', strict.position, bytes.length);
  const result = strict.finish();
  const document = createDocument(bytes, result.table, result.lines);

  if (!isResponse || (result.error && !holdsResponse(document))) {
    if (result.error || !asPlain) {
      const failure = result.error ? notJson(bytes, result.lines, result.error) : otherJson(document);
      tell({ type: 'failed', failure });
      return;
    }
    target.onDocument(document);
    tellPlain(document, result, input, tell);
    return;
  }
  target.onDocument(document);
  tell({ type: 'checked' });
  await readResponse({ document, result, samples, ...(stream && { stream }) }, target, slice);
}

function holdsResponse(document: JsonDocument): boolean {
  const root = document.find(rootPointer);
  if (root?.kind !== 'object') return false;
  return document.find(pointerOf('data')) !== undefined || document.find(pointerOf('provider_responses')) !== undefined;
}

/** A text that is broken before its lists begin is no response to look at; checked at once where that is near. */
function isSoundUntilLists(document: JsonDocument, strict: ReturnType<typeof startStrictPass>): boolean {
  const lists = [document.find(pointerOf('data')), document.find(pointerOf('provider_responses'))];
  const first = Math.min(...lists.map((list) => list?.keyFrom ?? Number.POSITIVE_INFINITY));
  if (first > stepBytes) return true;
  strict.step(first + 1);
  // It stays where it found a mistake.
  return strict.position >= first;
}

/** Lines are counted by the strict pass; before that, only when somebody asks. */
function lazyLines(bytes: Uint8Array): LineIndex {
  let lines: LineIndex | undefined;
  const known = () => {
    lines ??= indexLines(bytes);
    return lines;
  };
  return {
    get lineCount() {
      return known().lineCount;
    },
    get starts() {
      return known().starts;
    },
  };
}

/** What the input was, for people. */
interface Input {
  readonly form: string;
  readonly notes: readonly string[];
}

/** Rows of the first generations from the skim alone: not checked, not linked, but there at once. */
function firstRows(document: JsonDocument, input: Input, samples: SampleWriter): LoadEvent {
  const started = performance.now();
  const root = documentCursor(document, rootPointer);
  const data = document.find(pointerOf('data'));
  let firstOutput: string | undefined;
  let position = 0;
  for (const cursor of root?.get('data')?.items() ?? []) {
    if (position >= firstRowCount || (position > 0 && performance.now() - started > firstRowsMs)) break;
    const generation = readGeneration(cursor, position);
    if (position === 0) firstOutput = generation.output?.slice(0, firstOutputLength);
    const label = generation.index === undefined ? `data[${position}]` : String(generation.index);
    writeRow(samples, generationRow(generation, { label, issues: noIssues, isChecked: false, isBroken: false }));
    position++;
  }
  return {
    type: 'skimmed',
    kind: 'response',
    ...input,
    bytes: document.bytes.length,
    generationCount: data?.kind === 'array' ? data.childCount : 0,
    providerCount: listLength(document, 'provider_responses'),
    chunks: samples.chunksSince(0).chunks,
    fields: root ? fieldRows(root, isChatResponse(root)) : [],
    ...(firstOutput === undefined ? {} : { firstOutput }),
  };
}

function tellPlain(document: JsonDocument, result: StrictResult, input: Input, tell: (event: LoadEvent) => void): void {
  const issues = checkSource(result.findings);
  const none = { generationCount: 0, providerCount: 0, fields: [] };
  tell({
    type: 'skimmed',
    kind: 'plain',
    ...input,
    bytes: document.bytes.length,
    chunks: [],
    ...none,
  });
  tell({
    type: 'complete',
    lineCount: result.lines.lineCount,
    issues,
    issueCounts: countBySeverity(issues),
    distinctCount: 0,
    usage: [],
    agreement: { state: 'unknown', sentence: 'Plain JSON states no token counts.' },
    ...none,
  });
}
