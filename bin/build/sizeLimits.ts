// Vite plugin, build only: prints the gzip size of the JavaScript that a usable start screen and a usable work area need, and fails the build
// beyond the limits. Knows two file names of the page, nothing of what they do.
import { gzipSync } from 'node:zlib';
import type { Plugin, Rollup } from 'vite';

export interface SizeLimits {
  /** Module of the lazily loaded work area, relative to the root; where it is part of the entry it costs nothing more. */
  readonly workArea: string;
  /** Name of the document worker's script, without hash and ending; it counts for the work area. */
  readonly documentWorker: string;
  readonly startLimitBytes: number;
  readonly workAreaLimitBytes: number;
}

/** The chunks of `roots` and everything they import statically, as file names. */
function withStaticImports(bundle: Rollup.OutputBundle, roots: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...roots];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const output = bundle[name];
    if (seen.has(name) || output?.type !== 'chunk') continue;
    seen.add(name);
    open.push(...output.imports);
  }
  return seen;
}

function gzipBytes(bundle: Rollup.OutputBundle, names: Iterable<string>): number {
  let total = 0;
  for (const name of names) {
    const output = bundle[name];
    if (output !== undefined)
      total += gzipSync(output.type === 'chunk' ? output.code : output.source, { level: 9 }).length;
  }
  return total;
}

function line(what: string, bytes: number, limitBytes: number): string {
  const kilobytes = (value: number) => `${(value / 1000).toFixed(1)} kB`;
  const verdict = bytes > limitBytes ? 'TOO LARGE' : 'ok';
  return `${what.padEnd(36)}${kilobytes(bytes).padStart(10)} gzip   limit ${kilobytes(limitBytes).padStart(8)}   ${verdict}`;
}

export function sizeLimits(limits: SizeLimits): Plugin {
  return {
    name: 'size-limits',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
        const entries = chunks.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName);
        const start = withStaticImports(bundle, entries);
        const workAreaChunks = chunks.filter((chunk) =>
          chunk.moduleIds.some((id) => id.endsWith(`/${limits.workArea}`)),
        );
        const workers = Object.keys(bundle).filter((name) =>
          new RegExp(`/${limits.documentWorker}-[^/]*\\.js$`).test(name),
        );
        const workArea = new Set([
          ...start,
          ...withStaticImports(
            bundle,
            workAreaChunks.map((chunk) => chunk.fileName),
          ),
          ...workers,
        ]);
        const startBytes = gzipBytes(bundle, start);
        const workAreaBytes = gzipBytes(bundle, workArea);
        const report = [
          line('JavaScript to a usable start screen', startBytes, limits.startLimitBytes),
          line('JavaScript to a usable work area', workAreaBytes, limits.workAreaLimitBytes),
        ].join('\n');
        // Not this.info: the two lines belong to the build's output at every log level.
        console.log(`\n${report}`);
        if (startBytes > limits.startLimitBytes || workAreaBytes > limits.workAreaLimitBytes) {
          this.error('The JavaScript is larger than its limit.');
        }
      },
    },
  };
}
