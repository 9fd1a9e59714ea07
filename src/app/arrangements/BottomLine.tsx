// Issues, Source and, in a low window, what stands between them and the table, closed to a word where there is no room for them; a click opens one upward.

import { useState } from 'react';
import { panes } from '../../state/panes.ts';
import { useDocument, useStore, useView } from '../../state/store.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './BottomLine.module.css';
import { Mounted, mountedPane } from './mountedPanes.tsx';
import { SeverityCountList } from './SeverityCountList.tsx';

const bottoms = ['providers', 'usage', 'issues', 'source'] as const;
type Bottom = (typeof bottoms)[number];
const usual: readonly Bottom[] = ['issues', 'source'];

/** Keeps its place before there is a document. `isLow`: provider responses and token usage are here too. */
export function BottomLineSlot({ isLow = false }: { readonly isLow?: boolean }) {
  return (
    <div className={styles.slot}>
      <Mounted turn={3} name="The bar at the bottom">
        <BottomLine shown={isLow ? bottoms : usual} />
      </Mounted>
    </div>
  );
}

function BottomLine({ shown }: { readonly shown: readonly Bottom[] }) {
  const document = useDocument();
  const { pane } = useView();
  const [wanted, setWanted] = useState<Bottom>();
  const [lastPane, setLastPane] = useState(pane);
  // Going to one of the panes by key or command opens it.
  if (pane !== lastPane) {
    setLastPane(pane);
    const own = shown.find((one) => one === pane);
    if (own !== undefined) setWanted(own);
  }
  const chosen = shown.find((one) => one === wanted);
  const toggle = (id: Bottom): void => {
    setWanted(chosen === id ? undefined : id);
    // Going there once more opens it once more.
    if (chosen === id && pane === id) useStore.getState().changeView((view) => ({ ...view, pane: 'generations' }));
  };
  return (
    <div className={styles.bottom}>
      {chosen === undefined ? null : <div className={styles.pane}>{mountedPane(chosen, 'full')}</div>}
      <div className={styles.line}>
        {shown.map((id) => (
          <button
            key={id}
            type="button"
            className={styles.toggle}
            aria-expanded={chosen === id}
            onClick={() => toggle(id)}
          >
            <Icon name={chosen === id ? 'chevron-down' : 'chevron-up'} />
            {panes[id].name}
            {id === 'issues' ? <SeverityCountList counts={document.issues.counts} /> : null}
          </button>
        ))}
      </div>
    </div>
  );
}
