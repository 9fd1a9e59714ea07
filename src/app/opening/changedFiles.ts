// Notices that a file was changed, moved or deleted on disk since it was opened. What is on screen stays as it was read, and that is said. Knows no
// component.

import { useEffect } from 'react';
import type { DocumentId } from '../../state/documents.ts';
import { showNotice } from '../../state/notice.ts';
import { useStore } from '../../state/store.ts';
import { openFiles } from './inputs.ts';
import { heldDocument, heldIds } from './sessions.ts';

const handles = new WeakMap<Blob, Promise<FileSystemHandle | null>>();
const said = new WeakSet<Blob>();

/** With the handle of a file, what it holds now can be read without choosing it again. */
export function rememberHandle(file: File, handle: Promise<FileSystemHandle | null>): void {
  handles.set(file, handle);
  handle.catch(() => undefined);
}

/** Looks when somebody comes back to the page: they may have changed a file elsewhere. */
export function useChangedFiles(chooseFiles: () => void): void {
  // The focus of the window.
  useEffect(() => {
    const look = () => void sayChanged(chooseFiles);
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [chooseFiles]);
}

async function sayChanged(chooseFiles: () => void): Promise<void> {
  for (const id of heldIds()) {
    const file = heldFile(id);
    if (!file || said.has(file) || !(await isChanged(file)) || heldFile(id) !== file) continue;
    said.add(file);
    const name = useStore.getState().documents.find((one) => one.id === id)?.name ?? file.name;
    showNotice({
      text: `${name} was changed, moved or deleted since it was opened. Here it stays as it was.`,
      action: { label: 'Read again', run: () => void readChanged(file, chooseFiles) },
    });
  }
}

function heldFile(id: DocumentId): File | undefined {
  const source = heldDocument(id)?.request.source;
  return source && 'file' in source && source.file instanceof File ? source.file : undefined;
}

/** A browser reads nothing of a file that is no longer the one that was chosen (File API, section 6). */
async function isChanged(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return false;
  } catch {
    return true;
  }
}

/** Opens the file as it is now beside what it was; where the browser cannot find it by itself, a person chooses it again. */
async function readChanged(file: File, chooseFiles: () => void): Promise<void> {
  const handle = await handles.get(file)?.catch(() => null);
  if (handle?.kind !== 'file') {
    chooseFiles();
    return;
  }
  try {
    const now = await (handle as FileSystemFileHandle).getFile();
    handles.set(now, Promise.resolve(handle));
    openFiles([now]);
  } catch {
    chooseFiles();
  }
}
