// Vite plugin, build only: the content security policy as <meta> in the built page and, with the other headers that a host must send, in
// dist/headers.json. Knows which packages inject a <style>, nothing of the page itself. The dev server runs without a policy.
import { createHash } from 'node:crypto';
import type { Plugin, Rollup } from 'vite';
import { serviceWorkerFile } from './serviceWorker.ts';

/** The only Trusted Types policy that the page may create. */
const trustedTypesPolicy = 'completion-inspector';

/** What a host must send: `everyResponse` with everything, and over it the rule of the one kind of files. The command and the README read it. */
export interface HostHeaders {
  readonly everyResponse: Readonly<Record<string, string>>;
  readonly hashedFiles: { readonly folder: string; readonly headers: Readonly<Record<string, string>> };
  /** Its policy stands in place of that of every response. */
  readonly serviceWorker: { readonly file: string; readonly headers: Readonly<Record<string, string>> };
  readonly otherFiles: { readonly headers: Readonly<Record<string, string>> };
}

/** The headers of the built site; `styleHashes` are CSP sources such as `'sha256-…'` for each <style> that the code injects. */
export function hostHeaders(styleHashes: readonly string[]): HostHeaders {
  return {
    everyResponse: {
      'Content-Security-Policy': policyText(styleHashes),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
    },
    hashedFiles: { folder: '/assets/', headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } },
    serviceWorker: {
      file: `/${serviceWorkerFile}`,
      // It draws nothing and starts nothing: it fetches the parts of the page.
      headers: {
        'Content-Security-Policy': "default-src 'none'; connect-src 'self'",
        'Cache-Control': 'no-cache',
      },
    },
    otherFiles: { headers: { 'Cache-Control': 'no-cache' } },
  };
}

function policyText(styleHashes: readonly string[]): string {
  return [
    "default-src 'none'",
    // WebAssembly for the strict pass (src/json/kernel): it lets code that runs already compile that, and no text become code.
    "script-src 'self' 'wasm-unsafe-eval'",
    ["style-src 'self'", ...styleHashes].join(' '),
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypesPolicy}`,
  ].join('; ');
}

// React makes a <style> only for an element <style href precedence>, which this page never renders.
const injectsOnlyOnDemand = /\/node_modules\/react-dom\//;

const styleElement = /createElement\(\s*["'`]style["'`]\s*\)/g;
const styleText = /\.textContent\s*=\s*`([^`]*)`\s*\.trim\(\)/g;

/**
 * The texts of the <style> elements that one module injects, read from its code: a template literal, trimmed, whose holes are string constants
 * of the same module (the form that react-aria uses). Throws when it creates a <style> whose text cannot be read that way, because a
 * policy without its hash would block it without anyone noticing.
 */
export function injectedStyles(code: string, moduleName: string): readonly string[] {
  const created = code.match(styleElement)?.length ?? 0;
  if (created === 0) return [];
  const texts = [...code.matchAll(styleText)].map(([, template = '']) => {
    return template
      .replace(/\$\{\s*([\w$]+)\s*\}/g, (_, name: string) => {
        const constant = new RegExp(
          `(?:const|let|var)\\s+${name.replaceAll('$', '\\$')}\\s*=\\s*(["'])([^"'\\\\]*)\\1`,
        ).exec(code);
        if (constant?.[2] === undefined)
          throw new Error(`${moduleName}: cannot read ${name} in the <style> that it injects.`);
        return constant[2];
      })
      .trim();
  });
  if (texts.length !== created || texts.some((text) => text.includes('\\'))) {
    throw new Error(
      `${moduleName} injects a <style> whose text the build cannot read; the content security policy would block it.`,
    );
  }
  return texts;
}

function styleHashesOf(bundle: Rollup.OutputBundle): readonly string[] {
  const hashes = new Set<string>();
  for (const output of Object.values(bundle)) {
    if (output.type !== 'chunk') continue;
    for (const [id, module] of Object.entries(output.modules)) {
      if (injectsOnlyOnDemand.test(id)) continue;
      // The code that is left of the module in this build: what was dropped as unused injects nothing.
      for (const text of injectedStyles(module.code ?? '', id)) {
        hashes.add(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
      }
    }
  }
  return [...hashes].sort();
}

export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        if (bundle === undefined) throw new Error('The policy needs the whole bundle.');
        const policy = hostHeaders(styleHashesOf(bundle)).everyResponse['Content-Security-Policy'] ?? '';
        return [
          {
            tag: 'meta',
            attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
            injectTo: 'head-prepend',
          },
        ];
      },
    },
    generateBundle(_options, bundle) {
      const headers = hostHeaders(styleHashesOf(bundle));
      this.emitFile({ type: 'asset', fileName: 'headers.json', source: `${JSON.stringify(headers, null, 2)}\n` });
    },
  };
}
