// What a person sees before anything is open.
import { expect, test } from './inspector.ts';

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
