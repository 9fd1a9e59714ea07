import { expect, test } from 'vitest';
import { testRow } from '../../../e2e/fixtures/testRow.ts';
import { samplesOf } from '../../../e2e/fixtures/testSamples.ts';
import { type Pointer, pointerOf } from '../../json/pointer.ts';
import type { Issue, Severity } from '../../response/model.ts';
import {
  type GroupLine,
  groupMessage,
  groupPlaces,
  type IssueLine,
  isLineIn,
  issueLines,
  lineOf,
} from './issueLines.ts';

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

const shown = (lines: readonly IssueLine[]) =>
  lines.map((line) => (line.kind === 'finding' ? line.issue.pointer : `${line.isOpen ? '▾' : '▸'} ${line.key}`));
const group = (lines: readonly IssueLine[], key: string) => lines.find((line) => line.key === key) as GroupLine;

test('equal checks are one line that opens to its findings', () => {
  expect(shown(issueLines([total, ...cut], new Set()))).toEqual(['/usage/total_tokens', '▸ HL041']);
  const open = issueLines([total, ...cut], new Set(['HL041']));
  expect(shown(open)).toEqual(['/usage/total_tokens', '▾ HL041', '/data/0', '/data/1', '/data/4']);
  expect(open.map(({ level }) => level)).toEqual([1, 1, 2, 2, 2]);
  expect(new Set(open.map(({ key }) => key)).size).toBe(open.length);
});

test('notes of several checks are one line below what is worse, and lines of their own where nothing is', () => {
  const all = [total, ...stripped, equal];
  expect(shown(issueLines(all, new Set()))).toEqual(['/usage/total_tokens', '▸ notes']);
  expect(shown(issueLines(all, new Set(['notes'])))).toEqual(['/usage/total_tokens', '▾ notes', '▸ HL021', '/data/2']);
  expect(shown(issueLines([...stripped, equal], new Set()))).toEqual(['▸ HL021', '/data/2']);
  expect(shown(issueLines([total, ...stripped], new Set()))).toEqual(['/usage/total_tokens', '▸ HL021']);
});

test('a group says what was found in how many generations, and which', () => {
  const rows = samplesOf(
    Array.from({ length: 8 }, (_, at) => testRow(at, { label: at === 4 ? 'data[4]' : String(at + 10) })),
  );
  const lines = issueLines([...cut, ...stripped], new Set());
  expect(groupMessage(group(lines, 'HL041'))).toBe('Cut at the token limit in 3 generations');
  expect(groupPlaces(group(lines, 'HL041'), rows)).toBe('#10, #11, data[4]');
  expect(groupMessage(group(lines, 'HL021'))).toBe('White space stripped in 8 generations');
  expect(groupPlaces(group(lines, 'HL021'), rows)).toBe('#10, #11, #12, #13, data[4], #15 and 2 more');
  const notes = group(issueLines([total, ...stripped, equal], new Set()), 'notes');
  expect(groupMessage(notes)).toBe('White space stripped in 8 generations · Identical text in 2 generations');
  expect(groupPlaces(notes, rows)).toBe('HL021, HL032');
});

test('a group of what is no generation, or of one generation several times, says places and times', () => {
  const left = [1, 2].map((at) => issue('HL033', 'warning', pointerOf('provider_responses', 0, 'choices', at)));
  const line = group(issueLines(left, new Set()), 'HL033');
  expect(groupMessage(line)).toBe('Choice left over in 2 places');
  expect(groupPlaces(line, samplesOf([]))).toBe('/provider_responses/0/choices/1, /provider_responses/0/choices/2');
  const types = ['id', 'index'].map((key) => issue('HL003', 'warning', pointerOf('data', 0, key)));
  expect(groupPlaces(group(issueLines(types, new Set()), 'HL003'), samplesOf([testRow(0)]))).toBe('2 times: #0');
});

test('an issue is found at its own line, or at the closed group that holds it', () => {
  const all = [total, ...cut, ...stripped, equal];
  expect(lineOf(issueLines(all, new Set()), cut[1])).toBe(1);
  expect(lineOf(issueLines(all, new Set(['HL041'])), cut[1])).toBe(3);
  expect(lineOf(issueLines(all, new Set()), equal)).toBe(2);
  expect(lineOf(issueLines([total], new Set()), equal)).toBe(-1);
  expect(lineOf([], undefined)).toBe(-1);
  const lines = issueLines(all, new Set(['HL041']));
  expect(lines.map((line) => isLineIn(line, generation(1)))).toEqual([false, false, false, true, false, true]);
});
