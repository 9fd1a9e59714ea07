// Build and test settings of the page. The policy and the size limits that every build must keep are plugins in bin/build/.
import { createRequire } from 'node:module';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { contentSecurityPolicy } from './bin/build/contentSecurityPolicy.ts';
import { pageOfStates } from './bin/build/pageOfStates.ts';
import { serviceWorker } from './bin/build/serviceWorker.ts';
import { sizeLimits } from './bin/build/sizeLimits.ts';

// The first versions with light-dark(): an older target would make the build lower it to two copies of every colour.
const oldestBrowsers = ['chrome123', 'firefox120', 'safari17.5'];

// Its file for browsers decodes `&eacute;` through innerHTML, which a worker does not have and the policy forbids.
const namedCharacters = 'decode-named-character-reference';

/** Parts that come when somebody wants them, by their names; what a start screen needs at once is in the entry. */
const seldomSeen = /_base$|^GptEncoding$|^react-markdown$|^remark-gfm$/;

/**
 * V8 then compiles a part off the main thread while it arrives, and not function by function in the middle of opening the first document
 * (https://v8.dev/blog/explicit-compile-hints). Other engines see a comment.
 */
function compiledAhead({ isEntry, name }: { readonly isEntry: boolean; readonly name: string }): string {
  return isEntry || seldomSeen.test(name) ? '' : '//# allFunctionsCalledOnLoad';
}

export default defineConfig({
  resolve: { alias: { [namedCharacters]: createRequire(import.meta.url).resolve(namedCharacters) } },
  plugins: [
    react(),
    pageOfStates('e2e/states/page.ts'),
    contentSecurityPolicy(),
    serviceWorker({
      source: 'src/load/serviceWorker.ts',
      // Token encodings are a megabyte each; headers.json is for the host, the pictures are for the README.
      leaveOut: /_base-[\w-]+\.js$|\.png$|^headers\.json$/,
    }),
    sizeLimits({
      workArea: 'src/app/arrangements/WorkArea.tsx',
      documentWorker: 'documentWorker',
      startLimitBytes: 138_000,
      workAreaLimitBytes: 306_000,
    }),
  ],
  build: {
    target: oldestBrowsers,
    cssTarget: oldestBrowsers,
    // The policy allows no data: URLs for fonts, scripts or styles, so that nothing may be inlined as one.
    assetsInlineLimit: 0,
    // One style sheet: a part that comes late then needs nothing but its script, and cannot fail for want of its looks.
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: { output: { postBanner: compiledAhead } },
  },
  worker: { format: 'es' },
  test: {
    environment: 'node',
    include: ['{src,e2e,bin}/**/*.test.{js,ts,tsx}'],
    // A busy machine is no failure: nothing here is a test of speed.
    testTimeout: 120_000,
  },
});
