// The default arrangement: table, tree, chart and source on the left, the selected generation and the issues on the right. In a low window with something
// over the panes the table has the left side alone, or, where there is width, more of its height.

import { memo } from 'react';
import { BottomLineSlot } from './BottomLine.tsx';
import { mountedPane } from './mountedPanes.tsx';
import { Split } from './Split.tsx';
import styles from './WorkArea.module.css';

interface InspectingProps {
  readonly width: 'wide' | 'medium';
  /** There is height for the table and little else. */
  readonly isLow: boolean;
}

export const Inspecting = memo(function Inspecting({ width, isLow }: InspectingProps) {
  const isWide = width === 'wide';
  const middle = (
    <Split
      id={`middle-${width}`}
      direction="horizontal"
      panels={[
        {
          id: `providers-${width}`,
          label: 'Provider responses',
          defaultSize: 47,
          minPx: 170,
          content: mountedPane('providers', 'full'),
        },
        {
          id: `usage-${width}`,
          label: 'Token usage',
          defaultSize: 53,
          minPx: 244,
          isCollapsible: true,
          content: mountedPane('usage', 'full'),
        },
      ]}
    />
  );
  const left =
    isLow && !isWide ? (
      mountedPane('generations', 'full')
    ) : (
      <Split
        id={isLow ? 'left-low' : `left-${width}`}
        direction="vertical"
        panels={[
          {
            id: `generations-${width}`,
            label: 'Generations',
            defaultSize: isLow ? 52 : 35,
            minPx: 110,
            content: mountedPane('generations', 'full'),
          },
          {
            id: `middle-panel-${width}`,
            label: 'Provider responses and Token usage',
            defaultSize: isLow ? 27 : 42,
            minPx: 96,
            content: middle,
          },
          ...(isWide
            ? [
                {
                  id: 'source-wide',
                  label: 'Source',
                  defaultSize: isLow ? 21 : 23,
                  minPx: 64,
                  closedPx: 32,
                  isCollapsible: true,
                  content: mountedPane('source', 'full'),
                },
              ]
            : []),
        ]}
      />
    );
  const right = isWide ? (
    <Split
      id="right-wide"
      direction="vertical"
      panels={[
        {
          id: 'generation-wide',
          label: 'Generation',
          defaultSize: 77,
          minPx: 140,
          content: mountedPane('generation', 'full'),
        },
        {
          id: 'issues-wide',
          label: 'Issues',
          defaultSize: 23,
          minPx: 64,
          closedPx: 32,
          isCollapsible: true,
          content: mountedPane('issues', 'full'),
        },
      ]}
    />
  ) : (
    mountedPane('generation', 'full')
  );
  return (
    <>
      <div className={styles.panes}>
        <Split
          id={`inspect-${width}`}
          direction="horizontal"
          panels={[
            {
              id: `left-panel-${width}`,
              label: 'Generations',
              defaultSize: isWide ? 63.4 : 58.6,
              minPx: 416,
              content: left,
            },
            {
              id: `right-panel-${width}`,
              label: 'Generation',
              defaultSize: isWide ? 36.6 : 41.4,
              minPx: 260,
              content: right,
            },
          ]}
        />
      </div>
      {isWide ? null : <BottomLineSlot isLow={isLow} />}
    </>
  );
});
