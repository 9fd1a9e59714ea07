// What a person sees before anything is open.
import { expect, test } from './inspector.ts';

test('a link to a document that this browser does not have says so and what to do', async ({ inspector, page }) => {
  await page.goto('/#v1&doc=gone1234&at=%2Fdata%2F1');
  const away = page.getByRole('region', { name: 'The document of this link', exact: true });
  await expect(away).toContainText('The document of this link is not in this browser');
  await away.getByRole('button', { name: 'Dismiss', exact: true }).click();
  await expect(away).toHaveCount(0);
  await expect(inspector.textBox).toBeVisible();
  // A link that is put into the address bar of a page that is there already.
  await page.evaluate(() => {
    location.hash = '#v1&doc=lost1234&at=%2Fdata%2F1';
  });
  await expect(away).toContainText('The document of this link is not in this browser');
});

test('the start page shows its name, the top bar and a box for a response', async ({ inspector, page }) => {
  await inspector.visit();
  await expect(page).toHaveTitle('Completion Inspector');
  for (const name of ['Open files', 'Paste', 'Examples', 'Keyboard shortcuts', 'Theme', 'Commands']) {
    await expect(inspector.banner.getByRole('button', { name, exact: true })).toBeVisible();
  }
  await expect(inspector.textBox).toBeVisible();
  await expect(inspector.button('Inspect')).toBeVisible();
  await expect(inspector.fileInput).toBeAttached();
  await expect(inspector.main).toHaveAttribute('data-load', 'idle');
  await expect(inspector.main).toHaveAttribute('aria-busy', 'false');
});
