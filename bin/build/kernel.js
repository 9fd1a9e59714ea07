// Compiles the kernel of the strict pass (src/json/kernel/*.as, AssemblyScript) to WebAssembly; `node bin/build/kernel.js` writes it where the page has it.
// What it writes is committed, so that neither a build nor a start needs the compiler; a test compiles again and compares.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main as compile } from 'assemblyscript/asc';

const folder = fileURLToPath(new URL('../../src/json/kernel', import.meta.url));

/** The module that the page loads, as text. */
export const kernelFile = join(folder, 'kernelBytes.ts');

const options = [
  '-O3',
  '--noAssert',
  '--enable',
  'simd',
  '--runtime',
  'stub',
  '--use',
  'abort=',
  '--initialMemory',
  '16',
];

/**
 * The text of that module, made from the sources.
 * @throws with what the compiler says
 */
export async function compiledKernelFile() {
  /** @type {Uint8Array | undefined} */
  let binary;
  const { error, stderr } = await compile(['kernel.ts', '--outFile', 'kernel.wasm', ...options], {
    // The compiler asks for TypeScript, which these sources are not: other tools would read them as that.
    readFile: (name) => {
      const path = join(folder, name.replace(/\.ts$/, '.as'));
      return name.endsWith('.ts') && existsSync(path) ? readFileSync(path, 'utf8') : null;
    },
    writeFile: (_, contents) => {
      if (typeof contents !== 'string') binary = contents;
    },
    listFiles: () => [],
  });
  if (error !== null || binary === undefined) throw new Error(`The kernel does not compile:\n${stderr.toString()}`);
  return `// Made by bin/build/kernel.js from the .as files of this folder, by which it is to be changed: the kernel of the strict pass as WebAssembly in base64.

export const kernelBase64 =
  '${Buffer.from(binary).toString('base64')}';
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(kernelFile, await compiledKernelFile());
