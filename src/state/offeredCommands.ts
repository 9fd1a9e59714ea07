// Commands that a pane offers for its buttons and menus while it is mounted: the palette lists them, and each does what the button does. Knows no palette.

import { useLayoutEffect, useRef } from 'react';

export interface OfferedCommand {
  /** Unlike that of any other command. */
  readonly id: string;
  readonly label: string;
  readonly group: 'Move' | 'Compare' | 'Open' | 'View';
  run(): void;
}

type Offer = () => readonly OfferedCommand[];

const mounted = new Set<{ readonly current: Offer }>();

/** While the component is mounted, these can be run; `offer` is asked when the palette opens. */
export function useOfferedCommands(offer: Offer): void {
  const latest = useRef(offer);
  // The palette, outside of the pane, asks what the latest rendering gave.
  useLayoutEffect(() => {
    latest.current = offer;
  });
  // As above: they can be asked for as long as the pane is there.
  useLayoutEffect(() => {
    mounted.add(latest);
    return () => {
      mounted.delete(latest);
    };
  }, []);
}

/** Of all panes that are mounted, each once: a pane may be there in two forms. */
export function offeredCommands(): readonly OfferedCommand[] {
  const byId = new Map<string, OfferedCommand>();
  for (const { current } of mounted) for (const command of current()) byId.set(command.id, command);
  return [...byId.values()];
}
