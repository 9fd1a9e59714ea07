// A page of the bench: opened as on a first visit, and what can be read from it. Knows User Timing and the state that the page writes at its root.
import type { Browser, Page } from 'playwright';

/** A page as on a first visit. */
export async function openPage(browser: Browser, origin: string): Promise<Page> {
  // Each page here is a first visit, on which the browser also fetches what the service worker holds: once a build, and no part of what is measured.
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    baseURL: origin,
    serviceWorkers: 'block',
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('banner').waitFor();
  // What Playwright puts into a page to wait for something is there before anything is measured: it takes the main thread some 10 ms.
  await page.waitForFunction(() => true);
  return page;
}

/** Waits for the measure of load number `count` (from 1) on this page; its duration in milliseconds. Throws when the load fails before. */
export async function measured(page: Page, name: string, count: number, timeout = 60_000): Promise<number> {
  const handle = await page.waitForFunction(
    ([wanted, nth]) =>
      performance.getEntriesByName(wanted, 'measure')[nth - 1]?.duration ??
      (document.querySelector('main')?.dataset.load === 'failed'
        ? (document.querySelector('[role="alert"]')?.textContent ?? 'failed')
        : undefined),
    [name, count] as const,
    { timeout, polling: 50 },
  );
  const found = await handle.jsonValue();
  if (typeof found !== 'number') throw new Error(`No measure ${name}: ${found}.`);
  return found;
}
