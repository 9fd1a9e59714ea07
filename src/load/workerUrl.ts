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
const serviceWorkerUrl = `${import.meta.env.BASE_URL}sw.js`;
const scripts = [documentWorkerUrl, taskWorkerUrl, serviceWorkerUrl];

const policy = factory?.createPolicy('completion-inspector', {
  createScriptURL(url) {
    if (!scripts.includes(url)) throw new TypeError('Not a script of this page');
    return url;
  },
});

function trusted(script: string): string {
  // The DOM types know no TrustedScriptURL; the browser takes it where it asks for one.
  return (policy ? policy.createScriptURL(script) : script) as string;
}

function startWorker(script: string, name: string): Worker {
  return new Worker(trusted(script), { type: 'module', name });
}

export function startDocumentWorker(): Worker {
  return startWorker(documentWorkerUrl, 'document');
}

export function startTaskWorker(): Worker {
  return startWorker(taskWorkerUrl, 'task');
}

/** Lets the browser hold the parts of this page, so that it is whole without its server. Where that cannot be, all goes on without. */
export function holdParts(): void {
  // Absent on pages that are not served from this machine or over HTTPS; the server for development has no such script.
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (import.meta.env.PROD)
    workers?.register(trusted(serviceWorkerUrl), { updateViaCache: 'none' }).catch(() => undefined);
}
