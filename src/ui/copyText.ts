// Puts text on the clipboard, with a way out where the modern interface is missing. Knows no button.

/** What became of a copy; `reason` is a sentence for people. */
export type CopyOutcome = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/**
 * Copies a text that is there or still on its way; one that is a Blob is not decoded here. A promise is handed to the clipboard at once where the browser can
 * wait for it, because the permission of a press does not outlive long waiting. Never throws.
 */
export async function copyText(text: string | Promise<string | Blob>): Promise<CopyOutcome> {
  try {
    const clipboard: Clipboard | undefined = navigator.clipboard;
    if (clipboard === undefined) return copyBySelection(await asString(text));
    if (typeof text !== 'string' && typeof ClipboardItem === 'function') {
      const blob = text.then((value) => new Blob([value], { type: 'text/plain' }));
      await clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
      return { ok: true };
    }
    await clipboard.writeText(await asString(text));
    return { ok: true };
  } catch {
    try {
      return copyBySelection(await asString(text));
    } catch {
      return { ok: false, reason: 'The text could not be read.' };
    }
  }
}

async function asString(text: string | Promise<string | Blob>): Promise<string> {
  const value = await text;
  return typeof value === 'string' ? value : await value.text();
}

/** The old way: a text box out of sight, selected and copied. Focus and selection come back afterwards. */
function copyBySelection(text: string): CopyOutcome {
  const focused = document.activeElement;
  const box = document.createElement('textarea');
  box.value = text;
  box.readOnly = true;
  box.style.position = 'fixed';
  box.style.opacity = '0';
  document.body.append(box);
  box.select();
  const isCopied = document.execCommand('copy');
  box.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied ? { ok: true } : { ok: false, reason: 'The browser does not allow this page to use the clipboard.' };
}
