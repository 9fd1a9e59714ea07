// The files given on the command line: the server offers them under a token that stands in the address, and nowhere else.

import * as v from 'valibot';
import { showNotice } from '../../state/notice.ts';
import { openInputs } from './inputs.ts';

const listSchema = v.object({
  files: v.array(v.object({ name: v.string(), size: v.number(), url: v.string() })),
});

/** Opens what `?open=TOKEN` names and takes the token out of the address. */
export async function openCommandLineFiles(): Promise<void> {
  const token = new URLSearchParams(location.search).get('open');
  if (token === null) return;
  history.replaceState(history.state, '', location.pathname + location.hash);
  try {
    const list = v.parse(listSchema, await (await get(`/open/${encodeURIComponent(token)}/list.json`)).json());
    const inputs = await Promise.all(
      list.files.map(async ({ name, url }) => ({ name, source: { file: await (await get(url)).blob() } })),
    );
    openInputs(inputs);
  } catch (reason) {
    showNotice({
      text: `The files of the command line cannot be had: ${reason instanceof Error ? reason.message : String(reason)}`,
    });
  }
}

async function get(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response;
}
