// What must never happen on a page: an error on the console or the page, something that the content security policy had to block, a request
// to elsewhere, a request that sends.

import type { BrowserContext } from 'playwright/test';

/** What went wrong on any page of a context, and what a journey expects to go wrong because it tries it. */
export class Watch {
  readonly #problems: string[] = [];
  readonly #expected: RegExp[] = [];

  /** A problem that matches is no failure of this journey, but must then occur. */
  expectProblem(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  note(problem: string): void {
    this.#problems.push(problem);
  }

  verdict(): { readonly unexpected: readonly string[]; readonly missing: readonly string[] } {
    return {
      unexpected: this.#problems.filter((problem) => !this.#expected.some((pattern) => pattern.test(problem))),
      missing: this.#expected
        .filter((pattern) => !this.#problems.some((problem) => pattern.test(problem)))
        .map((pattern) => String(pattern)),
    };
  }
}

/** Notes on `watch` whatever goes wrong on the pages of a context from now on. */
export async function watchContext(context: BrowserContext, origin: string, watch: Watch): Promise<void> {
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`content security policy: ${event.effectiveDirective} blocked ${event.blockedURI} ${event.sample}`);
    });
  });
  // A worker has no document; its violations are told to its own scope.
  context.on('page', (page) => {
    page.on('worker', (worker) => {
      const listening = worker.evaluate(() => {
        addEventListener('securitypolicyviolation', (event) => {
          const { effectiveDirective, blockedURI } = event as SecurityPolicyViolationEvent;
          console.error(`content security policy: ${effectiveDirective} blocked ${blockedURI}`);
        });
      });
      // Only a worker that has already ended refuses.
      listening.catch(() => undefined);
    });
  });
  context.on('console', (message) => {
    if (message.type() === 'error') watch.note(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => watch.note(`page: ${error.error().stack ?? error.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    const isOwn = url.origin === origin || url.protocol === 'blob:' || url.protocol === 'data:';
    if (!isOwn) watch.note(`request to another origin: ${request.url()}`);
    if (request.method() !== 'GET') watch.note(`request that is no GET: ${request.method()} ${request.url()}`);
  });
}
