// The panes of a narrow screen, one at a time.

import { useDocument, useStore, useView } from '../../state/store.ts';
import type { PaneId } from '../../state/view.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
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
  const { issues } = useDocument();
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
            {id === 'issues' && issues.length > 0 ? (
              <span className={styles.count}>{issues.length > 99 ? '99+' : issues.length}</span>
            ) : null}
          </span>
          {label}
        </button>
      ))}
    </nav>
  );
}
