// The menu that takes the table away as it is shown: to a file or the clipboard.

import { tableFormWords } from '../../analysis/takeaway/tableWriter.ts';
import { takeAway } from '../../state/paneKeys.ts';
import { type TakenId, type TakingWay, takingWays, wayWords } from '../../state/writings.ts';
import { MenuButton } from '../../ui/MenuButton.tsx';
import type { MenuEntry } from '../../ui/menuEntry.ts';
import { plural } from '../../words/numbers.ts';

const forms = ['csv', 'tsv', 'jsonl'] as const;

export interface TableExportProps {
  /** Rows that are shown; absent while they are read. */
  readonly shownCount: number | undefined;
  /** Label of the selected generation. */
  readonly selected: string | undefined;
  /** Of a document that holds several: how many responses the table is of. */
  readonly responseCount: number | undefined;
}

export function TableExport({ shownCount, selected, responseCount }: TableExportProps) {
  const isRead = shownCount !== undefined;
  const words = isRead ? `${plural(shownCount, 'row')}, as shown` : 'As soon as all rows are read';
  const line = (id: TakenId, way: TakingWay, label: string, isThere: boolean): MenuEntry => ({
    id: `${way} ${id}`,
    label: `${wayWords[way]} ${label}`,
    icon: way,
    isDisabled: !isThere,
  });
  const all = responseCount === undefined ? 'response' : 'responses';
  const allWords = responseCount === undefined ? 'response' : plural(responseCount, 'response');
  const entries: readonly MenuEntry[] = [
    { kind: 'heading', id: 'table', label: words },
    ...forms.map((form) => line(form, 'download', tableFormWords[form].name, isRead && shownCount > 0)),
    ...forms.map((form) => line(form, 'copy', tableFormWords[form].name, isRead && shownCount > 0)),
    { kind: 'heading', id: 'json', label: 'JSON, as it is written' },
    ...(selected === undefined
      ? []
      : takingWays.map((way) => line('generation', way, `generation ${selected}`, isRead))),
    line(all, 'download', allWords, isRead),
  ];
  return (
    <MenuButton
      label="Export"
      icon="download"
      entries={entries}
      onAction={(action) => {
        const ids: readonly TakenId[] = [...forms, 'generation', all];
        for (const way of takingWays) for (const id of ids) if (action === `${way} ${id}`) takeAway(id, way);
      }}
    />
  );
}
