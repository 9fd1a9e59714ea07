// Part of npm run check: every class of a CSS Module is used by a file that imports it, and every class that is used exists; the same for custom
// properties. Reads sources as text: a class behind a computed key counts as used where the sources hold a string that can be that key.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preprocessCSS, resolveConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const config = await resolveConfig({ root, logLevel: 'error' }, 'build');

/** @type {string[]} */
const problems = [];
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).map((name) =>
  join(root, 'src', name),
);
const scripts = new Map(files.filter((file) => /\.tsx?$/.test(file)).map((file) => [file, readFileSync(file, 'utf8')]));
const sheets = new Map(files.filter((file) => file.endsWith('.css')).map((file) => [file, readFileSync(file, 'utf8')]));
const allScripts = [...scripts.values()].join('\n');

/** @param {string} file */
const short = (file) => relative(root, file);

/** Per CSS Module: the classes it defines. */
const defined = new Map(
  await Promise.all(
    [...sheets]
      .filter(([file]) => file.endsWith('.module.css'))
      .map(async ([file, text]) => {
        const { modules = {} } = await preprocessCSS(text, file, config);
        const animations = new Set([...text.matchAll(/@keyframes\s+([\w-]+)/g)].map(([, name]) => name));
        return /** @type {const} */ ([file, new Set(Object.keys(modules).filter((name) => !animations.has(name)))]);
      }),
  ),
);

/** Per CSS Module: whether a class is used by any of its importers. @type {Map<string, ((name: string) => boolean)[]>} */
const uses = new Map();
for (const [file, text] of scripts) {
  for (const [, name = '', path = ''] of text.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)) {
    const sheet = join(dirname(file), path);
    const classes = defined.get(sheet);
    if (classes === undefined) {
      problems.push(`${short(file)}: ${path} does not exist`);
      continue;
    }
    const direct = new Set([...text.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([, key]) => key));
    for (const key of direct) {
      if (key !== undefined && !classes.has(key)) problems.push(`${short(file)}: no class .${key} in ${short(sheet)}`);
    }
    const computed = [...text.matchAll(new RegExp(`\\b${name}\\[(?:\`(\\w*)\\$\\{)?`, 'g'))].map(
      ([, prefix]) => prefix,
    );
    const list = uses.get(sheet) ?? [];
    uses.set(sheet, list);
    list.push((key) => direct.has(key) || computed.some((prefix) => canBe(key, prefix)));
  }
}

/**
 * @param {string} key
 * @param {string | undefined} prefix what a template begins with; absent for another expression
 */
function canBe(key, prefix) {
  return prefix === undefined ? allScripts.includes(`'${key}'`) : key.startsWith(prefix);
}

for (const [sheet, classes] of defined) {
  const importers = uses.get(sheet);
  if (importers === undefined) problems.push(`${short(sheet)}: nothing imports it`);
  else
    for (const key of classes) {
      if (!importers.some((isUsed) => isUsed(key))) problems.push(`${short(sheet)}: nothing uses .${key}`);
    }
}

const withoutComments = [...sheets.values()].join('\n').replace(/\/\*[\s\S]*?\*\//g, '');
const set = new Set([...withoutComments.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
const read = new Set([...withoutComments.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name));
for (const name of set) if (!read.has(name) && !allScripts.includes(`'${name}'`)) problems.push(`nothing uses ${name}`);
for (const name of read) if (!set.has(name) && !allScripts.includes(`'${name}'`)) problems.push(`nothing sets ${name}`);

for (const problem of problems) console.error(problem);
console.log(
  `${defined.size} style sheets of components: ${problems.length === 0 ? 'used and defined alike' : `${problems.length} problems`}`,
);
if (problems.length > 0) process.exitCode = 1;
