// The table of issues holds what was found, in reading order: issue for issue, and what is told of them without making one.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { issuesIn, issueTableOf } from '../../../e2e/fixtures/issueTables.ts';
import { testRow } from '../../../e2e/fixtures/testRow.ts';
import { writeRow } from '../../../e2e/fixtures/testSamples.ts';
import { type Pointer, pointerFromKeys, pointerKeys, pointerOf } from '../../json/pointer.ts';
import type { Issue, Severity } from '../model.ts';
import { SampleWriter } from '../samples/sampleWriter.ts';
import { allAtOnce } from './groupFacts.ts';
import { buffersOfIssues } from './issueColumns.ts';
import { IssueTable } from './issueTable.ts';
import { IssueWriter } from './issueWriter.ts';
import { writeIssueCounts } from './writeIssueCounts.ts';

const text = fc.oneof(
  fc.string({
    unit: fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), fc.constantFrom('\ud83c', '\udf75', 'a')),
  }),
  fc.constantFrom('', 'The same words', 'The same words, longer'),
  fc.nat(5).map((times) => 'é\ud800'.repeat(times * 1000)),
);
const key = fc.oneof(
  fc.nat(3),
  fc.nat().map(String),
  fc.constantFrom('', '07', 'a/b', '~', '~#', 'choices', '1234567890'),
);
const pointer = fc
  .tuple(fc.constantFrom('data', 'provider_responses', 'database', ''), fc.array(key, { maxLength: 5 }))
  .map(([list, keys]): Pointer => (list === '' ? pointerFromKeys(keys) : pointerOf(list, ...keys)));
const severities: readonly Severity[] = ['error', 'warning', 'info'];
const issue = fc
  .record({
    check: fc.nat(5),
    message: text,
    pointer,
    detail: fc.option(text, { nil: undefined }),
    related: fc.option(fc.array(pointer, { minLength: 1, maxLength: 3 }), { nil: undefined }),
  })
  .map(({ check, message, pointer, detail, related }): Issue => {
    const severity = severities[check % 3] ?? 'info';
    return {
      id: `HL00${check}`,
      severity,
      message,
      pointer,
      ...(related && { related }),
      ...(detail !== undefined && { detail }),
    };
  });
const issues = fc.array(issue, { maxLength: 40 });

/** Errors first, then by id, equal ones as they were found. */
function inReadingOrder(found: readonly Issue[]): readonly Issue[] {
  const rank = { error: 0, warning: 1, info: 2 };
  return [...found].sort((a, b) => rank[a.severity] - rank[b.severity] || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The generation of a place, by its keys. */
function generationOf(place: Pointer): number {
  const [list, item] = pointerKeys(place);
  return list === 'data' && item !== undefined && /^(?:0|[1-9]\d{0,8})$/.test(item) ? Number(item) : -1;
}

/** As it arrives on another thread. */
function sent({ columns }: IssueTable): IssueTable {
  return new IssueTable(structuredClone(columns, { transfer: buffersOfIssues(columns) }));
}

describe('laws', () => {
  test('every issue is the one that was found, in reading order, and stays the same object', () => {
    fc.assert(
      fc.property(issues, (found) => {
        const table = sent(issueTableOf(found));
        const expected = inReadingOrder(found);
        expect(table.length).toBe(found.length);
        expect(issuesIn(table)).toStrictEqual(expected);
        for (const [n, { id, severity, pointer: place, related }] of expected.entries()) {
          expect([table.check(n), table.severity(n), table.pointer(n)]).toEqual([id, severity, place]);
          expect(table.position(n)).toBe(generationOf(place));
          expect(table.hasRelated(n)).toBe(related !== undefined);
          expect(table.at(n)).toBe(table.at(n));
        }
        expect([table.at(-1), table.at(found.length)]).toEqual([undefined, undefined]);
      }),
    );
  });

  test('a place and a generation are found as by looking at all of them, in every view', () => {
    fc.assert(
      fc.property(issues, pointer, fc.nat(3), fc.nat(63), (found, other, position, shown) => {
        const isShown = ({ check }: { readonly check: string }) => ((shown >> Number(check.slice(4))) & 1) === 1;
        const whole = issueTableOf(found);
        const table = whole.only(isShown);
        const all = inReadingOrder(found);
        const isIn = (n: number) => isShown({ check: all[n]?.id ?? '' });
        for (const place of [other, ...found.map((one) => one.pointer)]) {
          expect(table.find(place)).toBe(all.findIndex((one, n) => one.pointer === place && isIn(n)));
        }
        expect(issuesIn(table)).toStrictEqual(all.filter((_, n) => isIn(n)));
        expect(table.length).toBe(issuesIn(table).length);
        for (const severity of severities)
          expect(table.counts[severity]).toBe(issuesIn(table).filter((one) => one.severity === severity).length);
        const own = all.flatMap((one, n) => (generationOf(one.pointer) === position && isIn(n) ? [n] : []));
        expect(table.groups.flatMap((group) => [...table.numbersOf(group, position)])).toEqual(own);
      }),
    );
  });

  test('a group says of how many generations or places it is, and the first of them', () => {
    fc.assert(
      fc.property(issues, (found) => {
        for (const { about, distinct, first, check, from, count } of issueTableOf(found).groups) {
          const own = inReadingOrder(found).slice(from, from + count);
          expect(new Set(own.map(({ id }) => id))).toEqual(new Set([check]));
          const positions = own.map((one) => generationOf(one.pointer));
          if (positions.includes(-1)) {
            const places = [...new Set(own.map((one) => one.pointer))];
            expect([about, distinct]).toEqual(['places', places.length]);
            expect(first.map((n) => own[n - from]?.pointer)).toEqual(places.slice(0, 6));
          } else {
            const related = own.flatMap((one) => (one.related ?? []).map(generationOf)).filter((at) => at >= 0);
            const generations = [...new Set([...positions, ...related])].sort((a, b) => a - b);
            expect([about, distinct, first]).toEqual(['generations', generations.length, generations.slice(0, 6)]);
          }
        }
      }),
    );
  });

  test('the counts of each generation are those of the issues in it', () => {
    fc.assert(
      fc.property(issues, (found) => {
        const samples = new SampleWriter();
        for (let at = 0; at < 3; at++) writeRow(samples, testRow(at));
        allAtOnce(writeIssueCounts(samples, issueTableOf(found)));
        const table = samples.table();
        expect(table.length).toBe(3);
        for (let at = 0; at < 3; at++) {
          const own = found.filter((one) => generationOf(one.pointer) === at);
          const count = (severity: Severity) => own.filter((one) => one.severity === severity).length;
          expect(table.at(at)?.issues).toEqual({
            error: count('error'),
            warning: count('warning'),
            info: count('info'),
          });
        }
      }),
    );
  });
});

/** Generations that share issues, one after the other, with gaps; and what is found between them. */
const shapes = [
  [['HL000', 'data[0] has no `id`.', pointerOf('data', 0)]],
  [
    ['HL001', 'data[0] has no `id`.', pointerOf('data', 0)],
    ['HL001', '`data[0].scores[3].a[5]` is `x`', pointerOf('data', 0, 'scores', 3, 'a', 5)],
    ['HL000', 'Words without a place', pointerOf('data', 0)],
  ],
  [
    ['HL003', 'data[0] has no `index`.', pointerOf('data', 0, 'index')],
    ['HL002', 'data[0] has no `index`.', pointerOf('data', 0)],
  ],
].map((all) => ({
  position: 0,
  issues: all.map(([id = '', message = '', place = '']) => {
    return { id, severity: severities[Number(id.slice(4)) % 3] ?? 'info', message, pointer: place as Pointer };
  }),
}));
const step = fc.record({
  gap: fc.nat(2),
  shape: fc.nat(2),
  count: fc.nat(5),
  found: fc.array(issue, { maxLength: 3 }),
});

function tableOfSteps(steps: readonly (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[], fewest: number) {
  const writer = new IssueWriter(fewest);
  const samples = new SampleWriter();
  let position = 0;
  for (const { gap, shape, count, found } of steps) {
    position += gap;
    for (const end = position + count; position < end; position++) {
      const shared = shapes[shape];
      if (shared) writer.addShared(shared, position);
    }
    writer.addAll(found);
  }
  for (let at = 0; at <= position; at++) writeRow(samples, testRow(at));
  const table = new IssueTable(writer.finish());
  allAtOnce(writeIssueCounts(samples, table));
  return { table: sent(table), rows: samples.table(), end: position };
}

test('issues in runs are read as those that are written out one by one', () => {
  let inRuns = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), fc.integer({ min: 1, max: 3 }), (steps, fewest) => {
      const { table, rows, end } = tableOfSteps(steps, fewest);
      const plain = tableOfSteps(steps, Number.POSITIVE_INFINITY);
      inRuns += table.length - table.columns.positions.length;
      expect(plain.table.columns.positions).toHaveLength(plain.table.length);
      expect(table.groups).toEqual(plain.table.groups);
      expect(issuesIn(table)).toStrictEqual(issuesIn(plain.table));
      for (let n = 0; n < table.length; n++) {
        expect(table.position(n)).toBe(plain.table.position(n));
        expect(table.hasRelated(n)).toBe(plain.table.hasRelated(n));
        expect(table.find(table.pointer(n))).toBe(plain.table.find(table.pointer(n)));
      }
      for (let position = -1; position <= end + 1; position++) {
        expect([...table.numbersIn(position)]).toEqual([...plain.table.numbersIn(position)]);
        expect(rows.at(position)?.issues).toEqual(plain.rows.at(position)?.issues);
      }
    }),
  );
  expect(inRuns).toBeGreaterThan(100);
});

test('a million issues of one shape take no memory of their own', () => {
  const writer = new IssueWriter();
  const [shared] = shapes;
  if (shared) for (let position = 0; position < 1_000_000; position++) writer.addShared(shared, position);
  const { columns, length, groups } = new IssueTable(writer.finish());
  expect([length, groups[0]?.distinct, groups[0]?.first]).toEqual([1_000_000, 1_000_000, [0, 1, 2, 3, 4, 5]]);
  expect(buffersOfIssues(columns).reduce((sum, { byteLength }) => sum + byteLength, 0)).toBeLessThan(300);
});

test('equal texts are held once, and all buffers are handed over', () => {
  const one = (at: number): Issue => ({
    id: 'HL041',
    severity: 'warning',
    message: 'Cut off.',
    // Downwards: what follows each other is a run.
    pointer: pointerOf('data', 2999 - at),
  });
  const { columns } = issueTableOf(Array.from({ length: 3000 }, (_, at) => one(at)));
  expect(columns.pool.cells).toHaveLength(4);
  expect(columns.pool.bytes).toHaveLength('Cut off./data/~#'.length);
  const { places, pool } = sent(new IssueTable(columns)).columns;
  expect([places.length, pool.bytes.length]).toEqual([12_000, 16]);
  expect([columns.places.length, columns.pool.bytes.length, columns.byPosition.length]).toEqual([0, 0, 0]);
});

test('the columns of very many issues are made in steps, and in the same order', () => {
  const writer = new IssueWriter();
  const count = 120_000;
  // From the last generation to the first, the even ones of them with a place elsewhere too.
  for (let at = 0; at < count; at++) {
    const position = count - 1 - at;
    writer.add({
      id: 'HL001',
      severity: 'info',
      message: 'The same words',
      pointer: pointerOf('data', position),
      ...(position % 2 === 0 && { related: [pointerOf('data', position, 'id')] }),
    });
  }
  const steps = writer.finishing();
  let rests = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) rests++;
  expect(rests).toBeGreaterThan(6);
  const table = new IssueTable(step.value);
  expect([table.length, table.groups[0]?.distinct, table.groups[0]?.first]).toEqual([count, count, [0, 1, 2, 3, 4, 5]]);
  for (const position of [0, 1, 77_777, count - 1]) {
    const [n = -1, ...others] = table.numbersIn(position);
    expect([table.pointer(n), others.length]).toEqual([pointerOf('data', position), 0]);
    expect(table.related(n)).toEqual(position % 2 === 0 ? [pointerOf('data', position, 'id')] : []);
  }
});
