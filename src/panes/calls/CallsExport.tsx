// The menu that takes the matrix of calls away, as it is shown.

import type { CallMatrix } from '../../analysis/calls/callMatrix.ts';
import { takeAway } from '../../state/paneKeys.ts';
import { fileNameOf, takingWays, useWritings, wayWords } from '../../state/writings.ts';
import { writtenInSlices } from '../../state/writtenInSlices.ts';
import { writtenTable } from '../../state/writtenTable.ts';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { plural } from '../../words/numbers.ts';
import type { CallLine } from './callRows.ts';
import { callRows, callsMarkdown } from './callsWritten.ts';

export interface CallsExportProps {
  readonly matrix: CallMatrix;
  readonly lines: readonly CallLine[];
  /** Of the responses. */
  readonly names: readonly string[];
  readonly documentName: string;
}

const forms = { calls: 'Markdown', callsTable: 'CSV' } as const;
const ids = ['calls', 'callsTable'] as const;

export function CallsExport({ matrix, lines, names, documentName }: CallsExportProps) {
  useWritings({
    calls: () => ({
      words: 'Calls as Markdown',
      fileName: fileNameOf(documentName, 'calls.md'),
      write: (hooks) => writtenInSlices(callsMarkdown(matrix, lines, names, documentName), 'text/markdown', hooks),
    }),
    callsTable: () => ({
      words: 'Calls as CSV',
      fileName: fileNameOf(documentName, 'calls.csv'),
      write: (hooks) => writtenTable(['Field', ...names], callRows(lines, names.length), hooks),
    }),
  });
  return (
    <MenuButton
      label="Export"
      icon="download"
      entries={[
        { kind: 'heading', id: 'head', label: `${plural(lines.length, 'row')} of ${plural(names.length, 'call')}` },
        ...takingWays.flatMap((way) =>
          ids.map((id) => ({ id: `${way} ${id}`, label: `${wayWords[way]} ${forms[id]}`, icon: way })),
        ),
      ]}
      onAction={(action) => {
        for (const way of takingWays) for (const id of ids) if (action === `${way} ${id}`) takeAway(id, way);
      }}
    />
  );
}
