// Commands that there are as many of as there are documents and responses. Made when the palette opens.

import { activeDocument, useStore } from '../../state/store.ts';
import { always, type Command } from './command.ts';

const { activate, changeView } = useStore.getState();

function documentCommands(): readonly Command[] {
  const { documents, activeId } = useStore.getState();
  return documents
    .filter(({ id, hasRows }) => hasRows && id !== activeId)
    .map(({ id, name }) => ({
      id: `document-${id}`,
      label: `Show ${name}`,
      group: 'Open',
      keys: [],
      isAvailable: always,
      run: () => activate(id),
    }));
}

/** Each narrows the table to one of several responses. */
function responseCommands(): readonly Command[] {
  const names = activeDocument(useStore.getState())?.responses?.names ?? [];
  return names.map((name, number) => ({
    id: `response-${number}`,
    label: `Only the response ${name}`,
    group: 'Open',
    keys: [],
    isAvailable: always,
    run: () => changeView((view) => ({ ...view, brushes: { ...view.brushes, responses: [number] } })),
  }));
}

export function listedCommands(): readonly Command[] {
  return [...documentCommands(), ...responseCommands()];
}
