// The files named on the command line, as the page may fetch them: only under a random token, so that no other page or program can guess
// their address. Knows nothing of HTTP.
import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { followVersions, versionFrom } from './fileVersions.js';

/** @typedef {import('./inputFiles.js').OpenedFile} OpenedFile */

/**
 * What an address under /open/ stands for: a JSON text, a file's path or content, the states of all files as they change, or nothing.
 * @typedef {{ readonly kind: 'list', readonly text: string }
 *   | { readonly kind: 'file', readonly path: string }
 *   | { readonly kind: 'content', readonly content: Buffer }
 *   | { readonly kind: 'changes', follow(tell: (text: string) => void): () => void }
 *   | undefined} Opened
 */

/** Folders and patterns are searched again no more often, in milliseconds. */
const searchRestMs = 1000;

/**
 * @param {readonly OpenedFile[]} files
 * @param {{ readonly isWatching?: boolean, findAgain?(): Promise<readonly OpenedFile[]> }} [how] `isWatching`: the page is to follow them from the start;
 *   `findAgain` gives what the same folders and patterns hold now, those that were given before too
 * @returns {{ readonly token: string, find(path: string): Promise<Opened> }} `find` takes the still encoded path of a request
 */
export function openedFiles(files, { isWatching = false, findAgain } = {}) {
  const token = randomBytes(16).toString('hex');
  const prefix = `/open/${token}/`;
  /** @type {Map<string, OpenedFile>} */
  const byUrl = new Map();
  const paths = new Set();
  /** @param {OpenedFile} file */
  const add = (file) => {
    byUrl.set(`${prefix}${byUrl.size}/${encodeURIComponent(file.name)}`, file);
    if ('path' in file) paths.add(file.path);
  };
  files.forEach(add);
  let searchedAt = Number.NEGATIVE_INFINITY;
  /** What came into the folders since is behind what was there. */
  const search = async () => {
    if (findAgain === undefined || performance.now() - searchedAt < searchRestMs) return;
    searchedAt = performance.now();
    for (const file of await findAgain()) if ('path' in file && !paths.has(file.path)) add(file);
    searchedAt = performance.now();
  };
  return {
    token,
    async find(path) {
      if (files.length === 0) return undefined;
      if (path === `${prefix}list.json`) {
        await search();
        return { kind: 'list', text: await listText(byUrl, isWatching) };
      }
      if (path === `${prefix}changes`) return { kind: 'changes', follow: (tell) => followChanges(byUrl, search, tell) };
      const file = byUrl.get(path);
      if (file === undefined) return undefined;
      return 'path' in file ? { kind: 'file', path: file.path } : { kind: 'content', content: file.content };
    },
  };
}

/**
 * `{ "files": [{ "name", "size", "url", "version"? }], "isWatching" }`; the size is null for a file that has gone since, the version absent for what does not change.
 * @param {ReadonlyMap<string, OpenedFile>} byUrl
 * @param {boolean} isWatching
 */
async function listText(byUrl, isWatching) {
  const files = await Promise.all(
    [...byUrl].map(async ([url, file]) => {
      const { name } = file;
      if ('content' in file) return { name, size: file.content.length, url };
      const found = await stat(file.path).catch(() => undefined);
      return { name, size: found?.size ?? null, url, version: found ? versionFrom(found) : 'gone' };
    }),
  );
  return JSON.stringify({ files, isWatching });
}

/**
 * `[{ "name", "url", "version" }]`, first of all files, then of those that changed or are new.
 * @param {ReadonlyMap<string, OpenedFile>} byUrl grows when it is searched
 * @param {() => Promise<void>} search
 * @param {(text: string) => void} tell
 */
function followChanges(byUrl, search, tell) {
  /** @type {Map<string, { readonly name: string, readonly url: string }>} */
  const byPath = new Map();
  const pathsNow = async () => {
    await search();
    for (const [url, file] of byUrl) if ('path' in file) byPath.set(file.path, { name: file.name, url });
    return [...byPath.keys()];
  };
  return followVersions(pathsNow, (versions) =>
    tell(JSON.stringify([...versions].map(([path, version]) => ({ ...byPath.get(path), version })))),
  );
}
