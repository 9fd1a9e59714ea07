// The menu that takes away what the tab on screen shows.

import { takeAway } from '../../state/paneKeys.ts';
import { compareTabNames } from '../../state/tabNames.ts';
import type { CompareTab } from '../../state/view.ts';
import { type TakenId, takingWays, wayWords } from '../../state/writings.ts';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { plural } from '../../words/numbers.ts';

const forms = { markdown: 'Markdown', fields: 'CSV' } as const satisfies Partial<Record<TakenId, string>>;

export function CompareExport({ tab, count }: { readonly tab: CompareTab; readonly count: number }) {
  const ids = tab === 'fields' ? (['markdown', 'fields'] as const) : (['markdown'] as const);
  return (
    <MenuButton
      label="Export"
      icon="download"
      entries={[
        { kind: 'heading', id: 'head', label: `${compareTabNames[tab]} of ${plural(count, 'generation')}` },
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
