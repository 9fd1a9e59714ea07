// What knip looks at: once everything, once (--production) only what ships, so that code which nothing but tests use is found.
// Patterns that end with an exclamation mark are those of the second run.
import type { KnipConfig } from 'knip';

export default function config(options: { readonly production?: boolean }): KnipConfig {
  return {
    entry: [
      'e2e/{fuzz/fuzz,corpus/corpus,bench/bench}.ts',
      'e2e/corpus/expect.js',
      'e2e/states/page.ts',
      'e2e/fixtures/forms/*/make*.{js,ts}',
      'e2e/fixtures/forms/**/*.js',
      'src/load/serviceWorker.ts!',
      'bin/build/{checkStyles.js,checkSources.js,knip.ts}',
    ],
    project: [
      'src/**/*.{ts,tsx}!',
      '!src/**/*.test{,-d}.{ts,tsx}!',
      'bin/*.js!',
      '!bin/*.test.js!',
      'bin/**/*.{js,ts}',
      'e2e/**/*.{js,ts}',
    ],
    playwright: { config: 'e2e/playwright.config.ts', entry: 'e2e/**/*.spec.ts' },
    exclude: ['types'],
    // A part of a file that is tested by itself is exported for its test only.
    ignoreExportsUsedInFile: options.production === true,
  };
}
