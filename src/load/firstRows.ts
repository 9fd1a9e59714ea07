// The first rows of a response, from matching brackets alone: not checked, not linked, but there at once. Of a large one from its start, before
// the rest is read.

import type { Recognised } from '../intake/recognise.ts';
import { documentCursor } from '../json/byteCursor.ts';
import { createDocument, type JsonDocument } from '../json/document.ts';
import { indexLines, type LineIndex } from '../json/lines.ts';
import { pointerOf, rootPointer } from '../json/pointer.ts';
import { skim } from '../json/skim.ts';
import type { SourceText } from '../json/sourceText.ts';
import { startStrictPass } from '../json/strict.ts';
import { ChoiceGeneration } from '../response/choiceGeneration.ts';
import { readGeneration } from '../response/generation.ts';
import { isChatResponse } from '../response/isChat.ts';
import { isGenerateResponse } from '../response/isGenerate.ts';
import { isOtherData } from '../response/isOtherData.ts';
import type { LoadEvent, TextMend } from '../response/loadEvents.ts';
import { readProvider } from '../response/provider/read.ts';
import type { ToldResponses } from '../response/rows.ts';
import { SampleWriter } from '../response/samples/sampleWriter.ts';
import { writeState } from '../response/samples/writeRow.ts';
import { type ChoiceSamples, choiceSamples } from './choiceSamples.ts';
import { listLength } from './listLength.ts';
import { ResponseFields } from './responseFields.ts';
import { writeGeneration } from './writeGeneration.ts';

/** What the input was, for people. */
export interface InputWords {
  readonly form: string;
  readonly notes: readonly string[];
  /** It was read as another form before, of which something may have been told. */
  readonly isOther?: true;
  /** The responses that it holds, where there are several. */
  readonly responses?: ToldResponses;
  /** Values of headers were in it, and are hidden. */
  readonly hasHidden?: true;
  /** The change of the text that a person agreed to, with which it was read. */
  readonly mend?: TextMend;
}

/** More than a table shows at once; of long generations fewer, as many as are read in some milliseconds. */
const firstRowCount = 60;
const firstRowsBytes = 1_000_000;
const firstOutputLength = 10_000;
/** As far as the text is checked before its lists, where they begin that early. */
const nearBytes = 4_000_000;

type Skimmed = Extract<LoadEvent, { type: 'skimmed' }>;

/** A document after a skim: whole, or the start of one. */
export function skimmedDocument(bytes: Uint8Array, source?: SourceText): JsonDocument {
  return createDocument(bytes, skim(bytes, { depth: 2 }), lazyLines(bytes), source);
}

export function holdsResponse(document: JsonDocument): boolean {
  const root = document.find(rootPointer);
  if (root?.kind !== 'object') return false;
  if (document.find(pointerOf('provider_responses')) !== undefined) return true;
  const cursor = document.find(pointerOf('data')) && documentCursor(document, rootPointer);
  return cursor !== undefined && !isOtherData(cursor);
}

/** A text that is broken before its lists begin is no response to look at; checked at once where that is near. */
export function isSoundUntilLists(document: JsonDocument, strict: ReturnType<typeof startStrictPass>): boolean {
  const lists = [document.find(pointerOf('data')), document.find(pointerOf('provider_responses'))];
  const first = Math.min(...lists.map((list) => list?.keyFrom ?? Number.POSITIVE_INFINITY));
  if (first > nearBytes) return true;
  strict.step(first + 1);
  // It stays where it found a mistake.
  return strict.position >= first;
}

/**
 * Rows of the first generations of a document whose every bracket is known; of one without `data`, of the first choices (`choices` hears of them). Where
 * only some responses have none, their choices come when they are read.
 */
export function firstRows(
  document: JsonDocument,
  input: InputWords,
  samples: SampleWriter,
  choices?: ChoiceSamples,
): Skimmed {
  const isBare = choices !== undefined && document.find(pointerOf('data')) === undefined;
  const bare = isBare ? firstChoiceRows(document, samples, choices) : undefined;
  const generationCount = bare ? samples.length : listLength(document, 'data');
  return {
    type: 'skimmed',
    kind: 'response',
    ...(isBare && { isBare }),
    ...(choices && !isBare && { isMixed: true }),
    ...input,
    ...(input.form === 'JSON' && { form: formOf(document) }),
    bytes: document.source.bytes.length,
    generationCount,
    providerCount: listLength(document, 'provider_responses'),
    fields: new ResponseFields(document).told(),
    ...(bare ?? writtenRows(document, generationCount, samples)),
  };
}

/** JSON that is a response as it stands, with the interface that gives such a one where it is another than /completion. */
function formOf(document: JsonDocument): string {
  const root = documentCursor(document, rootPointer);
  if (root === undefined) return 'JSON';
  if (isChatResponse(root)) return 'JSON, ChatResponse';
  return isGenerateResponse(root) ? 'JSON, GenerateResponse' : 'JSON';
}

/** A larger provider response, or so many of them, is read when all of it has been checked. */
const firstProvidersBytes = 1_000_000;

/** Choices of the first provider responses, where these are read in some milliseconds. */
function firstChoiceRows(
  document: JsonDocument,
  samples: SampleWriter,
  choices: ChoiceSamples,
): Pick<Skimmed, 'chunks' | 'firstOutput'> {
  const first = document.children(pointerOf('provider_responses'), 0, firstRowCount) ?? [];
  const from = first[0]?.from ?? 0;
  let firstOutput: string | undefined;
  const written = () => ({
    chunks: samples.chunksSince(0).chunks,
    ...(firstOutput === undefined ? {} : { firstOutput }),
  });
  for (const [provider, { pointer, to }] of first.entries()) {
    const cursor = documentCursor(document, pointer);
    if (cursor === undefined || to - from > firstProvidersBytes || samples.length >= firstRowCount) break;
    const read = readProvider(cursor).reading.choices;
    for (const choice of read) {
      const { length } = samples;
      // The text may end in it.
      if (document.find(choice.pointer)?.isIncomplete) return written();
      const generation = new ChoiceGeneration(choice, length);
      if (length === 0) firstOutput = generation.output?.slice(0, firstOutputLength);
      writeGeneration(samples, generation, undefined, false, true);
      writeState(samples, length, { label: String(length), isChecked: false });
    }
    choices.add(provider, read.length);
  }
  return written();
}

/**
 * Rows of the generations that lie whole in the start of a large text; undefined where nothing can be said of it yet. `size`: of the whole in
 * bytes, where it is known. The count is that of the start.
 */
export function earlyRows({ bytes: head, form }: Recognised, size: number | undefined): Skimmed | undefined {
  if (form !== 'JSON') return undefined;
  const document = skimmedDocument(head);
  const root = document.find(rootPointer);
  const generationCount = wholeCount(document);
  // A root that ends already is no start of a response.
  if (root?.kind !== 'object' || !root.isIncomplete || generationCount === 0) return undefined;
  if (!isSoundUntilLists(document, startStrictPass(head, { depth: 1 }))) return undefined;
  return {
    type: 'skimmed',
    isStart: true,
    kind: 'response',
    form,
    notes: [],
    ...(size !== undefined && { bytes: size }),
    generationCount,
    providerCount: 0,
    fields: { fields: [], fieldCount: 0 },
    ...writtenRows(document, generationCount, new SampleWriter()),
  };
}

/**
 * Rows of what lies whole in the start of JSON that a text in another form becomes; undefined where it is no response, or has no row yet. `size`: of the text that
 * was brought, where it is known.
 */
export function startRows(bytes: Uint8Array, form: string, size: number | undefined): Skimmed | undefined {
  const document = skimmedDocument(bytes);
  if (!holdsResponse(document)) return undefined;
  const choices = choiceSamples(document);
  const samples = new SampleWriter();
  const most = choices ? 0 : wholeCount(document);
  const written = choices ? firstChoiceRows(document, samples, choices) : writtenRows(document, most, samples);
  const generationCount = choices ? samples.length : most;
  if (generationCount === 0) return undefined;
  return {
    type: 'skimmed',
    isStart: true,
    isOther: true,
    kind: 'response',
    ...(choices && { isBare: true }),
    form,
    notes: [],
    ...(size !== undefined && { bytes: size }),
    generationCount,
    providerCount: 0,
    fields: { fields: [], fieldCount: 0 },
    ...written,
  };
}

function writtenRows(
  document: JsonDocument,
  most: number,
  samples: SampleWriter,
): Pick<Skimmed, 'chunks' | 'firstOutput'> {
  const first = document.children(pointerOf('data'), 0, Math.min(most, firstRowCount)) ?? [];
  const from = first[0]?.from ?? 0;
  let firstOutput: string | undefined;
  for (const [position, { pointer, to }] of first.entries()) {
    const cursor = documentCursor(document, pointer);
    if (!cursor || (position > 0 && to - from > firstRowsBytes)) break;
    const generation = readGeneration(cursor, position);
    if (position === 0) firstOutput = generation.output?.slice(0, firstOutputLength);
    writeGeneration(samples, generation, undefined, false);
  }
  return { chunks: samples.chunksSince(0).chunks, ...(firstOutput === undefined ? {} : { firstOutput }) };
}

/** Members of the list `data` that do not break off. */
function wholeCount(document: JsonDocument): number {
  const data = document.find(pointerOf('data'));
  if (data?.kind !== 'array') return 0;
  const [last] = document.children(data.pointer, data.childCount - 1, 1) ?? [];
  return data.childCount - (last?.isIncomplete ? 1 : 0);
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
