// The text in the paste box: how much of a long one goes there, how it is joined again, and how a broken document's text comes back to it.
// Knows no component.

import { encodeText } from '../../intake/recognise.ts';
import { contentOf } from '../../load/content.ts';
import type { Source } from '../../load/protocol.ts';
import type { DocumentId } from '../../state/documents.ts';
import { type Draft, isEmptyDraft } from '../../state/draft.ts';
import { showNotice } from '../../state/notice.ts';
import { useStore } from '../../state/store.ts';
import { heldDocument, questionsOf } from './sessions.ts';

/** A longer text is held beside the box and not inserted into it: a browser takes seconds for a long one. */
export const longestInBox = 100_000;
/** Bytes of a long text on either side of its mistake that go into the box. */
const reachBytes = 20_000;
/** Of a long text without a mistake, the start. */
const startBytes = 2000;

/** A text as it goes into the box. */
export function draftOf(text: string): Draft {
  if (text.length <= longestInBox) return { text };
  const lead = text.charCodeAt(startBytes - 1);
  // A pair of surrogates is not torn apart.
  const end = lead >= 0xd800 && lead < 0xdc00 ? startBytes - 1 : startBytes;
  return { text: text.slice(0, end), after: text.slice(end) };
}

/** The draft with a text of any length in the place of the one in the box. */
export function withText({ before, after }: Draft, text: string): Draft {
  const inner = draftOf(text);
  const parts = [inner.after, after].filter((part) => part !== undefined).map(held);
  const behind = parts.length === 0 ? undefined : new Blob(parts);
  return { ...inner, ...(before && { before }), ...(behind && { after: behind }) };
}

/** UTF-8 as it goes into the box: whole where it is short, else the part around a byte, with the caret there. */
export async function draftAround(content: Blob, byte: number | undefined): Promise<Draft> {
  const isShort = content.size <= longestInBox;
  const from = isShort ? 0 : await characterStart(content, Math.max(0, (byte ?? 0) - reachBytes));
  const reach = byte === undefined ? startBytes : byte + reachBytes;
  const to = isShort ? content.size : await characterStart(content, Math.min(content.size, reach));
  return {
    text: await content.slice(from, to).text(),
    ...(byte !== undefined && { caret: await caretIn(content, from, byte) }),
    ...(from > 0 && { before: content.slice(0, from) }),
    ...(to < content.size && { after: content.slice(to) }),
  };
}

/** Code unit of a byte in the text that begins at another byte. */
export async function caretIn(content: Blob, from: number, byte: number): Promise<number> {
  return (await content.slice(from, byte).text()).length;
}

/** The byte itself, or the next one that begins a character in UTF-8. */
async function characterStart(content: Blob, byte: number): Promise<number> {
  const bytes = new Uint8Array(await content.slice(byte, byte + 4).arrayBuffer());
  const at = bytes.findIndex((one) => (one & 0xc0) !== 0x80);
  return byte + Math.max(0, at);
}

/** What is inspected: the box and what is held on both sides, joined. */
export function sourceOf({ text, before, after }: Draft): Source {
  if (!before && typeof after !== 'object') return { text: text + (after ?? '') };
  return { file: new Blob([before ?? '', encodeText(text), held(after ?? '')]) };
}

function held(part: Blob | string): Blob {
  return typeof part === 'string' ? new Blob([encodeText(part)]) : part;
}

/** Puts something else into the box; what a person had there can be had back. */
export function replaceDraft(draft: Draft, onUndo?: () => void): void {
  const { draft: earlier, setDraft } = useStore.getState();
  setDraft(draft);
  if (isEmptyDraft(earlier)) return;
  showNotice({
    text: isEmptyDraft(draft) ? 'The box was cleared.' : 'The text in the box was replaced.',
    action: {
      label: 'Undo',
      run: () => {
        useStore.getState().setDraft(earlier);
        onUndo?.();
      },
    },
  });
}

/** Puts the text of a broken document back into the paste box, around its mistake. */
export async function editText(id: DocumentId): Promise<void> {
  const document = useStore.getState().documents.find((one) => one.id === id);
  const held = heldDocument(id);
  if (!document || !held) return;
  // Places in a text that was turned into JSON are places of that JSON, which the worker has.
  const turned = document.form === 'JSON' ? undefined : await questionsOf(id)?.wholeText();
  const content = turned === undefined ? contentOf(held.request.source) : contentOf({ text: turned });
  const draft = await draftAround(content, document.failure?.place?.byte);
  // A person may have gone on to another document while the text was fetched.
  if (useStore.getState().activeId !== id) return;
  useStore.getState().activate(undefined);
  replaceDraft(draft);
}
