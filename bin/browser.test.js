// Where the command opens a browser, and where nobody would see it.
import { expect, it } from 'vitest';
import { openCommand } from './browser.js';

it('opens none in CI', () => {
  expect(openCommand('darwin', { CI: 'true' })).toBeUndefined();
  expect(openCommand('linux', { CI: '1', DISPLAY: ':0' })).toBeUndefined();
});

it('opens none on Linux without a display', () => {
  expect(openCommand('linux', {})).toBeUndefined();
  expect(openCommand('linux', { DISPLAY: '' })).toBeUndefined();
});

it("uses each system's own command", () => {
  expect(openCommand('linux', { WAYLAND_DISPLAY: 'wayland-0' })?.program).toBe('xdg-open');
  expect(openCommand('darwin', { CI: 'false' })?.program).toBe('open');
  expect(openCommand('win32', {})).toEqual({ program: 'cmd', args: ['/c', 'start', ''] });
});
