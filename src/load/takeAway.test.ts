import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { RowsColumn, RowsRequest } from '../analysis/takeaway/rowsRequest.ts';
import type { ComposedEntry } from '../intake/compose.ts';
import type { JsonDocument } from '../json/document.ts';
import { pointerOf } from '../json/pointer.ts';
import { loadResponse } from './loadResponse.ts';
import { DataSamples, type Samples } from './samples.ts';
import { SamplesSoFar } from './samplesSoFar.ts';
import { type OpenedDocument, writeJson, writeRows } from './takeAway.ts';

async function opened(text: string): Promise<{ readonly open: OpenedDocument; readonly soFar: SamplesSoFar }> {
  const soFar = new SamplesSoFar();
  let document: JsonDocument | undefined;
  let samples: Samples | undefined;
  let entries: readonly ComposedEntry[] | undefined;
  await loadResponse({ text }, false, {
    tell: () => undefined,
    onDocument: (found, _refusals, own) => {
      document = found;
      samples = own ?? new DataSamples(found);
    },
    onSamples: (rows) => soFar.set(rows),
    onEntries: (_document, found) => {
      entries = found;
    },
    pause: async () => undefined,
    rest: async () => undefined,
  });
  soFar.finish();
  if (document === undefined || samples === undefined) throw new Error('Nothing opened');
  return { open: { document, samples, entries }, soFar };
}

const columns: readonly RowsColumn[] = (
  ['index', 'output', 'calls', 'finish', 'tokens', 'characters', 'link', 'id', 'note'] as const
).map((id) => ({ id, title: id }));

/** All rows, however many a part holds on a busy machine. */
async function written(
  { open, soFar }: Awaited<ReturnType<typeof opened>>,
  of: Pick<RowsRequest, 'form' | 'positions' | 'beside'>,
) {
  let [text, defused] = ['', 0];
  for (let at = 0; at < of.positions.length; ) {
    const part = await writeRows(open, soFar, {
      form: of.form,
      columns,
      positions: of.positions.slice(at),
      beside: of.beside.slice(at),
      overlay: {},
      hasHead: at === 0,
    });
    expect(part.count).toBeGreaterThan(0);
    at += part.count;
    text += new TextDecoder().decode(part.bytes);
    defused += part.defused;
  }
  return { text, defused };
}

const long = 'x'.repeat(5000);
const response = `{"data": [
  {"index": 0, "id": "${long}", "output": "${long}\\nend", "finish_reason": "stop", "output_tokens": 1200},
  {"index": 1, "id": "b", "output": null, "finish_reason": "length"},
  {"index": 2, "id": "c", "output": {"a": 1.00}},
  {"index": 3, "output": "=2+3", "tool_calls": [{"id": "t", "function": {"name": "look", "arguments": "{\\"q\\": \\"tea\\"}"}}]},
  {"index": 4}
], "provider_responses": []}`;

test('rows are written in the order asked for, with the whole texts and what stands beside them', async () => {
  const { text, defused } = await written(await opened(response), {
    form: 'csv',
    positions: [3, 0, 1, 2, 4],
    beside: [{ annotation: { isStarred: true, note: 'good, "very"' } }, undefined, undefined, undefined, undefined],
  });
  expect(defused).toBe(1);
  const [head, ...rows]: readonly (readonly string[])[] = parse(text);
  expect(head).toEqual(columns.map(({ title }) => title));
  const at = (row: number, id: RowsColumn['id']) => rows[row]?.[columns.findIndex((column) => column.id === id)];
  expect(rows.map((row) => row[0])).toEqual(['3', '0', '1', '2', '4']);
  expect(rows.map((row) => row[1])).toEqual(["'=2+3", `${long}\nend`, '', '{"a": 1.00}', '']);
  expect(at(0, 'calls')).toBe('look(q: "tea")');
  expect(at(0, 'note')).toBe('good, "very"');
  expect(at(1, 'id')).toBe(long);
  expect(at(1, 'characters')).toBe('5004');
  expect(at(2, 'finish')).toBe('length');
});

test('as JSON Lines a missing output, null, an object and a text are four different things', async () => {
  const positions = [1, 2, 3, 4];
  const { text } = await written(await opened(response), { form: 'jsonl', positions, beside: [] });
  const lines = text.split('\n').slice(0, -1);
  expect(lines.map((line) => JSON.parse(line).output)).toEqual([null, { a: 1 }, '=2+3', undefined]);
  expect(lines[1]).toContain('1.00');
  expect(lines[0]).toMatch(/^\{"index":1,/);
});

test('a value is written with the bytes that it has in the document', async () => {
  const { open } = await opened(response);
  const { bytes, total } = writeJson(open, { pointer: pointerOf('data', 2) }, 0);
  expect(new TextDecoder().decode(bytes)).toBe('{"index": 2, "id": "c", "output": {"a": 1.00}}');
  expect(bytes.length).toBe(total);
  expect(new TextDecoder().decode(writeJson(open, { pointer: pointerOf('data', 2) }, 10).bytes)).toBe(
    '2, "id": "c", "output": {"a": 1.00}}',
  );
  expect(() => writeJson(open, { pointer: pointerOf('nowhere') }, 0)).toThrow('no such place');
});

test('responses that were opened as one come apart again, alone and together', async () => {
  const own = [
    '{"id": "a", "data": [{"index": 0, "output": "x", "score": 1.50}, {"index": 1, "output": "y"}], "provider_responses": [{"choices": []}]}',
    '{"data": [], "provider_responses": [], "usage": {"total_tokens": 12345678901234567890}}',
    '{"data": [{"index": 0, "output": "w"}], "seed": 0.10}',
    '{"id": "c", "data": [{"index": 0, "output": "z"}], "provider_responses": [{"n": 1}, {"n": 2}]}',
  ];
  const { open } = await opened(own.join('\n'));
  const text = (responses: readonly number[] | 'all') =>
    new TextDecoder().decode(writeJson(open, { responses }, 0).bytes);
  expect(JSON.parse(text([0]))).toEqual(JSON.parse(own[0] ?? ''));
  expect(text([0])).toContain('"score": 1.50');
  expect(text([1])).toContain('12345678901234567890');
  expect(JSON.parse(text('all'))).toEqual(own.map((one) => JSON.parse(one)));
  expect(JSON.parse(text([3, 0]))).toEqual([3, 0].map((at) => JSON.parse(own[at] ?? '')));
});

test('the number of a sample among several responses keeps its last zero in every form', async () => {
  const tens = Array.from({ length: 11 }, (_, index) => `{"index": ${index}, "output": "a${index}"}`).join(', ');
  const one = `{"data": [${tens}], "provider_responses": []}`;
  const found = await opened([one, one].join('\n'));
  const { text } = await written(found, { form: 'jsonl', positions: [1, 10, 21], beside: [] });
  expect(text.split('\n', 3).map((line) => JSON.parse(line).index)).toEqual(['1.1', '1.10', '2.10']);
});
