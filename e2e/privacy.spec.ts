// What a person was promised: the text they open is told to nobody.
import { readFileSync } from 'node:fs';
import type { Page, Request } from 'playwright/test';
import { completionResponse } from './fixtures/build.ts';
import { expect, Inspector, test } from './inspector.ts';

const secret = 'xylophone-4711';

test('reading, comparing and copying a response asks the own server for parts of the page only, and tells it nothing', async ({
  context,
  inspector,
  page,
  site,
}) => {
  await inspector.visit();
  await expect(page.getByRole('button', { name: /^Eight taglines/ })).toBeVisible();
  const requests: Request[] = [];
  context.on('request', (request) => requests.push(request));

  const text = JSON.stringify(
    completionResponse({
      samples: [`One ${secret}.`, `Two ${secret}: <img src="/pixel?${secret}"> https://elsewhere.example/${secret}`],
      inputs: { [`key ${secret}`]: secret },
      root: { user: secret, metadata: { link: `https://elsewhere.example/${secret}` } },
    }),
  );
  await inspector.openAs(`${secret}.json`, text);
  for (const name of ['Inputs', 'JSON', 'Output']) await inspector.tab(name).click();
  await inspector.row(1).click();
  await inspector.filterBox.fill(secret);
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '3');
  expect(await inspector.copyWith(inspector.button('Copy output'))).toContain(secret);
  for (const label of [0, 1]) await inspector.compareBox(label).check();
  await expect(inspector.compared(1)).toContainText(secret);

  await inspector.openExample('Cut at the token limit');

  await expect
    .poll(() => requests.map((request) => request.url()))
    .toContain(`${site.origin}/examples/cut-at-limit.json`);
  for (const request of requests) {
    const url = new URL(request.url());
    expect(request.method(), request.url()).toBe('GET');
    expect(url.origin, request.url()).toBe(site.origin);
    expect(url.search, request.url()).toBe('');
    expect(url.pathname, request.url()).toMatch(
      /^\/(assets\/[\w.-]+|examples\/[\w-]+\.json|icon\.svg|manifest\.webmanifest)$/,
    );
    expect(request.postData(), request.url()).toBeNull();
    const told = `${decodeURIComponent(request.url())} ${JSON.stringify(await request.allHeaders())}`;
    expect(told, request.url()).not.toContain(secret);
  }
});

test('a link to the page holds places of a response and none of its text', async ({ inspector, page }) => {
  await inspector.visit();
  await inspector.openAs(
    `${secret}.json`,
    JSON.stringify(completionResponse({ samples: [`One ${secret}.`, 'Two.'], root: { user: secret } })),
  );
  await inspector.row(1).click();
  await inspector.row(0).click();
  for (const label of [0, 1]) await inspector.compareBox(label).check();
  await expect.poll(() => page.url()).toContain('compare=1');
  expect(decodeURIComponent(await page.evaluate(() => location.href))).not.toContain(secret);
  const title = await page.title();
  expect(title).not.toContain(secret);
});

test('what a tab keeps for its reload is shown in no other tab', async ({ context, inspector }) => {
  await inspector.visit();
  await inspector.openAs('response.json', JSON.stringify(completionResponse({ samples: [`One ${secret}.`] })));
  await inspector.reload();
  await expect(inspector.outputText).toContainText(secret);
  const other = new Inspector(await context.newPage());
  await other.visit();
  await expect(other.main).toHaveAttribute('data-load', 'idle');
  // The address follows as soon as everything is brought back that is to come back.
  await other.openAs('other.json', JSON.stringify(completionResponse({ samples: ['Other.'] })));
  await expect.poll(() => other.selectedPointer()).toBe('/data/0');
  await other.page.getByRole('button', { name: /show open responses/ }).click();
  await expect(other.openResponses).toHaveCount(1);
  await expect(other.page.getByText(secret)).toHaveCount(0);
});

test('what is kept of a HAR holds no value of a header, and comes back with a reload', async ({ inspector, page }) => {
  const har = readFileSync(new URL('fixtures/forms/har/chromium.har', import.meta.url), 'utf8');
  expect(har).toContain('secret-');
  await inspector.visit();
  await inspector.openAs('calls.har', har);
  const { status } = inspector;
  const told = (await status.textContent()) ?? '';
  await inspector.kept(1);
  expect(await keptText(page)).not.toContain('secret-');
  await inspector.reload();
  await expect(status).toHaveText(told);
  await expect(page.getByTestId('recognised')).toHaveText(['HAR, 2 responses']);
  expect(await keptText(page)).not.toContain('secret-');
});

/** All bytes that the browser keeps of documents. */
async function keptText(page: Page): Promise<string> {
  return await page.evaluate(async () => {
    const contents = await new Promise<readonly Blob[]>((resolve, reject) => {
      const opening = indexedDB.open('completion-inspector');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const reading = database.transaction(['documents', 'marks']).objectStore('documents').getAll();
        reading.onsuccess = () => {
          database.close();
          resolve(reading.result.map(({ content }) => content));
        };
      };
    });
    return (await Promise.all(contents.map((content) => content.text()))).join();
  });
}
