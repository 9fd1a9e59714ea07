// Writes what a person takes away to a file or the clipboard: says how far it is, can be cancelled, and says what came of it. Knows no pane.

import { showNotice } from '../../state/notice.ts';
import { tellProgress } from '../../state/toldProgress.ts';
import type { TakingWay, Writing, Written } from '../../state/writings.ts';
import { copyText } from '../../ui/copyText.ts';
import { saveFile } from '../../ui/saveFile.ts';
import { formatBytes } from '../../words/numbers.ts';

/** More than this, in bytes, and programs into which it is pasted stand still. */
const mostCopied = 32_000_000;

/** Never rejects. */
export async function take(writing: Writing, way: TakingWay): Promise<void> {
  const { words } = writing;
  const controller = new AbortController();
  const { signal } = controller;
  const progress = tellProgress(`Writing ${words}`, () => controller.abort());
  try {
    const work = writing.write({ signal, onProgress: progress.set });
    // The clipboard is asked at once: the permission of a press does not outlive long work.
    const outcome = way === 'copy' ? await copyText(work.then(textOf)) : undefined;
    const { content, notes } = await work;
    progress.end();
    if (outcome === undefined) saveFile(content, writing.fileName);
    const what = outcome === undefined ? `saved as ${writing.fileName}` : 'copied';
    if (content.size > mostCopied && outcome) {
      showNotice({
        text: `Not copied: ${formatBytes(content.size)} are too much for the clipboard. Download them instead.`,
      });
    } else if (outcome?.ok === false) showNotice({ text: `Not copied. ${outcome.reason}` });
    else showNotice({ text: [`${words}: ${what}.`, ...notes].join(' ') });
  } catch (reason) {
    progress.end();
    const why = reason instanceof Error ? reason.message : String(reason);
    showNotice({ text: signal.aborted ? `${words}: cancelled.` : `Not written: ${why}.` });
  }
}

function textOf({ content }: Written): Blob {
  if (content.size > mostCopied) throw new Error('Too much for the clipboard');
  return content;
}
