// The command from arguments to exit code: says what it does in plain lines and runs until it is interrupted. It never builds.
import { fstatSync } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readArguments, usage } from './arguments.js';
import { openBrowser } from './browser.js';
import { findFiles } from './inputFiles.js';
import { openedFiles } from './openedFiles.js';
import { serve } from './server.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const site = join(root, 'dist');

/**
 * @param {readonly string[]} args as typed
 * @param {{ readonly directory: string, prepare?(): Promise<boolean> }} surroundings `directory` is where relative paths start;
 *   `prepare` runs when the arguments are good and before anything is served, false ends the program with code 1
 * @returns {Promise<number>} the exit code, when the program has been interrupted (0) or could not start (1; 2 for wrong arguments)
 */
export async function run(args, surroundings) {
  const wish = readArguments(args);
  switch (wish.kind) {
    case 'help':
      console.log(usage);
      return 0;
    case 'version':
      console.log(await version());
      return 0;
    case 'mistake':
      console.error(wish.message);
      return 2;
    case 'serve':
      return await open(wish, surroundings);
  }
}

/**
 * @param {Extract<import('./arguments.js').Wish, { kind: 'serve' }>} wish
 * @param {{ readonly directory: string, prepare?(): Promise<boolean> }} surroundings
 */
async function open(wish, surroundings) {
  const { directory } = surroundings;
  if (wish.paths.includes('-') && process.stdin.isTTY) {
    console.error('Reading standard input: paste the response, then press Enter and Ctrl-D.');
  }
  const found = await findFiles(wish.paths, { directory, standardInput: process.stdin });
  if ('mistake' in found) {
    console.error(found.mistake);
    return 2;
  }
  for (const remark of found.remarks) console.error(remark);
  if (wish.paths.length === 0 && hasPipedInput()) {
    console.error('Standard input is not read. Give - as a file to open it: … | completion-inspector -');
  }
  if (surroundings.prepare !== undefined && !(await surroundings.prepare())) return 1;
  const isBuilt = await Promise.all(['index.html', 'headers.json'].map((name) => access(join(site, name)))).then(
    () => true,
    () => false,
  );
  if (!isBuilt) {
    console.error(`There is no built page in ${site}. In a clone of the repository, npm start builds it.`);
    return 1;
  }
  const interrupted = interruption();
  const named = wish.paths.filter((path) => path !== '-');
  const opened = openedFiles(found.files, {
    isWatching: wish.isWatching,
    async findAgain() {
      const again = await findFiles(named, { directory, standardInput: process.stdin });
      // What was named may have gone since, which is told file by file.
      return 'files' in again ? again.files : [];
    },
  });
  const server = await serve(site, opened, wish.port).catch((error) => {
    console.error(`Cannot serve on 127.0.0.1:${wish.port}: ${error instanceof Error ? error.message : error}`);
    return undefined;
  });
  if (server === undefined) return 1;
  if (wish.port !== 0 && server.port !== wish.port) {
    console.log(`Port ${wish.port} is busy, using ${server.port}. Settings are kept per address.`);
  }
  if (found.files.length > 1) console.log(`Opens ${found.files.length.toLocaleString('en')} files.`);
  const address = `http://127.0.0.1:${server.port}/${found.files.length > 0 ? `?open=${opened.token}` : ''}`;
  console.log(`Completion Inspector is at ${address}\nCtrl-C ends it.`);
  if (wish.canOpenBrowser) openBrowser(address);
  await interrupted;
  await server.close();
  return 0;
}

/** Somebody pipes something in, or redirects a file. */
function hasPipedInput() {
  try {
    const input = fstatSync(0);
    return input.isFIFO() || (input.isFile() && input.size > 0);
  } catch {
    return false;
  }
}

/** Resolves at Ctrl-C or when the system asks the program to end. */
function interruption() {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}

async function version() {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return String(manifest.version);
}
