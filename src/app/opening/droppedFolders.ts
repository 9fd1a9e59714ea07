// The files in folders that were dropped, with those below them, by the browser's entries API (File and Directory Entries, WICG). Names are the ways from
// the folder. Reads no content.

export interface FoundFile {
  /** `runs/a/t0.json` */
  readonly name: string;
  readonly content: File;
}

/** Files that nobody means: of the system, and of tools. */
const hidden = /^(?:\.|__MACOSX$|node_modules$)/;
/** A folder with more is not meant to be opened. */
const mostFiles = 20_000;

/** Ways are in the order of their names, numbers in them as numbers. `left`: files beyond the most, or that could not be read. */
export async function filesInFolders(
  folders: readonly FileSystemDirectoryEntry[],
): Promise<{ readonly files: readonly FoundFile[]; readonly left: number }> {
  const files: FoundFile[] = [];
  let left = 0;
  const waiting: FileSystemEntry[] = [...folders].reverse();
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    if (entry.isDirectory) {
      const inside = await entriesIn(entry as FileSystemDirectoryEntry).catch(() => undefined);
      if (inside === undefined) left++;
      else
        waiting.push(
          ...inside
            .filter(({ name }) => !hidden.test(name))
            .sort(byName)
            .reverse(),
        );
    } else if (files.length >= mostFiles) left++;
    else {
      const content = await fileOf(entry as FileSystemFileEntry).catch(() => undefined);
      if (content === undefined) left++;
      else files.push({ name: entry.fullPath.replace(/^\//, ''), content });
    }
  }
  return { files, left };
}

const inOrder = new Intl.Collator('en', { numeric: true });

function byName(one: FileSystemEntry, other: FileSystemEntry): number {
  return inOrder.compare(one.name, other.name);
}

/** The reader gives some at a time, and none at the end. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}
