// Key caps for a shortcut. Knows no command.

import styles from './Kbd.module.css';
import { keyLabel } from './keyLabel.ts';

/** Draws a shortcut in aria-keyshortcuts notation, for example `Control+K`, one cap per key. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.keys}>
      {keyLabel(keys).map((word) => (
        <kbd key={word} className={styles.key}>
          {word}
        </kbd>
      ))}
    </span>
  );
}
