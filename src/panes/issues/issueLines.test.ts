import { expect, test } from 'vitest';
import { issueTableOf } from '../../../e2e/fixtures/issueTables.ts';
import { testRow } from '../../../e2e/fixtures/testRow.ts';
import { samplesOf } from '../../../e2e/fixtures/testSamples.ts';
import { type Pointer, pointerOf } from '../../json/pointer.ts';
import type { Issue, Severity } from '../../response/model.ts';
import { type GroupLine, groupMessage, groupPlaces, type IssueLine, isLineIn, issueLines } from './issueLines.ts';

const issue = (id: string, severity: Severity, pointer: Pointer, related?: readonly Pointer[]): Issue => ({
  id,
  severity,
  message: `${id} at ${pointer}`,
  pointer,
  ...(related && { related }),
});
const generation = (position: number) => pointerOf('data', position);

const total = issue('HL050', 'error', pointerOf('usage', 'total_tokens'));
const cut = [0, 1, 4].map((position) => issue('HL041', 'warning', generation(position)));
const stripped = Array.from({ length: 8 }, (_, at) => issue('HL021', 'info', pointerOf('data', at, 'raw_output')));
const equal = issue('HL032', 'info', generation(2), [generation(5), pointerOf('provider_responses', 0)]);

/** The lines of these issues, with the groups of these keys open. */
function listed(issues: readonly Issue[], ...opened: readonly string[]) {
  const table = issueTableOf(issues);
  const all = issueLines(table, new Set(opened));
  const lines = Array.from({ length: all.length }, (_, at) => all.at(at) ?? []).flat();
  const shown = lines.map((line) =>
    line.kind === 'finding' ? table.pointer(line.n) : `${line.isOpen ? '▾' : '▸'} ${line.key}`,
  );
  return { table, all, lines, shown };
}
const group = (lines: readonly IssueLine[], key: string) => lines.find((line) => line.key === key) as GroupLine;

test('equal checks are one line that opens to its findings', () => {
  expect(listed([total, ...cut]).shown).toEqual(['/usage/total_tokens', '▸ HL041']);
  const { lines: open, shown } = listed([total, ...cut], 'HL041');
  expect(shown).toEqual(['/usage/total_tokens', '▾ HL041', '/data/0', '/data/1', '/data/4']);
  expect(open.map(({ level }) => level)).toEqual([1, 1, 2, 2, 2]);
  expect(new Set(open.map(({ key }) => key)).size).toBe(open.length);
});

test('notes of several checks are one line below what is worse, and lines of their own where nothing is', () => {
  const all = [total, ...stripped, equal];
  expect(listed(all).shown).toEqual(['/usage/total_tokens', '▸ notes']);
  expect(listed(all, 'notes').shown).toEqual(['/usage/total_tokens', '▾ notes', '▸ HL021', '/data/2']);
  expect(listed([...stripped, equal]).shown).toEqual(['▸ HL021', '/data/2']);
  expect(listed([total, ...stripped]).shown).toEqual(['/usage/total_tokens', '▸ HL021']);
});

test('a group says what was found in how many generations, and which', () => {
  const rows = samplesOf(
    Array.from({ length: 8 }, (_, at) => testRow(at, { label: at === 4 ? 'data[4]' : String(at + 10) })),
  );
  const { table, lines } = listed([...cut, ...stripped]);
  expect(groupMessage(group(lines, 'HL041'))).toBe('Cut at the token limit in 3 generations');
  expect(groupPlaces(group(lines, 'HL041'), table, { rows })).toBe('#10, #11, data[4]');
  expect(groupMessage(group(lines, 'HL021'))).toBe('White space stripped in 8 generations');
  expect(groupPlaces(group(lines, 'HL021'), table, { rows })).toBe('#10, #11, #12, #13, data[4], #15 and 2 more');
  const notes = group(listed([total, ...stripped, equal]).lines, 'notes');
  expect(groupMessage(notes)).toBe('White space stripped in 8 generations · Identical text in 2 generations');
  expect(groupPlaces(notes, table, { rows })).toBe('HL021, HL032');
});

test('a group of what is no generation, or of one generation several times, says places and times', () => {
  const left = [1, 2].map((at) => issue('HL033', 'warning', pointerOf('provider_responses', 0, 'choices', at)));
  const { table, lines } = listed(left);
  const line = group(lines, 'HL033');
  expect(groupMessage(line)).toBe('Choice left over in 2 places');
  expect(groupPlaces(line, table, { rows: samplesOf([]) })).toBe(
    '/provider_responses/0/choices/1, /provider_responses/0/choices/2',
  );
  const types = ['id', 'index'].map((key) => issue('HL003', 'warning', pointerOf('data', 0, key)));
  const twice = listed(types);
  expect(groupPlaces(group(twice.lines, 'HL003'), twice.table, { rows: samplesOf([testRow(0)]) })).toBe('2 times: #0');
});

test('an issue is found at its own line, or at the closed group that holds it', () => {
  const all = [total, ...cut, ...stripped, equal];
  const closed = listed(all);
  const second = closed.table.find(generation(1));
  const last = closed.table.find(generation(2));
  expect(closed.table.at(last)).toMatchObject({ id: 'HL032' });
  expect(closed.all.lineOf(second)).toBe(1);
  const { table, all: lines, lines: open } = listed(all, 'HL041');
  expect(lines.lineOf(second)).toBe(3);
  expect(closed.all.lineOf(last)).toBe(2);
  const errors = table.only(({ severity }) => severity === 'error');
  expect(issueLines(errors, new Set()).lineOf(last)).toBe(-1);
  expect(issueLines(errors, new Set()).lineOf(-1)).toBe(-1);
  expect(open.map((line) => isLineIn(line, table, 1))).toEqual([false, false, false, true, false, true]);
});

test('a line is found again where others have opened or closed, and leads to its group', () => {
  const all = [total, ...cut, ...stripped, equal];
  const closed = listed(all);
  const open = listed(all, 'notes', 'HL021');
  const byKey = (lines: readonly IssueLine[], key: string) => lines.find((line) => line.key === key) as IssueLine;
  const place = (from: typeof open, key: string, to: typeof open) => to.all.placeOf(byKey(from.lines, key));
  expect(open.shown.slice(0, 5)).toEqual([
    '/usage/total_tokens',
    '▸ HL041',
    '▾ notes',
    '▾ HL021',
    '/data/0/raw_output',
  ]);
  expect([place(open, 'HL021 3', open), place(open, 'HL032 0', open), place(closed, 'HL041', open)]).toEqual([
    7, 12, 1,
  ]);
  expect([place(open, 'HL021 3', closed), place(open, 'HL032 0', closed), place(open, 'HL021', closed)]).toEqual([
    -1, -1, -1,
  ]);
  expect([0, 2, 3, 4, 11, 12].map((at) => open.all.groupAbove(at))).toEqual([0, 2, 2, 3, 3, 2]);
});
