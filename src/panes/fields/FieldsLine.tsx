// The closed form of "Response fields": what is set at the root of the response, in one line; a press opens all of it.

import { Fragment, useMemo } from 'react';
import { useDocument } from '../../state/store.ts';
import { tip } from '../../ui/tip.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './FieldsLine.module.css';
import { fieldsLine } from './fieldWords.ts';

export interface FieldsLineProps {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

export function FieldsLine({ isOpen, onToggle }: FieldsLineProps) {
  const document = useDocument();
  const parts = useMemo(() => fieldsLine(document), [document]);
  if (document.kind === 'plain') return null;
  return (
    <button
      type="button"
      className={styles.line}
      aria-expanded={isOpen}
      onClick={onToggle}
      {...tip(isOpen ? 'Hide the response fields' : 'Show all response fields')}
    >
      {parts.length === 0 ? 'Response fields' : <VisuallyHidden>Response fields: </VisuallyHidden>}
      {parts.map((part, at) => (
        <Fragment key={`${part.name} ${part.value}`}>
          {at > 0 ? <span className={styles.dot}> · </span> : null}
          {part.name === undefined ? null : <span>{part.name} </span>}
          <span className={styles.value}>{part.value}</span>
        </Fragment>
      ))}
    </button>
  );
}
