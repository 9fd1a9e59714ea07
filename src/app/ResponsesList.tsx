// The list of open responses, wired to opening and closing. Loaded with the work area.

import { ResponsesPane } from '../panes/responses/ResponsesPane.tsx';
import { useStore } from '../state/store.ts';
import { renameDocument } from './opening/keeping.ts';
import { removeDocuments } from './opening/removal.ts';
import { openListedTogether } from './opening/together.ts';

export function ResponsesList() {
  return (
    <ResponsesPane
      onActivate={useStore.getState().activate}
      onRename={renameDocument}
      onRemove={removeDocuments}
      onTogether={openListedTogether}
    />
  );
}
