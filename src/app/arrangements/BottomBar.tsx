// The panes of a narrow screen, one at a time.

import { useDocument, useStore, useView } from '../../state/store.ts';
import type { PaneId } from '../../state/view.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { plural } from '../../words/numbers.ts';
import styles from './BottomBar.module.css';
import { Mounted } from './mountedPanes.tsx';

const panes: readonly { readonly id: PaneId; readonly label: string; readonly icon: IconName }[] = [
  { id: 'generations', label: 'Generations', icon: 'rows' },
  { id: 'providers', label: 'Responses', icon: 'tree' },
  { id: 'usage', label: 'Usage', icon: 'bars' },
  { id: 'issues', label: 'Issues', icon: 'warning' },
  { id: 'source', label: 'Source', icon: 'file' },
];

/** Keeps its place before there is a document. */
export function BottomBarSlot() {
  return (
    <div className={styles.slot}>
      <Mounted turn={0} name="The bar at the bottom">
        <BottomBar />
      </Mounted>
    </div>
  );
}

function BottomBar() {
  const { pane, isComparing } = useView();
  const { issueCounts } = useDocument();
  // Notes do not ask to be looked at.
  const worst = issueCounts.error > 0 ? 'error' : 'warning';
  const count = issueCounts[worst];
  const shown = isComparing || !panes.some((one) => one.id === pane) ? 'generations' : pane;
  return (
    <nav className={styles.bar} aria-label="Panes">
      {panes.map(({ id, label, icon }) => (
        <button
          key={id}
          type="button"
          className={styles.item}
          aria-current={id === shown ? 'page' : undefined}
          onClick={() => useStore.getState().changeView((view) => ({ ...view, pane: id, isComparing: false }))}
        >
          <span className={styles.icon}>
            <Icon name={icon} />
            {id === 'issues' && count > 0 ? (
              <span className={styles.count} data-severity={worst}>
                <VisuallyHidden>{`${plural(count, worst)}, `}</VisuallyHidden>
                <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
              </span>
            ) : null}
          </span>
          {label}
        </button>
      ))}
    </nav>
  );
}
