// Opens an address in the person's browser, where there is one to open. Knows only the platform.
import { spawn } from 'node:child_process';

/**
 * The command that opens an address, or undefined where nobody would see a window: in CI, and on Linux without a display.
 * @param {NodeJS.Platform} platform
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {{ readonly program: string, readonly args: readonly string[] } | undefined}
 */
export function openCommand(platform, environment) {
  if (environment.CI !== undefined && environment.CI !== '' && environment.CI !== 'false') return undefined;
  if (platform === 'darwin') return { program: 'open', args: [] };
  // `start` is a command of the shell; its first argument in quotes would be the title of a window.
  if (platform === 'win32') return { program: 'cmd', args: ['/c', 'start', ''] };
  if (!environment.DISPLAY && !environment.WAYLAND_DISPLAY) return undefined;
  return { program: 'xdg-open', args: [] };
}

/**
 * Opens it, or does nothing: the address is printed anyway.
 * @param {string} address
 */
export function openBrowser(address) {
  const command = openCommand(process.platform, process.env);
  if (command === undefined) return;
  const child = spawn(command.program, [...command.args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
