// Everything that can be done without a mouse, in one list: the shortcuts, the palette and the overlay are made from it.

import type { Command, Shell } from './command.ts';
import { compareCommands } from './compareCommands.ts';
import { moveCommands } from './moveCommands.ts';
import { openCommands } from './openCommands.ts';
import { paneCommands } from './paneCommands.ts';
import { tabCommands } from './tabCommands.ts';
import { takeCommands } from './takeCommands.ts';
import { viewCommands } from './viewCommands.ts';

export function commandsOf(shell: Shell): readonly Command[] {
  return [
    ...moveCommands,
    ...compareCommands,
    ...openCommands(shell),
    ...paneCommands,
    ...tabCommands,
    ...takeCommands,
    ...viewCommands(shell),
  ];
}
