// The arrangement for comparing: the three panes in a rail, the compared generations on the stage beside it.

import { memo } from 'react';
import { BottomLineSlot } from './BottomLine.tsx';
import { mountedPane } from './mountedPanes.tsx';
import { Split } from './Split.tsx';
import styles from './WorkArea.module.css';

export const Rail = memo(function Rail() {
  return (
    <Split
      id="rail"
      direction="vertical"
      panels={[
        {
          id: 'rail-generations',
          label: 'Generations',
          defaultSize: 35,
          minPx: 110,
          content: mountedPane('generations', 'rail'),
        },
        {
          id: 'rail-providers',
          label: 'Provider responses',
          defaultSize: 51,
          minPx: 80,
          content: mountedPane('providers', 'rail'),
        },
        {
          id: 'rail-usage',
          label: 'Token usage',
          defaultSize: 14,
          minPx: 116,
          content: mountedPane('usage', 'rail'),
        },
      ]}
    />
  );
});

export const Comparing = memo(function Comparing({ width }: { readonly width: 'wide' | 'medium' }) {
  return (
    <>
      <div className={styles.panes}>
        <Split
          id={`compare-${width}`}
          direction="horizontal"
          panels={[
            {
              id: `rail-${width}`,
              label: 'Generations',
              defaultSize: width === 'wide' ? 21.1 : 23.4,
              minPx: 220,
              content: <Rail />,
            },
            {
              id: `stage-${width}`,
              label: 'Compare',
              defaultSize: width === 'wide' ? 78.9 : 76.6,
              minPx: 320,
              content: mountedPane('compare', 'full'),
            },
          ]}
        />
      </div>
      <BottomLineSlot />
    </>
  );
});
