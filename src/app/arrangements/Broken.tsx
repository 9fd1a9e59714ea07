// The arrangement for a text that breaks off.

import type { OpenDocument } from '../../state/documents.ts';
import { BrokenText } from '../start/BrokenText.tsx';
import { Rail } from './Comparing.tsx';
import { mountedPane } from './mountedPanes.tsx';
import { Split } from './Split.tsx';
import styles from './WorkArea.module.css';

/** A text that breaks off: what is whole on the left, the error and what to do on the right, the source below. */
export function Broken({ document, onGoOn }: { readonly document: OpenDocument; readonly onGoOn: () => void }) {
  return (
    <div className={styles.scrolled}>
      <div className={styles.tall}>
        <Split
          id="broken"
          direction="vertical"
          panels={[
            {
              id: 'broken-top',
              label: 'the error',
              defaultSize: 77,
              minPx: 310,
              content: (
                <Split
                  id="broken-columns"
                  direction="horizontal"
                  panels={[
                    { id: 'broken-rail', label: 'Generations', defaultSize: 26, minPx: 276, content: <Rail /> },
                    {
                      id: 'broken-report',
                      label: 'the error',
                      defaultSize: 74,
                      minPx: 320,
                      content: <BrokenText document={document} onGoOn={onGoOn} />,
                    },
                  ]}
                />
              ),
            },
            {
              id: 'broken-source',
              label: 'Source',
              defaultSize: 23,
              minPx: 64,
              content: mountedPane('source', 'full'),
            },
          ]}
        />
      </div>
    </div>
  );
}
