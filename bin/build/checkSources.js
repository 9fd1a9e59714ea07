// Part of npm run check, what no other tool looks at: files of at most 300 lines but for those that say why, private members by `#`, and a line
// above each effect that names the outside thing it keeps in step with. Reads sources as text.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const mostLines = 300;

/** Files that may be longer; each says in its head why it is one. */
const longFiles = new Set(['src/json/strict.ts', 'src/response/checks/explanations.ts', 'src/response/link/link.ts']);

/** @type {string[]} */
const problems = [];
const files = ['src', 'bin', 'e2e'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|js)$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);

for (const file of files) {
  const lines = readFileSync(join(root, file), 'utf8').trimEnd().split('\n');
  const isLong = lines.length > mostLines;
  if (isLong && !longFiles.has(file)) problems.push(`${file}: ${lines.length} lines, more than ${mostLines}`);
  if (!isLong && longFiles.has(file)) problems.push(`${file}: no longer one of the long files`);
  lines.forEach((line, at) => {
    if (/^\s+private (?!constructor\()/.test(line))
      problems.push(`${file}:${at + 1}: private members are written with #`);
    if (/^\s*use(Layout|Insertion)?Effect\(/.test(line) && !isExplained(lines, at)) {
      problems.push(`${file}:${at + 1}: no line above says what outside of React this effect keeps in step with`);
    }
  });
}

/**
 * @param {readonly string[]} lines
 * @param {number} at
 */
function isExplained(lines, at) {
  const above = lines.slice(0, at).findLast((line) => !line.includes('// biome-ignore'));
  return above !== undefined && /^\s*(\/\/ |.*\*\/$)/.test(above);
}

for (const problem of problems) console.error(problem);
console.log(
  `${files.length} sources: ${problems.length === 0 ? 'short, private by #, effects explained' : `${problems.length} problems`}`,
);
if (problems.length > 0) process.exitCode = 1;
