// The panes of one document, arranged for the room there is: inspecting, comparing, a broken text, or one pane at a time on a phone.
// Loaded after the start screen.

import { useEffect, useState } from 'react';
import { FieldsLine } from '../panes/fields/FieldsLine.tsx';
import { FieldsPane } from '../panes/fields/FieldsPane.tsx';
import { ReaderContext } from '../state/answer.ts';
import type { OpenDocument } from '../state/documents.ts';
import { useView } from '../state/store.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { Broken } from './Broken.tsx';
import { BrokenText } from './BrokenText.tsx';
import { Comparing } from './Comparing.tsx';
import { restoreFocus } from './focus.ts';
import { Inspecting } from './Inspecting.tsx';
import { LocationLine } from './LocationLine.tsx';
import { Mounting, useMountingStep } from './mountedPanes.tsx';
import { Narrow } from './Narrow.tsx';
import { readerOf } from './opening.ts';
import { useWidth } from './useWidth.ts';
import styles from './WorkArea.module.css';

export function WorkArea({ document }: { readonly document: OpenDocument }) {
  const { id } = document;
  const reader = readerOf(id);
  const view = useView();
  const width = useWidth();
  const step = useMountingStep(id);
  const [fieldsOpenFor, setFieldsOpenFor] = useState<string>();
  const [errorReadOf, setErrorReadOf] = useState<string>();
  const arrangement = view.isComparing ? 'compare' : width;
  useEffect(() => {
    if (arrangement !== undefined) restoreFocus();
  }, [arrangement]);
  if (!reader) return null;
  const isBroken = document.load === 'failed' && errorReadOf !== id;
  const areFieldsOpen = fieldsOpenFor === id;
  const toggleFields = () => setFieldsOpenFor(areFieldsOpen ? undefined : id);
  const goOn = () => setErrorReadOf(id);
  return (
    <ReaderContext value={reader}>
      <Mounting value={{ id, step }}>
        <VisuallyHidden>
          <h1>{document.name}</h1>
        </VisuallyHidden>
        <LocationLine document={document}>
          <FieldsLine isOpen={areFieldsOpen} onToggle={toggleFields} />
        </LocationLine>
        {areFieldsOpen ? (
          <div className={styles.fields}>
            <FieldsPane onClose={toggleFields} />
          </div>
        ) : null}
        <div className={styles.stage}>
          {width === 'narrow' ? (
            isBroken ? (
              <BrokenText document={document} onGoOn={goOn} />
            ) : (
              <Narrow />
            )
          ) : isBroken ? (
            <Broken document={document} onGoOn={goOn} />
          ) : view.isComparing ? (
            <Comparing width={width} />
          ) : (
            <Inspecting width={width} />
          )}
        </div>
      </Mounting>
    </ReaderContext>
  );
}
