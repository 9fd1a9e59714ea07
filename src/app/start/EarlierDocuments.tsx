// Documents of earlier sessions on the start screen: whether they are kept, which there are, and how they go. Knows no format.

import { useEffect, useState } from 'react';
import { mostEarlierBytes } from '../../load/keptPolicy.ts';
import { useStore } from '../../state/store.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { momentWords } from '../../words/moments.ts';
import { formatBytes, formatCount, plural } from '../../words/numbers.ts';
import { type EarlierDocument, earlierDocuments, openEarlier, removeEarlier } from '../opening/earlier.ts';
import styles from './EarlierDocuments.module.css';

export function EarlierDocuments() {
  const isKept = useStore((state) => state.preferences.isHistoryKept);
  const setPreferences = useStore((state) => state.setPreferences);
  const open = useStore((state) => state.documents);
  const [documents, setDocuments] = useState<readonly EarlierDocument[]>([]);
  const [changes, setChanges] = useState(0);
  const [isDeleting, setDeleting] = useState(false);
  // The browser's storage, which what is opened, closed and removed changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list of open documents, another switch and each removal are the reasons to look
  useEffect(() => {
    let isCurrent = true;
    void earlierDocuments().then((found) => isCurrent && setDocuments(found));
    return () => {
      isCurrent = false;
    };
  }, [isKept, open, changes]);
  // Other tabs, which leave documents behind meanwhile.
  useEffect(() => {
    if (!isKept) return;
    const look = () => setChanges((count) => count + 1);
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [isKept]);
  const remove = async (gone: readonly EarlierDocument[], words: string) => {
    await removeEarlier(gone.map(({ id }) => id));
    announce(`${words} removed`);
    setDeleting(false);
    setChanges((count) => count + 1);
  };
  const all = plural(documents.length, 'document');
  return (
    <section className={styles.section} aria-label="Earlier documents">
      <div className={styles.top}>
        <h2 className={styles.title}>Earlier documents</h2>
        <Switch
          label="Keep closed documents"
          isOn={isKept}
          onChange={(isHistoryKept) => setPreferences({ isHistoryKept })}
        >
          Keep closed documents
        </Switch>
      </div>
      <p className={styles.words}>
        {isKept
          ? `What you close stays in this browser, up to ${formatCount(mostEarlierBytes / 1_000_000)} MB in all, the oldest go first. What may hold a key is kept only if you say so.`
          : 'Off: when you close a document, this browser forgets it.'}
      </p>
      {documents.length === 0 ? null : (
        <>
          <ul className={styles.list} aria-label="Earlier documents">
            {documents.map((document) => (
              <li key={document.id} className={styles.item}>
                <button
                  type="button"
                  className={styles.document}
                  onClick={() => void openEarlier(document.id).then((isThere) => isThere || setChanges((n) => n + 1))}
                >
                  <span className={styles.name}>{document.name}</span>
                  <span className={styles.when}>{momentWords(document.at)}</span>
                  <span className={styles.size}>{formatBytes(document.bytes)}</span>
                </button>
                <IconButton
                  icon="trash"
                  label={`Remove ${document.name}`}
                  onClick={() => void remove([document], document.name)}
                />
              </li>
            ))}
          </ul>
          <div className={styles.actions}>
            {isDeleting ? (
              <>
                <Button variant="outline" onClick={() => void remove(documents, all)}>
                  Delete {all}
                </Button>
                <Button onClick={() => setDeleting(false)}>Keep them</Button>
              </>
            ) : (
              <Button onClick={() => setDeleting(true)}>Delete all</Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}
