// Reads the command's arguments. Knows no disk and no server.
import { parseArgs } from 'node:util';

/**
 * @typedef {{ readonly kind: 'help' }
 *   | { readonly kind: 'version' }
 *   | { readonly kind: 'mistake', readonly message: string }
 *   | { readonly kind: 'serve', readonly port: number, readonly canOpenBrowser: boolean, readonly isWatching: boolean, readonly paths: readonly string[] }} Wish
 */

/** The port is always the same, because a browser keeps settings by address. */
const usualPort = 7417;

export const usage = `Usage: completion-inspector [options] [file | folder | pattern | -] ...

Shows responses of language model calls in the browser. Nothing leaves this machine.
A folder opens its files and those in its folders, a pattern (*, ?, **) what it matches, - standard input, read to its end.

Options:
  --watch      follow the files: what is added to them appears as it arrives
  --no-open    print the address, do not open the browser
  --port N     serve on port N instead of ${usualPort} (0: any free port)
  --help       print this text
  --version    print the version`;

/**
 * @param {readonly string[]} args as typed, without node and the program
 * @returns {Wish}
 */
export function readArguments(args) {
  /** @type {{ values: { watch?: boolean, 'no-open'?: boolean, port?: string, help?: boolean, version?: boolean }, positionals: string[] }} */
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        watch: { type: 'boolean' },
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
  const isWatching = values.watch === true;
  if (isWatching && positionals.every((path) => path === '-')) {
    const why =
      positionals.length === 0 ? 'needs a file to follow' : 'cannot follow standard input, which is read once';
    return { kind: 'mistake', message: `--watch ${why}. Name a file: completion-inspector --watch log.jsonl.` };
  }
  return { kind: 'serve', port: Number(port), canOpenBrowser: !values['no-open'], isWatching, paths: positionals };
}
