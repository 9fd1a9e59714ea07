// The files named on the command line, as the page may fetch them: only under a random token, so that no other page or program can guess
// their address. Knows nothing of HTTP.
import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';

/** @typedef {import('./arguments.js').OpenedFile} OpenedFile */

/**
 * What an address under /open/ stands for: a JSON text, the path of a file, or nothing.
 * @typedef {{ readonly kind: 'list', readonly text: string } | { readonly kind: 'file', readonly path: string } | undefined} Opened
 */

/**
 * @param {readonly OpenedFile[]} files
 * @returns {{ readonly token: string, find(path: string): Promise<Opened> }} `find` takes the still encoded path of a request
 */
export function openedFiles(files) {
  const token = randomBytes(16).toString('hex');
  const prefix = `/open/${token}/`;
  const byPath = new Map(files.map((file, index) => [`${prefix}${index}/${encodeURIComponent(file.name)}`, file]));
  return {
    token,
    async find(path) {
      if (files.length === 0) return undefined;
      if (path === `${prefix}list.json`) return { kind: 'list', text: await listText(byPath) };
      const file = byPath.get(path);
      return file === undefined ? undefined : { kind: 'file', path: file.path };
    },
  };
}

/**
 * `{ "files": [{ "name", "size", "url" }] }`; the size is null for a file that has gone since.
 * @param {ReadonlyMap<string, OpenedFile>} byPath
 */
async function listText(byPath) {
  const files = await Promise.all(
    [...byPath].map(async ([url, file]) => {
      const size = await stat(file.path).then(
        (found) => found.size,
        () => null,
      );
      return { name: file.name, size, url };
    }),
  );
  return JSON.stringify({ files });
}
