// The buttons that appear on the row under the mouse: copy the value, copy the pointer. Keys of the tree do the same.

import { useEffect, useState } from 'react';
import type { Pointer } from '../../json/pointer.ts';
import type { IconName } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { copyAndSay } from './copyAndSay.ts';
import styles from './TreeRow.module.css';

const SAY_FOR_MS = 1500;

type Copied = 'value' | 'pointer';

export function RowButtons(props: {
  readonly pointer: Pointer;
  readonly onReadValue: (pointer: Pointer) => Promise<string>;
}) {
  const [copied, setCopied] = useState<Copied>();
  useEffect(() => {
    if (copied === undefined) return;
    const timer = setTimeout(() => setCopied(undefined), SAY_FOR_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  const button = (what: Copied, icon: IconName, label: string, keys: string, text: () => string | Promise<string>) => (
    <IconButton
      icon={copied === what ? 'check' : icon}
      label={label}
      hint={copied === what ? 'Copied' : label}
      keys={keys}
      tabIndex={-1}
      className={styles.button}
      onClick={(event) => {
        event.stopPropagation();
        void copyAndSay(what === 'value' ? 'Value' : 'Pointer', text()).then((isDone) => isDone && setCopied(what));
      }}
    />
  );
  return (
    <span className={styles.buttons}>
      {button('value', 'copy', 'Copy value', 'Control+C', () => props.onReadValue(props.pointer))}
      {button('pointer', 'link', 'Copy pointer', 'Alt+Shift+C', () => props.pointer)}
    </span>
  );
}
