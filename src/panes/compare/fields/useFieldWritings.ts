// The fields of the compared answers as they are taken away: as Markdown, and as CSV.

import type { FieldTable } from '../../../analysis/fields/fields.ts';
import { tableLines } from '../../../analysis/takeaway/markdown.ts';
import type { SampleList } from '../../../response/samples/sampleList.ts';
import { useDocument } from '../../../state/store.ts';
import { fileNameOf, useWritings, type Writing } from '../../../state/writings.ts';
import { writtenTable } from '../../../state/writtenTable.ts';
import { useMarkdown } from '../useMarkdown.ts';
import { type FieldRows, fieldRows } from './fieldRows.ts';
import { shownFields } from './fieldSigns.ts';

export interface WrittenFields {
  readonly table: FieldTable;
  readonly isDisagreeing: boolean;
  readonly isOfCalls: boolean;
}

/** `written`: undefined while there are none. */
export function useFieldWritings(samples: SampleList, written: WrittenFields | undefined): void {
  const { name } = useDocument();
  const rows = (): FieldRows | undefined => {
    if (written === undefined || written.table.parsed.length === 0) return undefined;
    const { table, isDisagreeing, isOfCalls } = written;
    return fieldRows(table, shownFields(table.fields, table.parsed.length, isDisagreeing), samples, isOfCalls);
  };
  const shown = rows();
  useMarkdown('fields', samples, shown && (() => tableLines(shown.head, shown.rows())));
  const asCsv = (): Writing | undefined =>
    shown && {
      words: 'Fields as CSV',
      fileName: fileNameOf(name, `fields.csv`),
      write: (hooks) => writtenTable(shown.head, shown.rows(), hooks),
    };
  useWritings({ fields: asCsv });
}
