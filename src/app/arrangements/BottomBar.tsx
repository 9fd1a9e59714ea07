// The panes of a narrow screen, one at a time.

import { paneButtons } from '../../state/panes.ts';
import { useDocument, useStore, useView } from '../../state/store.ts';
import { Icon } from '../../ui/Icon.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { plural } from '../../words/numbers.ts';
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
  const { counts } = useDocument().issues;
  // Notes do not ask to be looked at.
  const worst = counts.error > 0 ? 'error' : 'warning';
  const count = counts[worst];
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
