// Vite plugin, build only: emits the service worker as dist/sw.js, with the list of the parts that it holds and a name for this build. Knows
// files, nothing of what the page does with them. The server for development has no service worker.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build, type Plugin, type Rollup } from 'vite';

export interface ServiceWorkerOptions {
  /** Its source, relative to the root. */
  readonly source: string;
  /** Files that are not held: too large for what they are asked for, or no part of the page. */
  readonly leaveOut: RegExp;
}

/** Beside the page: a service worker serves what is below its own address. */
export const serviceWorkerFile = 'sw.js';
const pageFile = 'index.html';

export interface Parts {
  /** The files to hold, without the page, which is held under its address and not under its name. */
  readonly names: readonly string[];
  /** Another one as soon as any part has another content. */
  readonly build: string;
}

/** What to hold of all files of a build, by their names relative to the site. */
export function partsOf(files: ReadonlyMap<string, string | Uint8Array>, leaveOut: RegExp): Parts {
  const held = [...files].filter(([name]) => !leaveOut.test(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  const hash = createHash('sha256');
  for (const [name, content] of held) hash.update(`${name}\n`).update(content);
  return {
    names: held.map(([name]) => name).filter((name) => name !== pageFile),
    build: hash.digest('hex').slice(0, 16),
  };
}

export function serviceWorker({ source, leaveOut }: ServiceWorkerOptions): Plugin {
  let root = '';
  let publicFolder = '';
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      root = config.root;
      publicFolder = config.publicDir;
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const files = new Map<string, string | Uint8Array>();
        for (const output of Object.values(bundle)) files.set(output.fileName, contentOf(output));
        for (const name of filesIn(publicFolder)) files.set(name, readFileSync(join(publicFolder, name)));
        const parts = partsOf(files, leaveOut);
        this.emitFile({
          type: 'asset',
          fileName: serviceWorkerFile,
          source: await scriptOf(join(root, source), parts),
        });
      },
    },
  };
}

/** One classic script: not every browser starts a module as a service worker. */
async function scriptOf(source: string, parts: Parts): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { partNames: JSON.stringify(parts.names), buildName: JSON.stringify(parts.build) },
    build: { write: false, lib: { entry: source, formats: ['iife'], name: 'serviceWorker' } },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
  const [chunk, ...more] = outputs;
  if (chunk?.type !== 'chunk' || more.length > 0) throw new Error('The service worker must be one script.');
  return chunk.code;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

function contentOf(output: Rollup.OutputChunk | Rollup.OutputAsset): string | Uint8Array {
  return output.type === 'chunk' ? output.code : output.source;
}
