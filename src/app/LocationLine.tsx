// The line under the top bar: where the selection is, where its counterpart is, and the way back. Each segment is a button.

import { type Pointer, pointerKeys, pointerOf } from '../json/pointer.ts';
import type { OpenDocument } from '../state/documents.ts';
import { counterpart } from '../state/selection.ts';
import { useStore, useView } from '../state/store.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { canGoBack, canGoForward } from './address.ts';
import styles from './LocationLine.module.css';

interface LocationLineProps {
  readonly document: OpenDocument;
  /** The closed form of the response's fields, at the right end. */
  readonly children: React.ReactNode;
}

export function LocationLine({ document, children }: LocationLineProps) {
  const { selection } = useView();
  const linked = counterpart(document, selection);
  return (
    <div className={styles.line}>
      <IconButton icon="chevron-left" label="Back" keys="[" disabled={!canGoBack()} onClick={() => history.back()} />
      <IconButton
        icon="chevron-right"
        label="Forward"
        keys="]"
        disabled={!canGoForward()}
        onClick={() => history.forward()}
      />
      <nav className={styles.path} aria-label="Selected place">
        <Segments pointer={selection} />
      </nav>
      {linked === undefined ? null : (
        <nav className={styles.linked} aria-label="Linked place">
          <Icon name="link" />
          <button
            type="button"
            className={styles.segment}
            onClick={() => useStore.getState().select(linked, 'providers')}
          >
            {linked}
          </button>
        </nav>
      )}
      <div className={styles.end}>{children}</div>
    </div>
  );
}

/** `/data/4/output` as three buttons, each selecting its part of the way. */
function Segments({ pointer }: { readonly pointer: Pointer }) {
  const keys = pointerKeys(pointer);
  const shown = keys.length > 12 ? keys.slice(-12) : keys;
  const skipped = keys.length - shown.length;
  const select = useStore((state) => state.select);
  if (keys.length === 0) return <span className={styles.root}>the whole response</span>;
  return (
    <>
      {skipped > 0 ? <span className={styles.slash}>… {skipped} levels</span> : null}
      {shown.map((key, at) => {
        const place = pointerOf(...keys.slice(0, skipped + at + 1));
        return (
          <span key={place} className={styles.part}>
            <span className={styles.slash}>/</span>
            <button
              type="button"
              className={styles.segment}
              aria-current={at === shown.length - 1 ? 'location' : undefined}
              onClick={() => select(place)}
            >
              {key === '' ? '""' : key}
            </button>
          </span>
        );
      })}
    </>
  );
}
