// The promise that nothing leaves the page, tried from the page itself and from every worker.
import { expect, test } from './inspector.ts';

/** Tries to reach another origin; resolves with what the policy blocked. Runs in the page or in a worker. */
async function tryToLeave(): Promise<string> {
  const blocked = new Promise<string>((resolve) => {
    addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI } = event as SecurityPolicyViolationEvent;
      resolve(`${effectiveDirective} blocked ${new URL(blockedURI).origin}`);
    });
  });
  // A refusal alone proves nothing, there may be no network: only the violation does.
  const reached = new Promise<string>((resolve) => {
    fetch('https://elsewhere.example/collect').then(
      () => resolve('reached it'),
      () => undefined,
    );
  });
  return await Promise.race([blocked, reached]);
}

test('the page cannot reach another origin', async ({ inspector, page, watch }) => {
  watch.expectProblem(/elsewhere\.example/);
  await inspector.visit();
  expect(await page.evaluate(tryToLeave)).toBe('connect-src blocked https://elsewhere.example');
});

test('no worker can reach another origin', async ({ inspector, page, watch }) => {
  watch.expectProblem(/elsewhere\.example/);
  await inspector.visit();
  await inspector.inspect(JSON.stringify({ data: [], provider_responses: [] }));
  await inspector.loaded();
  const workers = page.workers();
  expect(workers.length).toBeGreaterThan(0);
  for (const worker of workers) {
    expect(await worker.evaluate(tryToLeave)).toBe('connect-src blocked https://elsewhere.example');
  }
});

test('text cannot become code or markup behind the back of the page', async ({ inspector, page, watch }) => {
  watch.expectProblem(/TrustedHTML|trusted-types-sink Element innerHTML/);
  watch.expectProblem(/TrustedScript|trusted-types-sink Window setTimeout/);
  await inspector.visit();
  const refused = await page.evaluate(() => {
    const attempts = [
      () => {
        document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>';
      },
      () => {
        setTimeout('alert(1)');
      },
    ];
    return attempts.map((attempt) => {
      try {
        attempt();
        return 'done';
      } catch {
        return 'refused';
      }
    });
  });
  expect(refused).toEqual(['refused', 'refused']);
});

test('WebAssembly is compiled, and text is not', async ({ inspector, page, watch }) => {
  watch.expectProblem(/TrustedScript|trusted-types-sink/);
  await inspector.visit();
  await inspector.inspect(JSON.stringify({ data: [], provider_responses: [] }));
  await inspector.loaded();
  // In a task of its own: what a journey evaluates directly stands above the policy.
  const compile = () =>
    new Promise<string[]>((resolve) => {
      setTimeout(() => {
        const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
        const attempts = [() => new WebAssembly.Module(empty), () => new Function('return 1')];
        const results = attempts.map((attempt) => {
          try {
            attempt();
            return 'done';
          } catch {
            return 'refused';
          }
        });
        resolve(results);
      });
    });
  const workers = page.workers();
  expect(workers.length).toBeGreaterThan(0);
  const found = [
    await page.evaluate(compile),
    ...(await Promise.all(workers.map((worker) => worker.evaluate(compile)))),
  ];
  for (const one of found) expect(one).toEqual(['done', 'refused']);
});

test.describe('the service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('cannot reach another origin', async ({ context, inspector, page }) => {
    await inspector.visit();
    await page.evaluate(() => navigator.serviceWorker.ready);
    const workers = context.serviceWorkers();
    expect(workers.map((worker) => new URL(worker.url()).pathname)).toEqual(['/sw.js']);
    for (const worker of workers) {
      expect(await worker.evaluate(tryToLeave)).toBe('connect-src blocked https://elsewhere.example');
    }
  });
});
