// A table in one of the forms in which it is taken away, line by line as UTF-8, with the count of what could not stay as it is. Pure.

import { plural } from '../../words/numbers.ts';
import { type Cell, textCell } from './cell.ts';
import { type DelimitedForm, delimitedLine } from './delimited.ts';
import { jsonLine, keysOf } from './jsonLines.ts';

export type TableForm = DelimitedForm | 'jsonl';

/** What a table is in these forms: for people, as the end of a file's name, and for the browser. */
export const tableFormWords = {
  csv: { name: 'CSV', ending: 'csv', type: 'text/csv' },
  tsv: { name: 'TSV', ending: 'tsv', type: 'text/tab-separated-values' },
  jsonl: { name: 'JSON Lines', ending: 'jsonl', type: 'application/jsonl' },
} as const satisfies Readonly<Record<TableForm, object>>;

/** What had to be changed: fields that a spreadsheet would run, lines with half of a surrogate pair, which UTF-8 has no bytes for. */
export interface Changed {
  readonly defused: number;
  readonly unpaired: number;
}

/** Sentences about it, for who takes the table. */
export function changedNotes({ defused, unpaired }: Changed): readonly string[] {
  const notes: string[] = [];
  if (defused > 0) {
    const begin = plural(defused, 'cell begins', 'cells begin');
    notes.push(
      `${begin} with an apostrophe, so that no spreadsheet runs ${defused === 1 ? 'it' : 'them'} as a formula.`,
    );
  }
  if (unpaired > 0) {
    const hold = plural(unpaired, 'row holds', 'rows hold');
    notes.push(`${hold} half of a surrogate pair, which UTF-8 cannot write: U+FFFD stands for it.`);
  }
  return notes;
}

export class TableWriter {
  readonly #form: TableForm;
  readonly #titles: readonly string[];
  readonly #keys: readonly string[];
  #lines: string[] = [];
  #defused = 0;
  #unpaired = 0;
  /** Code units of the lines that wait. */
  length = 0;

  constructor(form: TableForm, titles: readonly string[]) {
    this.#form = form;
    this.#titles = titles;
    this.#keys = keysOf(titles);
  }

  /** The line of titles, which JSON Lines does without. */
  addHead(): void {
    if (this.#form !== 'jsonl') this.add(this.#titles.map(textCell));
  }

  add(cells: readonly Cell[]): void {
    if (this.#form === 'jsonl') {
      this.#push(jsonLine(this.#keys, cells));
      return;
    }
    const { text, defused } = delimitedLine(cells, this.#form);
    this.#defused += defused;
    if (!text.isWellFormed()) this.#unpaired++;
    this.#push(text);
  }

  get changed(): Changed {
    return { defused: this.#defused, unpaired: this.#unpaired };
  }

  /** The lines that were added, which are forgotten. */
  take(): Uint8Array<ArrayBuffer> {
    const bytes = new TextEncoder().encode(this.#lines.join(''));
    this.#lines = [];
    this.length = 0;
    return bytes;
  }

  #push(line: string): void {
    this.#lines.push(line);
    this.length += line.length;
  }
}
