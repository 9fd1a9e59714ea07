// Runs a TypeScript file of this repository on Node: `node e2e/runTypeScript.js FILE [args]`. Vite transforms it and what it imports, the same way
// as for the page, also what is imported later on. The file exports `main(args)`, which returns the exit code.
import { fileURLToPath } from 'node:url';
import { createRunnableDevEnvironment, resolveConfig } from 'vite';

const [file, ...args] = process.argv.slice(2);
if (file === undefined) {
  console.error('Usage: node e2e/runTypeScript.js FILE [args]');
  process.exitCode = 2;
} else {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const inline = {
    consumer: /** @type {const} */ ('server'),
    dev: { moduleRunnerTransform: true },
    resolve: { external: /** @type {const} */ (true) },
  };
  const config = await resolveConfig(
    { root, configFile: false, envDir: false, logLevel: 'warn', environments: { inline } },
    'serve',
  );
  const environment = createRunnableDevEnvironment('inline', config, { runnerOptions: { hmr: false }, hot: false });
  await environment.init();
  try {
    /** @type {{ main(args: readonly string[]): number | Promise<number> }} */
    const module = await environment.runner.import(`./${file}`);
    process.exitCode = await module.main(args);
  } finally {
    await environment.close();
  }
}
