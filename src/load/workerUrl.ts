// The one Trusted Types policy of the page: it passes the addresses of our own worker scripts and nothing else.

import documentWorkerUrl from './documentWorker.ts?worker&url';
import taskWorkerUrl from './taskWorker.ts?worker&url';

interface ScriptUrlPolicy {
  createScriptURL(url: string): unknown;
}

interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
}

const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
const scripts = [documentWorkerUrl, taskWorkerUrl];

const policy = factory?.createPolicy('completion-inspector', {
  createScriptURL(url) {
    if (!scripts.includes(url)) throw new TypeError('Not a script of this page');
    return url;
  },
});

function startWorker(script: string, name: string): Worker {
  const url = policy ? policy.createScriptURL(script) : script;
  // The DOM types know no TrustedScriptURL; the browser takes it where it asks for one.
  return new Worker(url as string, { type: 'module', name });
}

export function startDocumentWorker(): Worker {
  return startWorker(documentWorkerUrl, 'document');
}

export function startTaskWorker(): Worker {
  return startWorker(taskWorkerUrl, 'task');
}
