// From what was typed to the files that are meant: files, folders with all that is in them, patterns, and standard input. Says in one sentence what cannot
// be opened and what to do. Knows no server.
import { access, constants, readdir, stat } from 'node:fs/promises';
import { basename, extname, join, relative, resolve, sep } from 'node:path';
import { isPattern, matchesName, splitPattern } from './glob.js';

/**
 * A file to open: what the page shows as its name, and where it lies, or what was read of it.
 * @typedef {{ readonly name: string, readonly path: string } | { readonly name: string, readonly content: Buffer }} OpenedFile
 */

/**
 * `remarks` are sentences about what was left out.
 * @typedef {{ readonly files: readonly OpenedFile[], readonly remarks: readonly string[] } | { readonly mistake: string }} Found
 */

/** What a folder's files end in, so that pictures and programs beside them are left alone. */
const endings = (
  '.json .jsonl .ndjson .har .sse .eval .log .txt .out .md .yaml .yml .ipynb .py .js .mjs .ts .html .http .curl' +
  ' .gz .tgz .zst .zip .tar'
).split(' ');
const mostFiles = 10_000;
/** Folders within folders. */
const deepest = 16;
/** The page holds a file in one buffer, whose places are 32-bit numbers. */
const largestBytes = 2 ** 32 - 1;

/** A sentence for the person, in place of the files. */
class Mistake extends Error {}

/**
 * @param {readonly string[]} paths as typed; `-` is standard input
 * @param {{ readonly directory: string, readonly standardInput: AsyncIterable<Buffer> }} surroundings `directory` is where relative paths start
 * @returns {Promise<Found>}
 */
export async function findFiles(paths, { directory, standardInput }) {
  const search = new Search(directory);
  try {
    if (paths.filter((path) => path === '-').length > 1) throw new Mistake('Standard input can be opened once only.');
    for (const typed of paths) {
      if (typed === '-') search.files.push(await readToEnd(standardInput));
      else await search.add(typed);
    }
  } catch (error) {
    if (error instanceof Mistake) return { mistake: error.message };
    throw error;
  }
  return { files: search.files, remarks: search.remarks };
}

/** @param {AsyncIterable<Buffer>} standardInput @returns {Promise<OpenedFile>} */
async function readToEnd(standardInput) {
  /** @type {Buffer[]} */
  const parts = [];
  let size = 0;
  for await (const part of standardInput) {
    parts.push(part);
    size += part.length;
    if (size > largestBytes)
      throw new Mistake(
        `Standard input has more than 4.29 GB, which is all that can be opened. ${splitAdvice('a file of it')}`,
      );
  }
  if (size === 0) throw new Mistake('Standard input was empty. Pipe a response into the command, or name a file.');
  return { name: 'standard input', content: Buffer.concat(parts) };
}

class Search {
  /** @type {OpenedFile[]} */
  files = [];
  /** @type {string[]} */
  remarks = [];
  #directory;
  /** Paths that are in the list already. */
  #seen = new Set();

  /** @param {string} directory */
  constructor(directory) {
    this.#directory = directory;
  }

  /** @param {string} typed */
  async add(typed) {
    const path = resolve(this.#directory, typed);
    const found = await stat(path).catch((error) => {
      if (codeOf(error) === 'ENOENT' && isPattern(typed)) return undefined;
      throw new Mistake(unreadable(typed, error));
    });
    if (found === undefined) await this.#addMatches(typed);
    else if (found.isDirectory()) await this.#addFolder(typed, path);
    else if (found.isFile()) await this.#addNamed(typed, path, basename(path), found.size);
    else throw new Mistake(`${typed} is not a regular file. Pipe it into the command instead, with - as the file.`);
  }

  /** A file that the person named: what is wrong with it ends the program. */
  async #addNamed(
    /** @type {string} */ typed,
    /** @type {string} */ path,
    /** @type {string} */ name,
    /** @type {number} */ size,
  ) {
    if (size > largestBytes) throw new Mistake(tooLarge(typed, size));
    await access(path, constants.R_OK).catch((error) => {
      throw new Mistake(unreadable(typed, error));
    });
    this.#put({ name, path });
  }

  /** A file that was found: what is wrong with it leaves it out. */
  async #addFound(/** @type {string} */ path, /** @type {string} */ name) {
    const found = await stat(path).catch(() => undefined);
    if (!found?.isFile()) return;
    const problem = await access(path, constants.R_OK).then(
      () => (found.size > largestBytes ? tooLarge(name, found.size) : undefined),
      (error) => unreadable(name, error),
    );
    if (problem === undefined) this.#put({ name, path });
    else this.remarks.push(`Left out: ${problem}`);
  }

  /** @param {{ readonly name: string, readonly path: string }} file */
  #put(file) {
    if (this.#seen.has(file.path)) return;
    this.#seen.add(file.path);
    if (this.files.length === mostFiles) {
      throw new Mistake(`These are more than ${grouped(mostFiles)} files. Name a folder below, or a narrower pattern.`);
    }
    this.files.push(file);
  }

  async #addFolder(/** @type {string} */ typed, /** @type {string} */ path) {
    const before = this.files.length + this.remarks.length;
    let others = 0;
    for await (const file of this.#below(path, typed)) {
      if (!endings.includes(extname(file).toLowerCase())) others += 1;
      else await this.#addFound(file, slashed(join(basename(path), relative(path, file))));
    }
    const kinds = `${endings.slice(0, 4).join(', ')}, …`;
    if (this.files.length + this.remarks.length === before) {
      const what = others === 0 ? 'holds no files' : `holds no file of a kind that is opened (${kinds})`;
      throw new Mistake(`${typed} ${what}. Name files to open them whatever their ending.`);
    }
    if (others > 0) {
      const [files, are, them] = others === 1 ? ['file', 'is', 'it'] : ['files', 'are', 'them'];
      this.remarks.push(
        `${grouped(others)} ${files} in ${typed} ${are} of another kind than ${kinds} and left out. Name ${them} to open ${them}.`,
      );
    }
  }

  /**
   * All files in a folder and the folders in it, in the order of their names; hidden ones, links to folders and node_modules are passed by.
   * @param {string} folder
   * @param {string} typed
   * @param {number} depth
   * @returns {AsyncGenerator<string>}
   */
  async *#below(folder, typed, depth = 0) {
    for (const entry of await this.#entries(folder, typed, depth === 0)) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = join(folder, entry.name);
      if (!entry.isDirectory()) yield path;
      else if (depth < deepest) yield* this.#below(path, typed, depth + 1);
      else this.remarks.push(`Left out: ${path} lies more than ${deepest} folders deep.`);
    }
  }

  /** @param {string} folder @param {string} typed @param {boolean} isNamed by the person */
  async #entries(folder, typed, isNamed) {
    const entries = await readdir(folder, { withFileTypes: true }).catch((error) => {
      if (isNamed) throw new Mistake(unreadable(typed, error));
      this.remarks.push(`Left out: ${unreadable(folder, error)}`);
      return [];
    });
    return entries.sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }));
  }

  async #addMatches(/** @type {string} */ typed) {
    const { base, segments } = splitPattern(sep === '/' ? typed : typed.replaceAll(sep, '/'));
    const folder = resolve(this.#directory, base);
    const before = this.files.length + this.remarks.length;
    for await (const path of this.#matching(folder, segments, typed)) {
      await this.#addFound(path, slashed(relative(folder, path)));
    }
    if (this.files.length + this.remarks.length > before) return;
    throw new Mistake(
      `No file matches ${typed}. * and ? stand for parts of one name, ** for any folders between: **/*.json.`,
    );
  }

  /**
   * @param {string} folder
   * @param {readonly string[]} segments of a pattern, below the folder
   * @param {string} typed
   * @param {number} depth
   * @returns {AsyncGenerator<string>} a path may come more than once
   */
  async *#matching(folder, segments, typed, depth = 0) {
    const [segment, ...rest] = segments;
    if (segment === undefined) {
      yield folder;
      return;
    }
    if (segment === '**') yield* this.#matching(folder, rest.length === 0 ? ['*'] : rest, typed, depth);
    else if (!isPattern(segment)) {
      yield* this.#matching(join(folder, segment), rest, typed, depth);
      return;
    }
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries.sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }))) {
      const path = join(folder, entry.name);
      if (segment === '**') {
        const isPassedBy = entry.name.startsWith('.') || entry.name === 'node_modules' || depth >= deepest;
        if (entry.isDirectory() && !isPassedBy) yield* this.#matching(path, segments, typed, depth + 1);
      } else if (matchesName(segment, entry.name)) yield* this.#matching(path, rest, typed, depth);
    }
  }
}

/** @param {string} path */
function slashed(path) {
  return path.split(sep).join('/');
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/** @param {string} what @param {unknown} error */
export function unreadable(what, error) {
  const code = codeOf(error);
  if (code === 'ENOENT') return `${what} does not exist.`;
  if (code === 'EACCES' || code === 'EPERM') {
    return `${what} cannot be read: you have no permission. Its owner can give it: chmod a+r.`;
  }
  return `${what} cannot be read (${code ?? error}).`;
}

/** @param {string} what @param {number} size */
function tooLarge(what, size) {
  return `${what} has ${(size / 1e9).toFixed(2)} GB; up to 4.29 GB can be opened. ${splitAdvice(what)}`;
}

/** @param {string} what */
function splitAdvice(what) {
  return `Split ${what} by its lines first, for example with split -C 1G.`;
}

/** @param {number} count */
function grouped(count) {
  return count.toLocaleString('en');
}
