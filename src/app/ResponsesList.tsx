// The list of open responses, wired to opening and closing. Loaded with the work area.

import { ResponsesPane } from '../panes/responses/ResponsesPane.tsx';
import { useStore } from '../state/store.ts';
import { openListedTogether } from './opening/inputs.ts';
import { renameDocument } from './opening/keeping.ts';
import { removeDocument } from './opening/removal.ts';

export function ResponsesList() {
  return (
    <ResponsesPane
      onActivate={useStore.getState().activate}
      onRename={renameDocument}
      onRemove={removeDocument}
      onTogether={openListedTogether}
    />
  );
}
