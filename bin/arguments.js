// Reads the command's arguments and looks at the files they name. Knows nothing of servers.
import { access, constants, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * A file to open: what the page shows as its name, and where it lies.
 * @typedef {{ readonly name: string, readonly path: string }} OpenedFile
 */

/**
 * @typedef {{ readonly kind: 'help' }
 *   | { readonly kind: 'version' }
 *   | { readonly kind: 'mistake', readonly message: string }
 *   | { readonly kind: 'serve', readonly port: number, readonly canOpenBrowser: boolean, readonly paths: readonly string[] }} Wish
 */

/** The port is always the same, because a browser keeps settings by address. */
const usualPort = 7417;

export const usage = `Usage: completion-inspector [options] [file ...]

Shows responses of language model calls in the browser. Nothing leaves this machine.

Options:
  --no-open    print the address, do not open the browser
  --port N     serve on port N instead of ${usualPort} (0: any free port)
  --help       print this text
  --version    print the version`;

/**
 * @param {readonly string[]} args as typed, without node and the program
 * @returns {Wish}
 */
export function readArguments(args) {
  /** @type {{ values: { 'no-open'?: boolean, port?: string, help?: boolean, version?: boolean }, positionals: string[] }} */
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'no-open': { type: 'boolean' },
        port: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
      },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(/\.?\s*\n|\. /)[0] : String(error);
    return { kind: 'mistake', message: `${reason}. --help lists the options.` };
  }
  const { values, positionals } = parsed;
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const port = values.port ?? String(usualPort);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return { kind: 'mistake', message: `--port must be a number from 0 to 65535, not "${port}".` };
  }
  return { kind: 'serve', port: Number(port), canOpenBrowser: !values['no-open'], paths: positionals };
}

/**
 * The files at these paths, or one sentence about the first that cannot be opened.
 * @param {readonly string[]} paths as typed
 * @param {string} directory that relative paths start from
 * @returns {Promise<{ readonly files: readonly OpenedFile[] } | { readonly mistake: string }>}
 */
export async function findFiles(paths, directory) {
  /** @type {OpenedFile[]} */
  const files = [];
  for (const typed of paths) {
    const path = resolve(directory, typed);
    try {
      const found = await stat(path);
      if (found.isDirectory()) return { mistake: `${typed} is a directory. Name the files to open.` };
      if (!found.isFile()) return { mistake: `${typed} is not a regular file.` };
      await access(path, constants.R_OK);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      return { mistake: code === 'ENOENT' ? `${typed} does not exist.` : `${typed} cannot be read (${code}).` };
    }
    files.push({ name: basename(path), path });
  }
  return { files };
}
