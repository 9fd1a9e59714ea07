// The table of samples holds what was written: row for row, in any order, over any number of hand-overs.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { issueTableOf } from '../../../e2e/fixtures/issueTables.ts';
import { randomRow, rowOptions } from '../../../e2e/fixtures/randomRow.ts';
import { testRow } from '../../../e2e/fixtures/testRow.ts';
import { linksOf, writeRow } from '../../../e2e/fixtures/testSamples.ts';
import { parsePointer, pointerOf } from '../../json/pointer.ts';
import { linkWords } from '../link/linkColumns.ts';
import type { Severity } from '../model.ts';
import { firstSamples, noSamples, withChunks, withLinks, withOverlay, withoutIssues } from './sampleChanges.ts';
import { buffersOf, chunkRows, flagBits } from './sampleColumns.ts';
import { SampleWriter } from './sampleWriter.ts';
import { longestName, writeLink } from './writeRow.ts';

/** As it arrives on another thread. */
function sent<Chunks>(chunks: Chunks & Parameters<typeof buffersOf>[0]): Chunks {
  return structuredClone(chunks, { transfer: buffersOf(chunks) });
}

describe('laws', () => {
  test('every row is the one that was written, and stays the same object', () => {
    fc.assert(
      fc.property(fc.array(rowOptions, { maxLength: 12 }), (options) => {
        const writer = new SampleWriter();
        const rows = options.map((option, position) => randomRow(position, option));
        for (const row of rows) writeRow(writer, row);
        const told = withChunks(noSamples, sent(writer.chunksSince(0).chunks));
        const table = withLinks(told, linksOf(rows));
        expect(table.length).toBe(rows.length);
        for (const row of rows) {
          expect(table.at(row.position)).toStrictEqual(row);
          expect(table.at(row.position)).toBe(table.at(row.position));
          expect(table.label(row.position)).toBe(row.label);
          expect(table.index(row.position)).toBe(row.index ?? Number.NaN);
          expect(table.characters(row.position)).toBe(row.characters ?? Number.NaN);
          expect(table.tokenCount(row.position)).toBe(row.tokens?.count ?? Number.NaN);
          expect(table.figure('lowest', row.position)).toBe(row.logprobs?.lowest?.logprob ?? Number.NaN);
          expect(table.group(row.position)).toBe(row.group ?? -1);
          expect(linkWords[table.linkWord(row.position)]).toBe(row.link?.word);
          expect(table.choice(row.position)).toBe(row.link?.choice);
          expect(table.hasChoice(row.position)).toBe(row.link?.choice !== undefined);
        }
        expect(table.at(rows.length)).toBeUndefined();
        expect(table.at(-1)).toBeUndefined();
      }),
    );
  });

  test('rows written over others leave nothing of them, in whatever pieces they are handed over', () => {
    const step = fc.record({ position: fc.nat(9), option: rowOptions, isSent: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const writer = new SampleWriter();
        const last = new Map<number, ReturnType<typeof testRow>>();
        let table = noSamples;
        let version = 0;
        for (const { position, option, isSent } of steps) {
          const row = randomRow(position, option);
          writeRow(writer, row);
          last.set(position, row);
          if (!isSent) continue;
          const changed = writer.chunksSince(version);
          version = changed.version;
          table = withChunks(table, sent(changed.chunks));
        }
        table = withChunks(table, sent(writer.chunksSince(version).chunks));
        const links = linksOf(last.values());
        const linked = withLinks(table, links);
        for (let position = 0; position < 10; position++) {
          expect(linked.at(position)).toStrictEqual(last.get(position));
          expect(withLinks(writer.table(), links).at(position)).toStrictEqual(last.get(position));
        }
      }),
    );
  });
});

describe('values at the edge', () => {
  const edges = [0, -0, 2 ** 31, 2 ** 32, 2 ** 53, 2 ** 53 + 2, -(2 ** 31) - 1];

  test.each(edges)('the index %d is kept as it is', (index) => {
    const writer = new SampleWriter();
    writeRow(writer, testRow(0, { index, label: String(index) }));
    const row = withChunks(noSamples, writer.chunksSince(0).chunks).at(0);
    expect(row?.index).toBe(index);
    expect(row?.label).toBe(String(index));
  });

  test('half of a surrogate pair in a preview is still there', () => {
    const writer = new SampleWriter();
    const preview = 'tea \ud83c and \udf75, 茶';
    writeRow(writer, testRow(0, { preview }));
    expect(withChunks(noSamples, writer.chunksSince(0).chunks).at(0)?.preview).toBe(preview);
  });

  test('a very long id, model or finish reason is held from its start, and says so', () => {
    const writer = new SampleWriter();
    const long = `${'x'.repeat(longestName - 1)}🙂${'y'.repeat(100)}`;
    const finishReason = { raw: long, class: 'unknown' as const, pointer: pointerOf('data', 0, 'finish_reason') };
    writeRow(writer, testRow(0, { id: long, modelConfigId: long, finishReason }));
    const row = withChunks(noSamples, writer.chunksSince(0).chunks).at(0);
    const start = 'x'.repeat(longestName - 1);
    expect(row?.id).toBe(start);
    expect(row?.modelConfigId).toBe(start);
    expect(row?.finishReason?.raw).toBe(start);
    expect(row?.cut).toEqual(['id', 'model', 'finish']);
  });

  test('pointers with many positions, leading zeros and large numbers come back as they were', () => {
    const pointers = ['', '/', '/0', '/00/1', '/a/1/2/3/4/5', '/1234567890/12345678901234567890', '/~0/~1/7', '//3'];
    pointers.forEach((text) => {
      const writer = new SampleWriter();
      const pointer = parsePointer(text);
      if (pointer === undefined) throw new Error(text);
      writeRow(writer, testRow(0, { tokens: { count: 1, from: 'provider', pointer } }));
      expect(withChunks(noSamples, writer.chunksSince(0).chunks).at(0)?.tokens?.pointer).toBe(pointer);
    });
  });
});

describe('handing over', () => {
  test('only the columns that were written since are handed over, and rows of other chunks stay the same objects', () => {
    const writer = new SampleWriter();
    for (let position = 0; position < chunkRows + 2; position++) writeRow(writer, testRow(position));
    const first = writer.chunksSince(0);
    const table = withChunks(noSamples, sent(first.chunks));
    expect(first.chunks.map(({ at, rowCount }) => [at, rowCount])).toEqual([
      [0, chunkRows],
      [1, 2],
    ]);
    const other = table.at(5);
    writeLink(writer, chunkRows + 1, linkWords.indexOf('none'), false);
    const second = writer.chunksSince(first.version);
    expect(second.chunks.map(({ at, columns }) => [at, Object.keys(columns).sort()])).toEqual([[1, ['linkWord']]]);
    const linked = withChunks(table, sent(second.chunks));
    expect(linkWords[linked.linkWord(chunkRows + 1)]).toBe('none');
    expect(linked.at(5)).toBe(other);
    expect(table.linkWord(chunkRows + 1)).toBe(-1);
    expect(writer.chunksSince(second.version).chunks).toEqual([]);
  });

  test('a row that is equal in another table is the same object', () => {
    const writer = new SampleWriter();
    writeRow(writer, testRow(0, { preview: 'tea' }));
    const { version, chunks } = writer.chunksSince(0);
    const table = withChunks(noSamples, chunks);
    const row = table.at(0);
    writeRow(writer, testRow(0, { preview: 'tea' }));
    writeRow(writer, testRow(1, { preview: 'milk' }));
    expect(withChunks(table, writer.chunksSince(version).chunks).at(0)).toBe(row);
  });

  test('a row that nobody wrote is none', () => {
    const writer = new SampleWriter();
    writeRow(writer, testRow(2 * chunkRows));
    const table = withChunks(noSamples, writer.chunksSince(0).chunks);
    expect([table.at(0), table.at(chunkRows)]).toEqual([undefined, undefined]);
    expect(table.at(2 * chunkRows)).toStrictEqual(testRow(2 * chunkRows));
  });
});

describe('what is put over it', () => {
  const tableOf = (...rows: readonly ReturnType<typeof testRow>[]) => {
    const writer = new SampleWriter();
    for (const row of rows) writeRow(writer, row);
    return writer.table();
  };

  test('estimates are there where nothing counts, and nowhere else', () => {
    const tokens = { count: 7, from: 'provider' as const, pointer: pointerOf('usage') };
    const table = tableOf(testRow(0), testRow(1, { tokens }), testRow(2, { isBroken: true }), testRow(3));
    const untouched = table.at(3);
    const counts = new Map([0, 1, 2].map((position) => [position, 3]));
    const estimated = withOverlay(table, { estimates: { encoding: 'o200k_base', counts } });
    expect([0, 1, 2, 3].map((position) => estimated.tokenCount(position))).toEqual([3, 7, Number.NaN, Number.NaN]);
    expect(estimated.at(0)?.tokens).toEqual({
      count: 3,
      from: 'estimated',
      encoding: 'o200k_base',
      pointer: pointerOf('data', 0, 'output'),
    });
    expect(estimated.at(1)?.tokens).toEqual(tokens);
    expect(table.at(0)?.tokens).toBeUndefined();
    expect(estimated.at(3)).toBe(untouched);
  });

  test('another link takes the place of link, tokens and figures', () => {
    const table = tableOf(
      testRow(0, { logprobs: { count: 2, usable: 2, mean: -1 }, link: { word: 'certain', evidence: '' } }),
    );
    const taken = new Map([[0, { link: { word: 'by position' as const, evidence: 'By hand.', pin: {} } }]]);
    const pinned = withOverlay(table, { taken });
    expect(pinned.at(0)).toStrictEqual(testRow(0, { link: { word: 'by position', evidence: 'By hand.', pin: {} } }));
    expect(pinned.figure('mean', 0)).toBe(Number.NaN);
    expect(table.figure('mean', 0)).toBe(-1);
  });

  test('hidden issues are taken off the counts', () => {
    const table = tableOf(testRow(0, { issues: { error: 2, warning: 1, info: 0 } }), testRow(1));
    const hidden = ['error', 'error', 'info'].map((severity, at) => ({
      id: 'HL001',
      message: '',
      severity: severity as Severity,
      pointer: pointerOf('data', at < 2 ? 0 : 1, 'output'),
    }));
    const elsewhere = [pointerOf('usage'), pointerOf('data', 2)].map((pointer) => ({
      id: 'HL002',
      message: '',
      severity: 'error' as const,
      pointer,
    }));
    const less = withoutIssues(table, issueTableOf([...hidden, ...elsewhere]));
    expect(less.at(0)?.issues).toEqual({ error: 0, warning: 1, info: 0 });
    expect([less.severity(0), table.severity(0), less.severity(1)]).toEqual([1, 0, -1]);
    expect(firstSamples(less, 1).at(1)).toBeUndefined();
  });

  test('rows with a sign are found without looking at those of chunks that have none', () => {
    const broken = 2 * chunkRows + 3;
    const writer = new SampleWriter();
    for (const position of [0, chunkRows, broken])
      writeRow(writer, testRow(position, { isBroken: position === broken }));
    const table = writer.table();
    expect([...table.positionsWith('flags', flagBits.broken)]).toEqual([broken]);
    expect(table.firstWith('flags', flagBits.messages)).toBeUndefined();
    expect(firstSamples(table, broken).firstWith('flags', flagBits.broken)).toBeUndefined();
  });
});
