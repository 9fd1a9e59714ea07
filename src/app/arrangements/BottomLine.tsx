// Issues and Source closed to a word and a count, where there is no room for them; a click opens one upward.

import { useState } from 'react';
import { useDocument, useView } from '../../state/store.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './BottomLine.module.css';
import { Mounted, mountedPane } from './mountedPanes.tsx';
import { SeverityCountList } from './SeverityCountList.tsx';

type Bottom = 'issues' | 'source';

/** Keeps its place before there is a document. */
export function BottomLineSlot() {
  return (
    <div className={styles.slot}>
      <Mounted turn={3} name="The bar at the bottom">
        <BottomLine />
      </Mounted>
    </div>
  );
}

function BottomLine() {
  const document = useDocument();
  const { pane } = useView();
  const [chosen, setChosen] = useState<Bottom>();
  const [lastPane, setLastPane] = useState(pane);
  // Going to one of the two panes by key or command opens it.
  if (pane !== lastPane) {
    setLastPane(pane);
    if (pane === 'issues' || pane === 'source') setChosen(pane);
  }
  const toggle = (bottom: Bottom) => setChosen(chosen === bottom ? undefined : bottom);
  return (
    <div className={styles.bottom}>
      {chosen === undefined ? null : <div className={styles.pane}>{mountedPane(chosen, 'full')}</div>}
      <div className={styles.line}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={chosen === 'issues'}
          onClick={() => toggle('issues')}
        >
          <Icon name={chosen === 'issues' ? 'chevron-down' : 'chevron-up'} />
          Issues
          <SeverityCountList counts={document.issues.counts} />
        </button>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={chosen === 'source'}
          onClick={() => toggle('source')}
        >
          <Icon name={chosen === 'source' ? 'chevron-down' : 'chevron-up'} />
          Source
        </button>
      </div>
    </div>
  );
}
