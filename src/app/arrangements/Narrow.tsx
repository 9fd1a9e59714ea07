// The arrangement for a phone.

import { memo } from 'react';
import { paneButtons } from '../../state/panes.ts';
import { useViewPart } from '../../state/store.ts';
import { BottomBarSlot } from './BottomBar.tsx';
import { mountedPane } from './mountedPanes.tsx';
import { Split } from './Split.tsx';
import styles from './WorkArea.module.css';

/** One pane at a time; the selected generation stands under the table. */
export const Narrow = memo(function Narrow() {
  const pane = useViewPart((view) => view.pane);
  const isComparing = useViewPart((view) => view.isComparing);
  const shown = isComparing ? 'compare' : pane;
  // What has no button is shown elsewhere: the selected generation under the table, lists over the page.
  const alone = shown === 'compare' ? shown : paneButtons.find(({ id }) => id === shown && id !== 'generations')?.id;
  return (
    <>
      <div className={styles.fill}>
        {alone !== undefined ? (
          mountedPane(alone, 'narrow')
        ) : (
          <Split
            id="narrow"
            direction="vertical"
            panels={[
              {
                id: 'narrow-generations',
                label: 'Generations',
                defaultSize: 52,
                minPx: 96,
                content: mountedPane('generations', 'narrow'),
              },
              {
                id: 'narrow-generation',
                label: 'Generation',
                defaultSize: 48,
                minPx: 96,
                content: mountedPane('generation', 'narrow'),
              },
            ]}
          />
        )}
      </div>
      <BottomBarSlot />
    </>
  );
});
