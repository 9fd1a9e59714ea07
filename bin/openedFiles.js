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

/**
 * @param {readonly OpenedFile[]} files
 * @param {boolean} isWatching the page is to follow them from the start
 * @returns {{ readonly token: string, find(path: string): Promise<Opened> }} `find` takes the still encoded path of a request
 */
export function openedFiles(files, isWatching = false) {
  const token = randomBytes(16).toString('hex');
  const prefix = `/open/${token}/`;
  const byUrl = new Map(files.map((file, index) => [`${prefix}${index}/${encodeURIComponent(file.name)}`, file]));
  return {
    token,
    async find(path) {
      if (files.length === 0) return undefined;
      if (path === `${prefix}list.json`) return { kind: 'list', text: await listText(byUrl, isWatching) };
      if (path === `${prefix}changes`) return { kind: 'changes', follow: (tell) => followChanges(byUrl, tell) };
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
 * `{ url: version, … }`, first of all files, then of those that changed.
 * @param {ReadonlyMap<string, OpenedFile>} byUrl
 * @param {(text: string) => void} tell
 */
function followChanges(byUrl, tell) {
  const urls = new Map([...byUrl].flatMap(([url, file]) => ('path' in file ? [[file.path, url]] : [])));
  return followVersions([...urls.keys()], (versions) =>
    tell(JSON.stringify(Object.fromEntries([...versions].map(([path, version]) => [urls.get(path), version])))),
  );
}
