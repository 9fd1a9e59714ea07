// A thin bar and a way out, while loading takes longer than a moment. Covers nothing and moves nothing.

import { useEffect, useState } from 'react';
import type { LoadStage } from '../../response/loadEvents.ts';
import type { OpenDocument } from '../../state/documents.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { cancelLoad } from './inputs.ts';
import styles from './LoadProgress.module.css';

const patienceMs = 300;

const stages: Readonly<Record<LoadStage, string>> = {
  reading: 'Reading the file',
  skimming: 'Looking for generations',
  checking: 'Checking every byte',
  generations: 'Reading generations',
  providers: 'Reading provider responses',
  linking: 'Linking',
};

export function LoadProgress({ document }: { readonly document: OpenDocument | undefined }) {
  const [slowId, setSlowId] = useState<string>();
  const id = document?.id;
  const progress = useStore((state) => (id === undefined ? undefined : state.progress[id]));
  useEffect(() => {
    if (id === undefined) return;
    const timer = setTimeout(() => setSlowId(id), patienceMs);
    return () => clearTimeout(timer);
  }, [id]);
  if (!document || slowId !== id) return null;
  const fraction = progress && progress.total > 0 ? progress.done / progress.total : undefined;
  const stage = progress ? stages[progress.stage] : 'Loading';
  return (
    <section aria-label="Progress" className={styles.progress}>
      <div
        role="progressbar"
        aria-label="Loading"
        aria-valuetext={fraction === undefined ? stage : `${stage}, ${Math.round(fraction * 100)} %`}
        {...(fraction === undefined
          ? {}
          : { 'aria-valuenow': Math.round(fraction * 100), 'aria-valuemin': 0, 'aria-valuemax': 100 })}
        className={styles.track}
      >
        <div className={styles.bar} style={{ width: `${(fraction ?? 0.05) * 100}%` }} />
      </div>
      <div className={styles.words}>
        <span>
          {stage} of {document.name}
        </span>
        <Button variant="outline" onClick={cancelLoad}>
          Cancel
        </Button>
      </div>
    </section>
  );
}
