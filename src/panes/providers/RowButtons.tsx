// The buttons that appear on the row under the mouse: copy the value, copy the place in one of its forms. Keys of the tree do the same.

import { type ReactNode, useEffect, useState } from 'react';
import type { Pointer } from '../../json/pointer.ts';
import { type PlaceForm, placeFormWords } from '../../state/placeAs.ts';
import { buttonClass } from '../../ui/buttonClass.ts';
import { copyAndSay } from '../../ui/copyAndSay.ts';
import { Icon } from '../../ui/Icon.tsx';
import { tip } from '../../ui/tip.ts';
import styles from './TreeRow.module.css';

const sayForMs = 1500;

interface RowButton {
  readonly what: 'value' | PlaceForm;
  readonly sign: ReactNode;
  readonly keys: string;
}

const buttons: readonly RowButton[] = [
  { what: 'value', sign: <Icon name="copy" />, keys: 'Control+C' },
  { what: 'pointer', sign: <Icon name="link" />, keys: 'Alt+Shift+C' },
  { what: 'jq', sign: 'jq', keys: 'Alt+Shift+J' },
  { what: 'python', sign: 'py', keys: 'Alt+Shift+P' },
];

export function RowButtons(props: {
  readonly pointer: Pointer;
  readonly onReadValue: (pointer: Pointer) => Promise<string>;
  readonly onWritePlace: (pointer: Pointer, form: PlaceForm) => Promise<string>;
}) {
  const { pointer, onReadValue, onWritePlace } = props;
  const [copied, setCopied] = useState<RowButton['what']>();
  useEffect(() => {
    if (copied === undefined) return;
    const timer = setTimeout(() => setCopied(undefined), sayForMs);
    return () => clearTimeout(timer);
  }, [copied]);

  return (
    <span className={styles.buttons}>
      {buttons.map(({ what, sign, keys }) => {
        const words = what === 'value' ? { name: 'Value', action: 'Copy value' } : placeFormWords[what];
        return (
          <button
            key={what}
            type="button"
            tabIndex={-1}
            className={buttonClass({ isIconOnly: true, className: styles.button })}
            aria-label={words.action}
            aria-keyshortcuts={keys}
            {...tip(copied === what ? 'Copied' : words.action, keys)}
            onClick={(event) => {
              event.stopPropagation();
              const text = what === 'value' ? onReadValue(pointer) : onWritePlace(pointer, what);
              void copyAndSay(words.name, text).then((isDone) => isDone && setCopied(what));
            }}
          >
            {copied === what ? <Icon name="check" /> : sign}
          </button>
        );
      })}
    </span>
  );
}
