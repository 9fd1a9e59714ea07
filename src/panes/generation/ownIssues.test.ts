import { expect, test } from 'vitest';
import { issueTableOf } from '../../../e2e/fixtures/issueTables.ts';
import { pointerOf } from '../../json/pointer.ts';
import type { Issue, Severity } from '../../response/model.ts';
import { ownIssues } from './ownIssues.ts';

const issue = (id: string, severity: Severity, ...place: readonly (string | number)[]): Issue => ({
  id,
  severity,
  message: place.join(' '),
  pointer: pointerOf(...place),
});
const found = issueTableOf([
  issue('HL021', 'info', 'data', 1, 'raw_output'),
  issue('HL041', 'warning', 'data', 1),
  issue('HL041', 'warning', 'data', 10),
  issue('HL050', 'error', 'usage'),
  ...Array.from({ length: 8 }, (_, at) => issue('HL003', 'warning', 'data', 1, 'inputs', at)),
  issue('HL030', 'error', 'data', 1, 'output'),
]);

test('a generation has the issues in it, the worst first, and counts those that it does not list', () => {
  const own = ownIssues(found, 1);
  expect(own.count).toBe(11);
  expect(own.first.map(({ message }) => message)).toEqual([
    'data 1 output',
    ...[0, 1, 2, 3, 4].map((at) => `data 1 inputs ${at}`),
  ]);
  expect(ownIssues(found, 10)).toMatchObject({ count: 1, first: [{ id: 'HL041' }], older: [] });
  expect(ownIssues(found, 2)).toEqual({ count: 0, first: [], older: [] });
});

test('issues of a hidden check are none of it, and checks that a changed link overtook are named', () => {
  const marked = found
    .only(({ check }) => check !== 'HL003')
    .withFoundBefore((table, n, { check }) => check === 'HL041' && table.position(n) === 1);
  expect(ownIssues(marked, 1)).toMatchObject({
    count: 3,
    first: [{ id: 'HL030' }, { id: 'HL041', isFoundBefore: true }, { id: 'HL021' }],
    older: ['HL041'],
  });
  expect(ownIssues(marked, 10).older).toEqual([]);
});
