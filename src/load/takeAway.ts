// Writes what a person takes away, part by part: rows of the table with their whole texts, and values as the document writes them. Runs in the worker,
// where it comes when it is first asked for; knows no messages.

import { textCell } from '../analysis/takeaway/cell.ts';
import { rowCell, type WholeTexts } from '../analysis/takeaway/rowCells.ts';
import type { JsonRequest, RowsRequest, WrittenJson, WrittenRows } from '../analysis/takeaway/rowsRequest.ts';
import { TableWriter } from '../analysis/takeaway/tableWriter.ts';
import type { ComposedEntry } from '../intake/compose.ts';
import type { JsonDocument } from '../json/document.ts';
import { childPointer, type Pointer, pointerOf } from '../json/pointer.ts';
import { readString } from '../json/text.ts';
import { decodeUtf8 } from '../json/utf8.ts';
import { callsText } from '../response/callText.ts';
import { linkWords } from '../response/link/linkColumns.ts';
import type { GenerationRow } from '../response/rows.ts';
import { SampleTable } from '../response/samples/sampleTable.ts';
import type { Samples } from './samples.ts';
import type { SamplesSoFar } from './samplesSoFar.ts';

/** A part is handed over when it has taken so long, or is so long. */
const partMs = 20;
const partUnits = 2_000_000;
const jsonPart = 4_000_000;

export interface OpenedDocument {
  readonly document: JsonDocument;
  readonly samples: Samples;
  /** Of a document that holds several responses. */
  readonly entries?: readonly ComposedEntry[] | undefined;
}

/** As many of the rows as a part holds. */
export async function writeRows(
  { document, samples }: OpenedDocument,
  soFar: SamplesSoFar,
  request: RowsRequest,
): Promise<WrittenRows> {
  // Until then there may be rows on screen that are not here: a worker that took the place of another one reads them once more.
  await soFar.whole;
  const { columns, positions, beside, overlay, brokenLine } = request;
  const rows = new SampleTable({ ...soFar.rows.parts, overlay });
  const writer = new TableWriter(
    request.form,
    columns.map(({ title }) => title),
  );
  if (request.hasHead) writer.addHead();
  const started = performance.now();
  let count = 0;
  for (const position of positions) {
    if (count > 0 && (writer.length > partUnits || performance.now() - started > partMs)) break;
    const row = rows.at(position);
    if (row === undefined) throw new Error(`There is no row at ${position}`);
    const texts = {
      ...wholeTexts(document, samples, row),
      link: () => (row.isChoice ? 'certain' : linkWords[rows.linkWord(position)]),
    };
    const one = { row, beside: beside[count], texts, brokenLine };
    writer.add(columns.map(({ id }) => rowCell(id, one)));
    count++;
  }
  return { count, bytes: writer.take(), ...writer.changed };
}

function wholeTexts(document: JsonDocument, samples: Samples, row: GenerationRow): Omit<WholeTexts, 'link'> {
  const stringAt = (pointer: Pointer | undefined): string | undefined => {
    const node = pointer === undefined ? undefined : document.find(pointer);
    return node?.kind === 'string' ? readString(document.bytes, node.from, node.to) : undefined;
  };
  const whole = (name: 'id' | 'model' | 'finish', start: string | undefined, pointer: Pointer | undefined) =>
    row.cut?.includes(name) ? (stringAt(pointer) ?? start) : start;
  return {
    output() {
      if (row.outputKind === 'missing') return undefined;
      if (row.outputKind === 'null') return { kind: 'json', text: 'null' };
      if (row.outputKind === 'text') return textCell(samples.output(row.position));
      const node = document.find(childPointer(row.pointer, 'output'));
      return node && { kind: 'json', text: decodeUtf8(document.bytes, node.from, node.to) };
    },
    calls() {
      if (row.toolCallCount === 0) return undefined;
      return callsText(samples.parts.calls(row.position, 0, row.toolCallCount)).text;
    },
    finish: () => whole('finish', row.finishReason?.raw, row.finishReason?.pointer),
    model: () => whole('model', row.modelConfigId, childPointer(row.pointer, 'model_config_id')),
    id: () => whole('id', row.id, childPointer(row.pointer, 'id')),
  };
}

/** `[from, to)` of the JSON, four megabytes at most; the place where it ends follows from its length. Rejects where there is no such place. */
export function writeJson({ document, entries = [] }: OpenedDocument, request: JsonRequest, from: number): WrittenJson {
  const pieces = jsonPieces(document, entries, request);
  const total = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const bytes = new Uint8Array(Math.max(0, Math.min(jsonPart, total - from)));
  let start = 0;
  for (const piece of pieces) {
    const skipped = Math.max(0, from - start);
    const at = start + skipped - from;
    if (at >= bytes.length) break;
    if (skipped < piece.length) bytes.set(piece.subarray(skipped, skipped + bytes.length - at), at);
    start += piece.length;
  }
  return { bytes, total };
}

/** Views of the document's bytes with what stands between them. */
function jsonPieces(
  document: JsonDocument,
  entries: readonly ComposedEntry[],
  request: JsonRequest,
): readonly Uint8Array[] {
  if ('pointer' in request) {
    const node = document.find(request.pointer);
    if (node === undefined) throw new Error('The document has no such place');
    return [document.bytes.subarray(node.from, node.to)];
  }
  const numbers = request.responses === 'all' ? [...entries.keys()] : request.responses;
  const parts = numbers.flatMap((number, at) => {
    const entry = entries[number];
    if (entry === undefined) throw new Error('The document has no such response');
    return [...(at === 0 ? [] : [written(',\n')]), ...responsePieces(document, number, entry)];
  });
  return numbers.length === 1 ? parts : [written('[\n'), ...parts, written('\n]\n')];
}

/** One of several responses as it stood alone: its own keys, then its lists. */
function responsePieces(document: JsonDocument, number: number, entry: ComposedEntry): readonly Uint8Array[] {
  const own = document.children(pointerOf('responses', number), 0, Number.MAX_SAFE_INTEGER) ?? [];
  const [first, last] = [own[0], own.at(-1)];
  const members = first && last ? [document.bytes.subarray(first.keyFrom, last.to)] : [];
  const list = (key: string, [from, to]: readonly [number, number]): readonly Uint8Array[] => {
    const [start, end] = [document.find(pointerOf(key, from)), document.find(pointerOf(key, to - 1))];
    const items = to > from && start && end ? [document.bytes.subarray(start.from, end.to)] : [];
    return [written(`"${key}": [`), ...items, written(']')];
  };
  const lists = [
    ...(entry.hasData ? [list('data', entry.data)] : []),
    ...(entry.hasProviders ? [list('provider_responses', entry.providers)] : []),
  ];
  const between = written(', ');
  return [
    written('{'),
    ...[...(members.length > 0 ? [members] : []), ...lists].flatMap((part, at) =>
      at === 0 ? part : [between, ...part],
    ),
    written('}'),
  ];
}

function written(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
