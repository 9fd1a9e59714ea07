// The panes of a narrow screen, one at a time.

import { paneButtons } from '../../state/panes.ts';
import { useDocument, useStore, useView } from '../../state/store.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './BottomBar.module.css';
import { Mounted } from './mountedPanes.tsx';

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
  const shown = isComparing || !paneButtons.some((one) => one.id === pane) ? 'generations' : pane;
  return (
    <nav className={styles.bar} aria-label="Panes">
      {paneButtons.map(({ id, label, icon }) => (
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
