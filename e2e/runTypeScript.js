// Runs a TypeScript file of this repository on Node: `node e2e/runTypeScript.js FILE [args]`. Vite transforms it and what it imports, the same way
// as for the page. The file exports `main(args)`, which returns the exit code.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const [file, ...args] = process.argv.slice(2);
if (file === undefined) {
  console.error('Usage: node e2e/runTypeScript.js FILE [args]');
  process.exitCode = 2;
} else {
  const root = fileURLToPath(new URL('..', import.meta.url));
  /** @type {{ module: { main(args: readonly string[]): number | Promise<number> } }} */
  const { module } = await runnerImport(`./${file}`, { root, configFile: false, logLevel: 'warn' });
  process.exitCode = await module.main(args);
}
