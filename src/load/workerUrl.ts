// The one Trusted Types policy of the page: it passes the addresses of our own worker scripts and nothing else.

import documentWorkerUrl from './documentWorker.ts?worker&url';

interface ScriptUrlPolicy {
  createScriptURL(url: string): unknown;
}

interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
}

const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;

const policy = factory?.createPolicy('completion-inspector', {
  createScriptURL(url) {
    if (url !== documentWorkerUrl) throw new TypeError('Not a script of this page');
    return url;
  },
});

export function startDocumentWorker(): Worker {
  const url = policy ? policy.createScriptURL(documentWorkerUrl) : documentWorkerUrl;
  // The DOM types know no TrustedScriptURL; the browser takes it where it asks for one.
  return new Worker(url as string, { type: 'module', name: 'document' });
}
