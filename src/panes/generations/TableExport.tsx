// The menu that takes the table away as it is shown: to a file or the clipboard.

import { tableFormWords } from '../../analysis/takeaway/tableWriter.ts';
import { takeAway } from '../../state/paneKeys.ts';
import { takingWays } from '../../state/writings.ts';
import { MenuButton } from '../../ui/MenuButton.tsx';
import type { MenuEntry } from '../../ui/menuEntry.ts';
import { plural } from '../../words/numbers.ts';

const forms = ['csv', 'tsv', 'jsonl'] as const;
const wayWords = { download: 'Download', copy: 'Copy' } as const;

/** `shownCount`: rows that are shown; absent while they are read. */
export function TableExport({ shownCount }: { readonly shownCount: number | undefined }) {
  const isNothing = shownCount === undefined || shownCount === 0;
  const words = shownCount === undefined ? 'As soon as all rows are read' : `${plural(shownCount, 'row')}, as shown`;
  const entries = takingWays.flatMap((way): readonly MenuEntry[] => [
    { kind: 'heading', id: way, label: way === 'download' ? words : 'To the clipboard' },
    ...forms.map((form) => ({
      id: `${way} ${form}`,
      label: `${wayWords[way]} ${tableFormWords[form].name}`,
      icon: way,
      isDisabled: isNothing,
    })),
  ]);
  return (
    <MenuButton
      label="Export"
      icon="download"
      entries={entries}
      onAction={(id) => {
        for (const way of takingWays) for (const form of forms) if (id === `${way} ${form}`) takeAway(form, way);
      }}
    />
  );
}
