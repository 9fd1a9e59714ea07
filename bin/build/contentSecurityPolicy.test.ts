// The policy's text, and the reading of the styles that a library injects.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hostHeaders, injectedStyles } from './contentSecurityPolicy.ts';

describe('hostHeaders', () => {
  it('allows the styles whose hashes are given and nothing unsafe', () => {
    const policy = hostHeaders(["'sha256-abc='"]).everyResponse['Content-Security-Policy'] ?? '';
    expect(policy.split('; ')).toContain("style-src 'self' 'sha256-abc='");
    expect(policy.split('; ')[0]).toBe("default-src 'none'");
    expect(policy.split('; ')).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy.replace("'wasm-unsafe-eval'", '')).not.toContain('unsafe');
  });
});

describe('injectedStyles', () => {
  it('fills the constants of the module into the text and trims it', () => {
    const code = `
      const $a$ATTRIBUTE = 'data-x';
      let style = document.createElement('style');
      style.textContent = \`\n  [\${$a$ATTRIBUTE}] { color: red }\n\`.trim();`;
    expect(injectedStyles(code, 'm.js')).toEqual(['[data-x] { color: red }']);
  });

  it('finds nothing in code that creates no style', () => {
    expect(injectedStyles("document.createElement('div').textContent = `x`.trim()", 'm.js')).toEqual([]);
  });

  it('refuses a style whose text it cannot read', () => {
    expect(() => injectedStyles("s = createElement('style'); s.textContent = text", 'm.js')).toThrow('m.js');
    const withUnknown = "s = createElement('style'); s.textContent = `$" + '{unknown}`.trim()';
    expect(() => injectedStyles(withUnknown, 'm.js')).toThrow('unknown');
  });

  it('reads the style that react-aria injects', () => {
    const path = '../../node_modules/react-aria/dist/private/interactions/usePress.mjs';
    const code = readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
    const [text, ...more] = injectedStyles(code, path);
    expect(more).toEqual([]);
    expect(text).toMatch(/^@layer \{[^$]*touch-action[^$]*\}$/);
  });
});
