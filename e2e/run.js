// npm test: everything that must hold, in one command on a bare machine. Stops at the first step that fails; the last line is the count of
// unit tests and journeys.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findOrInstallBrowser } from './browser.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'completion-inspector-'));
const unitReport = join(reports, 'unit.json');
const journeysReport = join(reports, 'journeys.json');
const count = { passed: 0, failed: 0 };

/**
 * Runs a command of a dependency with its output shown.
 * @param {string} program path of its script below node_modules
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [environment] added to ours
 */
function tool(program, args, environment = {}) {
  const child = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return child.status === 0;
}

/**
 * @param {string} path
 * @returns {any} undefined when the step ended before it could write its report
 */
function report(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function unitTests() {
  const isGood = tool('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  ]);
  const result = report(unitReport);
  count.passed += result?.numPassedTests ?? 0;
  count.failed += result?.numFailedTests ?? 0;
  return isGood;
}

function journeys() {
  const isGood = tool('playwright/cli.js', ['test', '--config', 'e2e/playwright.config.ts'], {
    JOURNEYS_REPORT: journeysReport,
  });
  const result = report(journeysReport);
  count.passed += (result?.stats.expected ?? 0) + (result?.stats.flaky ?? 0);
  count.failed += result?.stats.unexpected ?? 0;
  return isGood;
}

/** @type {readonly (readonly [string, () => boolean])[]} */
const steps = [
  [
    'browser',
    () => {
      console.log(findOrInstallBrowser());
      return true;
    },
  ],
  ['check', () => spawnSync('npm', ['run', 'check'], { cwd: root, shell: true, stdio: 'inherit' }).status === 0],
  ['unit tests', unitTests],
  ['build', () => tool('vite/bin/vite.js', ['build'])],
  ['journeys', journeys],
];

/** @type {string[]} */
const summary = [];
for (const [name, step] of steps) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  let isGood = false;
  try {
    isGood = step();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  summary.push(
    `${isGood ? 'ok    ' : 'FAILED'} ${name.padEnd(12)}${((performance.now() - start) / 1000).toFixed(1).padStart(8)} s`,
  );
  if (!isGood) {
    process.exitCode = 1;
    // A step without tests of its own counts as one that failed, so that the last line never reads as a success.
    if (count.failed === 0) count.failed = 1;
    break;
  }
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${summary.join('\n')}\n\n${count.passed} passed, ${count.failed} failed`);
