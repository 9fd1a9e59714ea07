// Finds a Chromium for the journeys and the bench, or installs one, in a fixed order. Knows nothing of the page.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';

/** Flags with which Chromium behaves as root, in containers and without a network. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const waysOut = `No Chromium was found and none could be installed. One of these helps:
  set CHROME_BIN to the program of a Chromium, Chrome or Edge
  npx playwright install --with-deps chromium
  install Chrome, Chromium or Edge with your system's package manager`;

/**
 * The program of a Chromium that starts, without installing anything.
 * @returns {string | undefined}
 * @throws when CHROME_BIN names something that does not start
 */
export function findBrowser() {
  const chosen = process.env.CHROME_BIN;
  if (chosen !== undefined && chosen !== '') {
    if (!starts(chosen)) throw new Error(`CHROME_BIN is ${chosen}, and no browser starts there.`);
    return chosen;
  }
  return [chromium.executablePath(), ...systemBrowsers()].find(starts);
}

/**
 * Like `findBrowser`, and installs one where there is none.
 * @returns {string}
 * @throws with the ways out when there is still none
 */
export function findOrInstallBrowser() {
  const found = findBrowser();
  if (found !== undefined) return found;
  if (isDebianAsRoot()) {
    console.log('No Chromium found: installing the one of Debian.');
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    if (shows('apt-get', ['update'], environment)) shows('apt-get', ['install', '-y', 'chromium'], environment);
  }
  const fromSystem = findBrowser();
  if (fromSystem !== undefined) return fromSystem;
  console.log('No Chromium found: asking Playwright to install its own.');
  const playwright = fileURLToPath(new URL('../node_modules/playwright/cli.js', import.meta.url));
  shows(process.execPath, [playwright, 'install', 'chromium'], process.env);
  const own = findBrowser();
  if (own === undefined) throw new Error(waysOut);
  return own;
}

/**
 * Whether it is a browser that starts: some systems have a program of that name that only tells how to install one.
 * @param {string} program
 */
function starts(program) {
  if (!existsSync(program)) return false;
  // Chrome on Windows opens a window instead of printing its version.
  if (process.platform === 'win32') return true;
  return spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

/** @returns {readonly string[]} */
function systemBrowsers() {
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
        ['/', homedir()].map((base) => join(base, 'Applications', `${name}.app`, 'Contents/MacOS', name)),
      );
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
        const base = process.env[variable];
        const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
        return base === undefined ? [] : programs.map((program) => join(base, program));
      });
    default: {
      const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
      const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
      return names.flatMap((name) => folders.map((folder) => join(folder, name)));
    }
  }
}

function isDebianAsRoot() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/**
 * Runs a program with its output shown; true when it ended well.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function shows(program, args, env) {
  return spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}
