// What the command makes of its arguments.
import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.js';

describe('readArguments', () => {
  it('serves on the usual port and opens the browser when nothing else is said', () => {
    expect(readArguments([])).toEqual({
      kind: 'serve',
      port: 7417,
      canOpenBrowser: true,
      isWatching: false,
      paths: [],
    });
  });

  it('takes options before, between and after files', () => {
    expect(readArguments(['a.json', '--no-open', '--watch', 'b.json', '-', '--port', '0'])).toEqual({
      kind: 'serve',
      port: 0,
      canOpenBrowser: false,
      isWatching: true,
      paths: ['a.json', 'b.json', '-'],
    });
  });

  it('takes what follows -- for a file, whatever it looks like', () => {
    expect(readArguments(['--', '--help'])).toMatchObject({ kind: 'serve', paths: ['--help'] });
  });

  it.each([
    ['--port', '65536'],
    ['--port', '-1'],
    ['--port='],
    ['--port', '80.5'],
    ['--port'],
    ['--open'],
    ['--watch'],
    ['--watch', '-'],
  ])('refuses %s %s in one line', (...args) => {
    const wish = readArguments(args);
    expect(wish.kind).toBe('mistake');
    expect('message' in wish && wish.message).toMatch(/^[^\n]+$/);
  });
});
