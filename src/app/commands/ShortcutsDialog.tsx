// The overlay behind `?`: every shortcut, made from the list of commands, and the switch for single keys.

import { useStore } from '../../state/store.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import type { Command } from './command.ts';
import styles from './ShortcutsDialog.module.css';

const groups = ['Move', 'Compare', 'Open', 'View'] as const;

/** Keys that the widgets themselves know. */
const widgetKeys: readonly { readonly keys: string; readonly label: string }[] = [
  { keys: 'ArrowDown', label: 'Next row, item or line; ↑ the one before' },
  { keys: 'ArrowRight', label: 'Open a container of the tree; ← close it or go to its parent' },
  { keys: 'Enter', label: 'Open or select what has the focus' },
  { keys: 'Space', label: 'Check or uncheck; with Shift a range' },
];

interface ShortcutsDialogProps {
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}

export function ShortcutsDialog({ commands, onClose }: ShortcutsDialogProps) {
  const hasSingleKeys = useStore((state) => state.preferences.hasSingleKeys);
  const setPreferences = useStore((state) => state.setPreferences);
  return (
    <Dialog title="Keyboard shortcuts" isOpen onClose={onClose} width="wide">
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group}>
            <h3 className={styles.heading}>{group}</h3>
            <dl className={styles.list}>
              {commands
                .filter((command) => command.group === group && command.keys.length > 0)
                .map((command) => (
                  <Row key={command.id} keys={command.keys[0] ?? ''} label={command.label} />
                ))}
              {group === 'Move' ? widgetKeys.map((row) => <Row key={row.keys} {...row} />) : null}
            </dl>
          </section>
        ))}
      </div>
      <Checkbox
        label="Single-key shortcuts"
        isChecked={hasSingleKeys}
        onChange={(isChecked) => setPreferences({ hasSingleKeys: isChecked })}
      >
        Single keys such as j and x work outside of text fields
      </Checkbox>
    </Dialog>
  );
}

function Row({ keys, label }: { readonly keys: string; readonly label: string }) {
  return (
    <div className={styles.row}>
      <dt>
        <Kbd keys={keys} />
      </dt>
      <dd>{label}</dd>
    </div>
  );
}
