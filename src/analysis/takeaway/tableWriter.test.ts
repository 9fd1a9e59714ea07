import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, figureCell, textCell } from './cell.ts';
import { isFormula } from './delimited.ts';
import { keysOf } from './jsonLines.ts';
import { TableWriter } from './tableWriter.ts';

function written(form: 'csv' | 'tsv' | 'jsonl', titles: readonly string[], rows: readonly (readonly Cell[])[]) {
  const writer = new TableWriter(form, titles);
  writer.addHead();
  for (const row of rows) writer.add(row);
  return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(writer.take()), ...writer.changed };
}

const number = (text: string): Cell => ({ kind: 'number', text });

describe('a table as CSV and TSV', () => {
  it('is as RFC 4180 has it: CR LF, quotes doubled, no byte order mark', () => {
    const { text } = written(
      'csv',
      ['Index', 'Output'],
      [
        [number('0'), textCell('a "b",\nc')],
        [number('1'), undefined],
      ],
    );
    expect(text).toBe('Index,Output\r\n0,"a ""b"",\nc"\r\n1,\r\n');
  });

  it('quotes what holds a tab or a line end in TSV, and no comma', () => {
    expect(written('tsv', ['A', 'B'], [[textCell('a,b'), textCell('c\td')]]).text).toBe('A\tB\na,b\t"c\td"\n');
  });

  it.each(['=1+1', '+SUM(A1)', '-2+3', '@A1', '\tx', '\rx', '-', '+'])(
    'puts an apostrophe before the formula %j and counts it',
    (formula) => {
      const { text, defused } = written('csv', ['A'], [[textCell(formula)], [textCell(`text ${formula}`)]]);
      expect(parse(text, { columns: false, record_delimiter: '\r\n' })).toEqual([
        ['A'],
        [`'${formula}`],
        [`text ${formula}`],
      ]);
      expect(defused).toBe(1);
    },
  );

  it.each(['-5', '+1.5', '-0.386', '-1e-7', '.5', '-.5', ''])('leaves the number %j as it is', (text) => {
    expect(isFormula(text)).toBe(false);
  });

  it('keeps an empty field of a table with one column, which would be an empty line', () => {
    expect(parse(written('csv', ['A'], [[undefined], [textCell('x')]]).text)).toEqual([['A'], [''], ['x']]);
  });

  it('counts the rows with half of a surrogate pair', () => {
    expect(written('csv', ['A'], [[textCell('\ud83d')], [textCell('🙂')]]).unpaired).toBe(1);
  });

  it('is read back as it was by a reader that others wrote, whatever the texts', () => {
    const texts = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 2 }), { minLength: 1 });
    const tricky = fc.array(fc.array(fc.stringMatching(/^[",\t\r\n'=a]*$/), { minLength: 2, maxLength: 2 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(fc.oneof(texts, tricky), fc.constantFrom('csv' as const, 'tsv' as const), (rows, form) => {
        const { text, defused } = written(
          form,
          ['A', 'B'],
          rows.map((row) => row.map(textCell)),
        );
        const shapes = {
          csv: { delimiter: ',', record_delimiter: '\r\n' },
          tsv: { delimiter: '\t', record_delimiter: '\n' },
        };
        const safe = rows.map((row) => row.map((one) => (isFormula(one) ? `'${one}` : one)));
        expect(parse(text, shapes[form])).toEqual([['A', 'B'], ...safe]);
        expect(defused).toBe(rows.flat().filter(isFormula).length);
      }),
    );
  });
});

describe('a table as JSON Lines', () => {
  it('is an object a row: numbers and JSON as they are spelt, no key for what is not there', () => {
    const rows: readonly (readonly Cell[])[] = [
      [number('12345678901234567890'), { kind: 'json', text: '{"a":\n 1.0}' }, textCell('=1')],
      [number('1'), { kind: 'json', text: 'null' }, undefined],
    ];
    expect(written('jsonl', ['Index', 'Output', 'Note'], rows)).toEqual({
      text: '{"Index":12345678901234567890,"Output":{"a":  1.0},"Note":"=1"}\n{"Index":1,"Output":null}\n',
      defused: 0,
      unpaired: 0,
    });
  });

  it('is a line a row, which JSON.parse reads back, whatever the texts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (texts) => {
        const { text } = written(
          'jsonl',
          ['Output'],
          texts.map((one) => [textCell(one)]),
        );
        const lines = text.split('\n').slice(0, -1);
        expect(lines.map((line) => JSON.parse(line).Output)).toEqual(texts);
      }),
    );
  });

  it('tells equal titles apart', () => {
    expect(keysOf(['/a/', '/a/', 'B', '/a/'])).toEqual(['/a/', '/a/ (2)', 'B', '/a/ (3)']);
  });
});

it.each([
  ['1,234', number('1234')],
  ['−0.386', number('-0.386')],
  ['4.85 × 10^8', number('4.85e8')],
  ['3.1 %', textCell('3.1 %')],
  ['≈1,234', textCell('≈1,234')],
  ['∞', textCell('∞')],
  ['data[3]', textCell('data[3]')],
  ['7', number('7')],
])('the figure %s is spelt for a program', (onScreen, cell) => {
  expect(figureCell(onScreen)).toEqual(cell);
});
