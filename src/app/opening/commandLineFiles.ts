// The files given on the command line: the server offers them under a token that stands in the address, and nowhere else. Knows no component.

import * as v from 'valibot';
import { showNotice } from '../../state/notice.ts';
import { sayServedChanges } from './changedServedFiles.ts';
import { follow, resumeFollowing } from './following.ts';
import { openServed } from './readAgain.ts';
import { wholeLines } from './wholeLines.ts';

const listSchema = v.object({
  files: v.array(v.object({ name: v.string(), url: v.string(), version: v.optional(v.string()) })),
  isWatching: v.optional(v.boolean(), false),
});

/** Opens what `?open=TOKEN` names, takes the token out of the address, and follows what this tab followed before a reload. Call once. */
export async function openCommandLineFiles(): Promise<void> {
  resumeFollowing();
  sayServedChanges();
  const token = new URLSearchParams(location.search).get('open');
  if (token === null) return;
  history.replaceState(history.state, '', location.pathname + location.hash);
  try {
    const address = `/open/${encodeURIComponent(token)}/list.json`;
    const { files, isWatching } = v.parse(listSchema, await (await fetch(address)).json());
    const ids = await openServed(files, true, isWatching ? wholeLines : undefined);
    if (isWatching) for (const id of ids) follow(id);
  } catch (reason) {
    showNotice({
      text: `The files of the command line cannot be had: ${reason instanceof Error ? reason.message : String(reason)}`,
    });
  }
}
