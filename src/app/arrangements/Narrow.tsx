// The arrangement for a phone.

import { memo } from 'react';
import { useView } from '../../state/store.ts';
import { BottomBarSlot } from './BottomBar.tsx';
import { panes } from './mountedPanes.tsx';
import { Split } from './Split.tsx';
import styles from './WorkArea.module.css';

/** One pane at a time; the selected generation stands under the table. */
export const Narrow = memo(function Narrow() {
  const { pane, isComparing } = useView();
  const shown = isComparing ? 'compare' : pane;
  const content = () => {
    switch (shown) {
      case 'compare':
        return panes.compare('narrow');
      case 'providers':
        return panes.providers('narrow');
      case 'usage':
        return panes.usage('narrow');
      case 'issues':
        return panes.issues('narrow');
      case 'source':
        return panes.source('narrow');
      case 'generations':
      case 'generation':
      case 'fields':
      case 'responses':
        return (
          <Split
            id="narrow"
            direction="vertical"
            panels={[
              {
                id: 'narrow-generations',
                label: 'Generations',
                defaultSize: 52,
                minPx: 96,
                content: panes.generations('narrow'),
              },
              {
                id: 'narrow-generation',
                label: 'Generation',
                defaultSize: 48,
                minPx: 96,
                content: panes.generation('narrow'),
              },
            ]}
          />
        );
    }
  };
  return (
    <>
      <div className={styles.fill}>{content()}</div>
      <BottomBarSlot />
    </>
  );
});
