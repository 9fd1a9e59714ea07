// Values as the document writes them, its numbers and texts untouched: a generation, a provider response, a response, several of them as one list.

import type { JsonRequest } from '../../analysis/takeaway/rowsRequest.ts';
import { pointerOf, rootPointer } from '../../json/pointer.ts';
import type { OpenDocument } from '../../state/documents.ts';
import { generationAt, providerAt, treePointer } from '../../state/selection.ts';
import { activeDocument, activeView, useStore } from '../../state/store.ts';
import { fileNameOf, type JsonId, type WriteHooks, type Writing, type Written } from '../../state/writings.ts';
import { plural } from '../../words/numbers.ts';
import { questionsOf } from '../opening/sessions.ts';

interface Target {
  readonly request: JsonRequest;
  readonly words: string;
  /** Without its ending. */
  readonly name: string;
}

/** What it would be of the document on screen; undefined where that has none. */
function targetOf(id: JsonId, document: OpenDocument): Target | undefined {
  const state = useStore.getState();
  const { selection, brushes } = activeView(state);
  const position = generationAt(document, selection);
  const response = position === undefined ? -1 : document.rows.response(position);
  switch (id) {
    case 'generation': {
      if (position === undefined) return undefined;
      const label = document.rows.label(position);
      return {
        request: { pointer: document.rows.pointer(position) },
        words: `Generation ${label}`,
        name: `generation-${label}`,
      };
    }
    case 'provider': {
      const provider = providerAt(document, treePointer(document, selection));
      if (provider === undefined) return undefined;
      const pointer = pointerOf('provider_responses', provider);
      return { request: { pointer }, words: `Provider response ${provider}`, name: `provider-response-${provider}` };
    }
    case 'response': {
      if (document.responses === undefined)
        return { request: { pointer: rootPointer }, words: document.name, name: 'response' };
      if (response < 0) return undefined;
      const own = document.responses.names[response] ?? '';
      return { request: { responses: [response] }, words: own, name: own.replace(/\.[A-Za-z0-9]{1,8}$/, '') };
    }
    case 'responses': {
      if (document.responses === undefined) return undefined;
      const count = brushes.responses?.length ?? document.responses.names.length;
      return {
        request: { responses: brushes.responses ?? 'all' },
        words: plural(count, 'response'),
        name: 'responses',
      };
    }
  }
}

export function canWriteJson(id: JsonId): boolean {
  const document = activeDocument(useStore.getState());
  return document !== undefined && document.load !== 'loading' && targetOf(id, document) !== undefined;
}

export function jsonWriting(id: JsonId): Writing | undefined {
  const document = activeDocument(useStore.getState());
  const target = document && document.load !== 'loading' ? targetOf(id, document) : undefined;
  if (document === undefined || target === undefined) return undefined;
  return {
    words: `${target.words} as JSON`,
    fileName: fileNameOf(document.name, `${target.name}.json`),
    write: (hooks) => write(document, target.request, hooks),
  };
}

async function write(
  document: OpenDocument,
  request: JsonRequest,
  { signal, onProgress }: WriteHooks,
): Promise<Written> {
  const questions = questionsOf(document.id);
  if (questions === undefined) throw new Error('the response is closed');
  const parts: Blob[] = [];
  for (let at = 0, total = 1; at < total; ) {
    signal.throwIfAborted();
    const written = await questions.writeJson(request, at);
    parts.push(new Blob([written.bytes]));
    at += written.bytes.length;
    total = written.total;
    onProgress(at / Math.max(1, total));
  }
  signal.throwIfAborted();
  return { content: new Blob(parts, { type: 'application/json' }), notes: [] };
}
