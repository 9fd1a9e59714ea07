// Builds the page when there is no build that is newer than its sources. For those who work on a clone; the published package never builds.
import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = ['src', 'public', 'bin/build', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json'];

/**
 * The time of the newest change at a path, in milliseconds; 0 where there is nothing. Folders count too: their time tells of removed files.
 * @param {string} path
 * @returns {Promise<number>}
 */
async function newestChange(path) {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = await Promise.all((await readdir(path)).map((name) => newestChange(join(path, name))));
  return Math.max(found.mtimeMs, ...inside);
}

/** @returns {Promise<boolean>} whether dist/ was built after the last change of what it is built from */
async function isBuildFresh() {
  const changes = await Promise.all(sources.map((path) => newestChange(join(root, path))));
  // The build empties dist/ before it starts, so that a failed one leaves no page that looks finished.
  const built = await newestChange(join(root, 'dist/index.html'));
  return built > Math.max(...changes);
}

/** @returns {Promise<boolean>} false when the build failed; it has said why */
export async function buildUnlessFresh() {
  if (await isBuildFresh()) return true;
  console.log('Building the page …');
  const child = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: root,
    // Vite takes a NODE_ENV that is already set: one of a test or of a script would build React for development.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return await new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}
