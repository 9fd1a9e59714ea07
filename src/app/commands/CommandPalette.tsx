// Every command by name: type, arrows, Enter. A combobox over a list (ARIA APG, combobox with list autocomplete).

import { useEffect, useEffectEvent, useId, useMemo, useRef, useState } from 'react';
import { takeTypedAhead, typedForPalette } from '../../state/typedAhead.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { whenFocusIsBack } from '../../ui/whenFocusIsBack.ts';
import { formatCount } from '../../words/numbers.ts';
import { examples as fetchExamples } from '../opening/examples.ts';
import styles from './CommandPalette.module.css';
import type { Command } from './command.ts';
import { exampleCommands, listedCommands } from './listedCommands.ts';

interface CommandPaletteProps {
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}

/** Of thousands of responses the first ones: who wants another types more of its name. */
const mostShown = 200;

export function CommandPalette({ commands, onClose }: CommandPaletteProps) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  // Asked once: a command that becomes available while the palette is open would move the list under the cursor.
  const [available] = useState(() => [
    ...commands.filter((command) => command.id !== 'commands' && command.isAvailable()),
    ...listedCommands(),
  ]);
  const [examples, setExamples] = useState<readonly Command[]>([]);
  // The server, which has the list of examples; they stand behind the others.
  useEffect(() => {
    void fetchExamples().then((list) => setExamples(exampleCommands(list)));
  }, []);
  const all = useMemo(() => matching([...available, ...examples], text), [available, examples, text]);
  const found = all.slice(0, mostShown);
  const at = Math.min(active, found.length - 1);

  const chosen = useRef<Command>(undefined);
  const run = (command: Command | undefined) => {
    if (!command) return;
    chosen.current = command;
    onClose();
  };
  // The focus: while the dialog is there it cannot leave it, so the command runs when the dialog has gone, however long that takes.
  useEffect(
    () => () => {
      if (chosen.current) whenFocusIsBack(chosen.current.run);
    },
    [],
  );
  const takeKeys = useEffectEvent(() => {
    const typed = takeTypedAhead(typedForPalette);
    if (typed === undefined) return;
    setText(typed.text);
    if (typed.isEntered) run(matching(available, typed.text)[0]);
  });
  // Keys that were typed while the code of the palette was on its way.
  useEffect(() => takeKeys(), []);

  return (
    <Dialog title="Commands" isOpen onClose={onClose}>
      <input
        className={styles.input}
        role="combobox"
        aria-label="Command"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        placeholder="Type a command"
        autoFocus
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          if (step !== 0 && found.length > 0) {
            event.preventDefault();
            setActive((at + step + found.length) % found.length);
          } else if (event.key === 'Enter') {
            event.preventDefault();
            run(found[at]);
          }
        }}
      />
      <div id={`${id}-list`} role="listbox" aria-label="Commands" className={styles.list}>
        {found.map((command, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys act on the combobox, which owns the focus
          // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and points at the option
          <div
            key={command.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className={styles.option}
            ref={index === at ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
            onMouseMove={() => setActive(index)}
            onClick={() => run(command)}
          >
            <span>{command.label}</span>
            {command.keys[0] === undefined ? null : <Kbd keys={command.keys[0]} />}
          </div>
        ))}
      </div>
      {all.length > found.length ? (
        <p className={styles.none}>{`${formatCount(all.length - found.length)} more: type more of the name.`}</p>
      ) : null}
      {found.length === 0 ? <p className={styles.none}>No command has these letters.</p> : null}
    </Dialog>
  );
}

/** Commands that hold every word of the text, those that start with it first. */
function matching(commands: readonly Command[], text: string): readonly Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = commands.filter((command) => words.every((word) => command.label.toLowerCase().includes(word)));
  const start = words.join(' ');
  const rank = (command: Command) => (command.label.toLowerCase().startsWith(start) ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b));
}
