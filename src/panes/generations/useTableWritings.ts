// What can be taken away of the table: the rows that are shown, in their order, with the columns that are shown; and the rows that a copy by key means.

import type { DocumentQuestions } from '../../analysis/order/orderRequest.ts';
import { overlayOf } from '../../analysis/takeaway/overlayOf.ts';
import { canBeWritten } from '../../analysis/takeaway/rowCells.ts';
import type { RowsColumn } from '../../analysis/takeaway/rowsRequest.ts';
import { changedNotes, type TableForm, tableFormWords } from '../../analysis/takeaway/tableWriter.ts';
import { useQuestions } from '../../state/answer.ts';
import { fileNameOf, useWritings, type WriteHooks, type Writing, type Written } from '../../state/writings.ts';
import { formatCount, plural } from '../../words/numbers.ts';
import { copiedPositions, type WrittenTable, writtenColumns } from './writtenTable.ts';

interface Stretch {
  readonly form: TableForm;
  readonly columns: readonly RowsColumn[];
  readonly hasHead: boolean;
  readonly count: number;
  readonly positionAt: (place: number) => number;
}

/** Rows that are asked for at once: as many as were written last time, or a few more. */
const firstAsked = 500;

export function useTableWritings(table: WrittenTable): void {
  const questions = useQuestions();
  const { document, shown } = table;
  const isThere = document.load !== 'loading' && shown.count > 0;
  const whole = (form: TableForm) => (): Writing | undefined => {
    if (!isThere) return undefined;
    const { name, ending } = tableFormWords[form];
    return {
      words: `${plural(shown.count, 'row')} as ${name}`,
      fileName: fileNameOf(document.name, `generations.${ending}`),
      write: (hooks) =>
        write(questions, table, hooks, {
          form,
          columns: writtenColumns(table),
          hasHead: true,
          count: shown.count,
          positionAt: (place) => shown.positionAt(place) ?? -1,
        }),
    };
  };
  const rows = (): Writing | undefined => {
    const positions = copiedPositions(table);
    if (!isThere || positions.length === 0) return undefined;
    const [only = -1] = positions;
    return {
      words:
        positions.length === 1
          ? `Row ${document.rows.label(only)} as TSV`
          : `${formatCount(positions.length)} chosen rows as TSV`,
      fileName: fileNameOf(document.name, 'rows.tsv'),
      write: (hooks) =>
        write(questions, table, hooks, {
          form: 'tsv',
          columns: writtenColumns(table),
          hasHead: false,
          count: positions.length,
          positionAt: (place) => positions[place] ?? -1,
        }),
    };
  };
  useWritings({ csv: whole('csv'), tsv: whole('tsv'), jsonl: whole('jsonl'), rows });
}

async function write(
  questions: DocumentQuestions,
  { document, shown, columns: onScreen }: WrittenTable,
  { signal, onProgress }: WriteHooks,
  { form, columns, hasHead, count, positionAt }: Stretch,
): Promise<Written> {
  const parts: Blob[] = [];
  let [defused, unpaired] = [0, 0];
  const brokenLine = document.failure?.place?.line;
  for (let at = 0, asked = firstAsked; at < count; ) {
    signal.throwIfAborted();
    const positions = Array.from({ length: Math.min(asked, count - at) }, (_, place) => positionAt(at + place));
    const written = await questions.writeRows({
      form,
      columns,
      positions,
      beside: positions.map((position) => {
        const [response, prompt] = [document.rows.response(position), document.rows.count('prompt', position)];
        return shown.besideOf(position, { response, ...(!Number.isNaN(prompt) && { prompt }) });
      }),
      overlay: overlayOf(document.rows.parts.overlay, positions),
      hasHead: hasHead && at === 0,
      ...(brokenLine !== undefined && { brokenLine }),
    });
    parts.push(new Blob([written.bytes]));
    defused += written.defused;
    unpaired += written.unpaired;
    asked = Math.max(firstAsked, 2 * written.count);
    at += written.count;
    onProgress(at / count);
  }
  signal.throwIfAborted();
  return {
    content: new Blob(parts, { type: tableFormWords[form].type }),
    notes: [
      ...changedNotes({ defused, unpaired }),
      ...(hasHead && !onScreen.every(canBeWritten) ? ['Surprisal is a chart and is left out.'] : []),
    ],
  };
}
