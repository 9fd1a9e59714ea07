// The line under the top bar: where the selection is, where its counterpart is, and the way back. Each segment is a button.

import { type Pointer, parentPointer, pointerKeys, rootPointer } from '../json/pointer.ts';
import type { OpenDocument } from '../state/documents.ts';
import { placeForms, placeFormWords } from '../state/placeAs.ts';
import { openSearch } from '../state/search.ts';
import { counterpart } from '../state/selection.ts';
import { useSelection, useStore } from '../state/store.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { plural } from '../words/numbers.ts';
import { shortName } from '../words/shortName.ts';
import { canGoBack, canGoForward } from './address.ts';
import { copyPlace } from './commands/copyPlace.ts';
import styles from './LocationLine.module.css';

interface LocationLineProps {
  readonly document: OpenDocument;
  /** The closed form of the response's fields, at the right end. */
  readonly children: React.ReactNode;
}

export function LocationLine({ document, children }: LocationLineProps) {
  const selection = useSelection();
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
            {shortName(linked)}
          </button>
        </nav>
      )}
      <CopyPlace document={document} pointer={selection} />
      <IconButton icon="search" label="Search the document" keys="Control+F" onClick={openSearch} />
      <div className={styles.end}>{children}</div>
    </div>
  );
}

/** The selected place for the clipboard, in the forms of other tools. */
function CopyPlace({ document, pointer }: { readonly document: OpenDocument; readonly pointer: Pointer }) {
  const copy = (id: string): void => {
    const form = placeForms.find((one) => one === id);
    if (form !== undefined) copyPlace(document.id, pointer, form);
  };
  return (
    <MenuButton
      label="Copy place"
      icon="copy"
      className={styles.copy}
      entries={placeForms.map((form) => ({ id: form, label: placeFormWords[form].action }))}
      onAction={copy}
    />
  );
}

/** Places on the way that have a button each; what is above them is counted. */
const shownLevels = 12;

/** `/data/4/output` as three buttons, each selecting its part of the way. */
function Segments({ pointer }: { readonly pointer: Pointer }) {
  const select = useStore((state) => state.select);
  if (pointer === rootPointer) return <span className={styles.root}>the whole response</span>;
  const places: Pointer[] = [];
  for (let at: Pointer | undefined = pointer; at && places.length < shownLevels; at = parentPointer(at))
    places.unshift(at);
  const skipped = levelOf(pointer) - places.length;
  return (
    <>
      {skipped > 0 ? <span className={styles.slash}>… {plural(skipped, 'level')} </span> : null}
      {places.map((place) => (
        <span key={place} className={styles.part}>
          <span className={styles.slash}>/</span>
          <button
            type="button"
            className={styles.segment}
            aria-current={place === pointer ? 'location' : undefined}
            onClick={() => select(place)}
          >
            {lastKey(place)}
          </button>
        </span>
      ))}
    </>
  );
}

function levelOf(pointer: Pointer): number {
  let level = 0;
  for (let at = pointer.indexOf('/'); at >= 0; at = pointer.indexOf('/', at + 1)) level++;
  return level;
}

/** The last key as a person knows it; an empty one is shown as the two quotes it has in the text. */
function lastKey(pointer: Pointer): string {
  const [key = ''] = pointerKeys(pointer.slice(pointer.lastIndexOf('/')) as Pointer);
  return key === '' ? '""' : shortName(key);
}
