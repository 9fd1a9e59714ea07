// What tells one state of a file from another, and who wants to hear of it. Asked of the disk now and then, because notices of the system are not to be
// had everywhere (network disks, containers). Knows no HTTP.
import { stat } from 'node:fs/promises';

/** How long nobody looks after all were looked at, in milliseconds. */
const restMs = 250;

/**
 * Of one state of a file; `gone` where there is none.
 * @param {string} path
 * @returns {Promise<string>}
 */
async function versionOf(path) {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? versionFrom(found) : 'gone';
}

/** @param {{ readonly ino: number, readonly size: number, readonly mtimeMs: number }} found */
export function versionFrom({ ino, size, mtimeMs }) {
  return `${ino}-${size}-${mtimeMs}`;
}

/**
 * Tells each state of the files, first of all of them, then of those that changed or were not among them before.
 * @param {() => Promise<readonly string[]>} pathsNow
 * @param {(versions: ReadonlyMap<string, string>) => void} tell
 * @returns {() => void} ends it
 */
export function followVersions(pathsNow, tell) {
  /** @type {Map<string, string>} */
  const known = new Map();
  let isEnded = false;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const look = async () => {
    /** @type {Map<string, string>} */
    const changed = new Map();
    for (const path of await pathsNow()) {
      const version = await versionOf(path);
      if (known.get(path) !== version) changed.set(path, version);
      known.set(path, version);
    }
    if (isEnded) return;
    if (changed.size > 0) tell(changed);
    timer = setTimeout(look, restMs);
  };
  void look();
  return () => {
    isEnded = true;
    clearTimeout(timer);
  };
}
