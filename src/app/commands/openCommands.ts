// Commands that open and close responses.

import { useFollowed } from '../../state/followed.ts';
import { useStore } from '../../state/store.ts';
import { focusPane } from '../arrangements/focus.ts';
import { cancelLoad } from '../opening/inputs.ts';
import { isMended, undoMend } from '../opening/mending.ts';
import { removeDocuments } from '../opening/removal.ts';
import { always, type Command, hasDocument, type Shell } from './command.ts';

export function openCommands(shell: Shell): readonly Command[] {
  return [
    {
      id: 'open-files',
      label: 'Open files',
      group: 'Open',
      keys: ['Control+O', 'Meta+O'],
      isAvailable: always,
      run: shell.openFileChooser,
    },
    {
      id: 'paste',
      label: 'Paste a response',
      group: 'Open',
      keys: ['Control+V', 'Meta+V'],
      isAvailable: always,
      run: shell.paste,
    },
    {
      id: 'responses',
      label: 'Show the open responses',
      group: 'Open',
      keys: [],
      isAvailable: () => useStore.getState().documents.length > 0,
      run: () => {
        useStore.getState().setResponsesListOpen(true);
        focusPane('responses');
      },
    },
    {
      id: 'close',
      label: 'Close',
      group: 'Open',
      keys: [],
      isAvailable: hasDocument,
      run: () => {
        const id = useStore.getState().activeId;
        if (id !== undefined) removeDocuments([id]);
      },
    },
    {
      id: 'undo-mend',
      label: 'Undo the mend',
      group: 'Open',
      keys: [],
      isAvailable: () => isMended(useStore.getState().activeId),
      run: () => {
        const id = useStore.getState().activeId;
        if (id !== undefined) undoMend(id);
      },
    },
    {
      id: 'follow',
      label: 'Follow the file, or stop following it',
      group: 'Open',
      keys: [],
      isAvailable: () => followedOnScreen() !== undefined,
      run: () => {
        const id = useStore.getState().activeId;
        const isOn = followedOnScreen()?.isOn;
        if (id === undefined || isOn === undefined) return;
        void import('../opening/following.ts').then(({ follow, unfollow }) => (isOn ? unfollow(id) : follow(id)));
      },
    },
    {
      id: 'cancel',
      label: 'Cancel loading',
      group: 'Open',
      keys: [],
      isAvailable: () => useStore.getState().documents.some((document) => document.load === 'loading'),
      run: cancelLoad,
    },
  ];
}

function followedOnScreen() {
  const { activeId } = useStore.getState();
  return activeId === undefined ? undefined : useFollowed.getState().byId[activeId];
}
