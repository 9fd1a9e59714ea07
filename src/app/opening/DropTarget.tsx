// Files dropped anywhere on the page, also over an open document. Of a folder all files that are in it.

import { useEffect, useState } from 'react';
import { showNotice } from '../../state/notice.ts';
import { useStore } from '../../state/store.ts';
import { plural } from '../../words/numbers.ts';
import { refuse } from './attempts.ts';
import { rememberHandle } from './changedFiles.ts';
import styles from './DropTarget.module.css';
import { filesInFolders } from './droppedFolders.ts';
import { openContents, openFiles, openText } from './inputs.ts';

export function DropTarget() {
  const [isOver, setOver] = useState(false);

  // The drag events of the window.
  useEffect(() => {
    // Entering a child fires before leaving its parent, so that only the depth tells whether the page was left.
    let depth = 0;
    const set = (next: number) => {
      depth = Math.max(0, next);
      setOver(depth > 0);
    };
    const onEnter = (event: DragEvent) => {
      if (!hasContent(event)) return;
      event.preventDefault();
      set(depth + 1);
    };
    const onOver = (event: DragEvent) => {
      if (!hasContent(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    };
    const onLeave = (event: DragEvent) => {
      if (hasContent(event)) set(depth - 1);
    };
    const onDrop = (event: DragEvent) => {
      if (!event.dataTransfer || !hasContent(event)) return;
      event.preventDefault();
      set(0);
      openDropped(event.dataTransfer);
    };
    window.addEventListener('dragenter', onEnter);
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragenter', onEnter);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);

  return isOver ? (
    <div className={styles.target} aria-hidden="true">
      <span className={styles.words}>Drop to inspect</span>
    </div>
  ) : null;
}

/** File System API; not in every browser. */
interface ItemWithHandle {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

function hasContent(event: DragEvent): boolean {
  const types = event.dataTransfer?.types ?? [];
  return types.includes('Files') || types.includes('text/plain');
}

function openDropped(data: DataTransfer): void {
  const items = [...data.items].filter((item) => item.kind === 'file');
  // Have to be asked for while the event lasts.
  const folders = items.flatMap((item) => {
    const entry = item.webkitGetAsEntry?.();
    return entry?.isDirectory ? [entry as FileSystemDirectoryEntry] : [];
  });
  const files = [...data.files].filter((file) => !folders.some(({ name }) => name === file.name));
  for (const item of items) {
    const name = item.getAsFile()?.name;
    // Has to be asked for while the event lasts.
    const handle = (item as ItemWithHandle).getAsFileSystemHandle?.();
    const file = files.find((one) => one.name === name);
    if (file && handle) rememberHandle(file, handle);
  }
  if (folders.length > 0) void openFolders(folders, files);
  else if (files.length > 0) openFiles(files);
  else openText(data.getData('text/plain'), 'dropped text');
}

/** Opens what is in folders together with the files that were dropped beside them. */
async function openFolders(folders: readonly FileSystemDirectoryEntry[], files: readonly File[]): Promise<void> {
  const found = await filesInFolders(folders);
  const beside = files.map((file) => ({ name: file.name, content: file }));
  if (found.files.length > 0 || beside.length > 0) openContents([...beside, ...found.files]);
  else for (const { name } of folders) refuseFolder(name, true);
  if (found.left > 0)
    showNotice({ text: `${plural(found.left, 'file')} of the folder could not be read or were too many.` });
}

function refuseFolder(name: string, isAlone: boolean): void {
  if (isAlone) useStore.getState().activate(undefined);
  refuse(name, {
    kind: 'unreadable',
    title: 'This is a folder',
    detail: 'It holds no files that can be read.',
    advice: 'Drop the response files that are in it; several at once are fine.',
    canOpenAsPlain: false,
  });
}
