// Files that the command serves: their bytes, and which state of a file they are of. Knows no document.

/** A file on the command line as the server offers it. */
export interface ServedFile {
  readonly name: string;
  readonly url: string;
  /** The state that was read, as the server names it. */
  readonly version: string;
}

interface Fetched {
  readonly content: Blob;
  /** Absent for what was read once, as standard input. */
  readonly state?: string;
}

/** The file was moved or deleted. */
export class NoLongerThere extends Error {}

/** Throws where the server does not have it, or is gone. */
export async function fetched(url: string): Promise<Fetched> {
  const response = await fetch(url);
  if (response.status === 204) throw new NoLongerThere('it is no longer there');
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const state = stateOf(response);
  return { content: await response.blob(), ...(state !== undefined && { state }) };
}

/** Of a file: which one, its size and when it was written; absent for what was read once. */
export function stateOf(response: Response): string | undefined {
  return response.headers.get('etag')?.replaceAll('"', '');
}

/** Where the server tells of changes of this file and of those beside it. */
export function changesOf(file: ServedFile): string {
  return `${folderOf(file)}/changes`;
}

/** Where it lists this file and those beside it. */
export function listOf(file: ServedFile): string {
  return `${folderOf(file)}/list.json`;
}

/** `/open/TOKEN` */
function folderOf({ url }: ServedFile): string {
  return url.split('/').slice(0, 3).join('/');
}
