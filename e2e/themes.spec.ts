// Light and dark, and how the page arranges itself for the room it has.
import { completionResponse } from './fixtures/build.ts';
import { expect, type Inspector, test } from './inspector.ts';

const response = JSON.stringify(
  completionResponse({ samples: ['Red lamp.', 'Blue lamp.', `Long ${'unbroken'.repeat(200)}.`] }),
);

async function chooseTheme(inspector: Inspector, name: 'System' | 'Light' | 'Dark'): Promise<void> {
  await inspector.banner.getByRole('button', { name: 'Theme', exact: true }).click();
  await inspector.menuItem(name).click();
}

/** Lightness of the page behind the text, 0 for black to 1 for white. */
async function expectGround(inspector: Inspector, kind: 'light' | 'dark'): Promise<void> {
  const lightness = () =>
    inspector.page.evaluate(() => {
      const [red = 0, green = 0, blue = 0] = (
        getComputedStyle(document.documentElement).backgroundColor.match(/[\d.]+/g) ?? []
      ).map(Number);
      return (red + green + blue) / 3 / 255;
    });
  await expect.poll(lightness)[kind === 'light' ? 'toBeGreaterThan' : 'toBeLessThan'](kind === 'light' ? 0.8 : 0.2);
  await expect(inspector.page.locator('html')).toHaveCSS('color-scheme', kind === 'light' ? /light/ : /dark/);
}

test('the page follows the system until a theme is chosen, and again afterwards', async ({ inspector, page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await inspector.visit();
  await expectGround(inspector, 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectGround(inspector, 'dark');
  await chooseTheme(inspector, 'Light');
  await expectGround(inspector, 'light');
  await chooseTheme(inspector, 'Dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expectGround(inspector, 'dark');
  await chooseTheme(inspector, 'System');
  await expectGround(inspector, 'light');
});

test('the chosen theme is remembered and marked in the menu', async ({ inspector, page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await inspector.visit();
  await chooseTheme(inspector, 'Dark');
  await expectGround(inspector, 'dark');
  await page.reload();
  await expectGround(inspector, 'dark');
  await inspector.banner.getByRole('button', { name: 'Theme', exact: true }).click();
  await expect(inspector.menuItem('Dark')).toHaveAttribute('aria-checked', 'true');
  await expect(inspector.menuItem('System')).toHaveAttribute('aria-checked', 'false');
});

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;

/** Nothing outside of the panes scrolls sideways or is cut off; what is in a pane may scroll in it. */
async function expectNoPageScroll(inspector: Inspector): Promise<void> {
  const tooWide = () => {
    const width = document.documentElement.clientWidth;
    return [...document.querySelectorAll('html, body, body *')]
      .filter((element) => {
        if (element.parentElement?.closest('main section[tabindex="-1"], svg, pre')) return false;
        // What ends in an ellipsis is cut on purpose.
        for (let around = element.parentElement; around; around = around.parentElement) {
          if (getComputedStyle(around).textOverflow === 'ellipsis') return false;
        }
        const box = element.getBoundingClientRect();
        const isSeen = box.width > 1 && box.height > 1;
        const isScrolling =
          /auto|scroll/.test(getComputedStyle(element).overflowX) && !element.matches('pre, textarea');
        return (isSeen && box.right > width + 1) || (isScrolling && element.scrollWidth > element.clientWidth);
      })
      .map((element) => element.outerHTML.slice(0, 200));
  };
  // What has just come may be measured still.
  await expect.poll(() => inspector.page.evaluate(tooWide)).toEqual([]);
  await expect
    .poll(() =>
      inspector.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    )
    .toBe(0);
}

for (const size of sizes) {
  test(`nothing lies beside the window at ${size.width} px`, async ({ inspector, page }) => {
    await page.setViewportSize(size);
    await inspector.visit();
    await expect(page.getByRole('button', { name: /^Eight taglines/ })).toBeVisible();
    await expectNoPageScroll(inspector);
    await inspector.inspect('{"data": [');
    await inspector.loaded('failed');
    await expectNoPageScroll(inspector);
    await inspector.openAs('a file with a long name, as they are given to downloaded responses.json', response);
    await expect(inspector.region('Generations')).toBeVisible();
    await expectNoPageScroll(inspector);
    // At 390 px the comparison takes the place of the table.
    await inspector.compareBox(0).click();
    await inspector.compareBox(2).click();
    await expect(inspector.compared(2)).toBeVisible();
    await expectNoPageScroll(inspector);
  });
}

test('at 1440 px all panes are on screen', async ({ inspector }) => {
  await inspector.visit();
  await inspector.openAs('response.json', response);
  for (const name of ['Generations', 'Generation', 'Provider responses', 'Token usage', 'Issues', 'Source'] as const) {
    await expect(inspector.region(name)).toBeInViewport({ ratio: 1 });
  }
  await expect(inspector.page.getByRole('navigation', { name: 'Panes', exact: true })).toHaveCount(0);
});

test('at 1024 px Issues and Source wait in the bottom line', async ({ inspector, page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await inspector.visit();
  await inspector.openAs('response.json', response);
  for (const name of ['Generations', 'Generation', 'Provider responses', 'Token usage'] as const) {
    await expect(inspector.region(name)).toBeInViewport({ ratio: 1 });
  }
  for (const name of ['Issues', 'Source'] as const) {
    await expect(inspector.region(name)).toHaveCount(0);
    const toggle = page.getByRole('main').getByRole('button', { name: new RegExp(`^${name}`), expanded: false });
    await toggle.click();
    await expect(inspector.region(name)).toBeInViewport();
  }
  await expect(inspector.region('Issues')).toHaveCount(0);
});

test('at 390 px the bottom bar shows one pane at a time', async ({ inspector, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await inspector.visit();
  await inspector.openAs('response.json', response);
  const bar = page.getByRole('navigation', { name: 'Panes', exact: true });
  const places = [
    ['Responses', 'Provider responses'],
    ['Usage', 'Token usage'],
    ['Issues', 'Issues'],
    ['Source', 'Source'],
    ['Generations', 'Generations'],
  ] as const;
  for (const [label, name] of places) {
    const item = bar.getByRole('button', { name: new RegExp(`${label}$`) });
    await item.click();
    await expect(item).toHaveAttribute('aria-current', 'page');
    await expect(inspector.region(name)).toBeInViewport({ ratio: 1 });
    for (const [, other] of places) {
      if (other !== name) await expect(inspector.region(other)).toHaveCount(0);
    }
  }
  await expect(inspector.region('Generation')).toBeInViewport({ ratio: 1 });
  await inspector.row(1).click();
  await expect(inspector.outputText).toHaveText('Blue lamp.');
  const bounds = await bar.boundingBox();
  expect((bounds?.y ?? 0) + (bounds?.height ?? 0)).toBeLessThanOrEqual(844);
});

test('the arrangement follows the window while a response is open', async ({ inspector, page }) => {
  await inspector.visit();
  await inspector.openAs('response.json', response);
  await inspector.row(1).click();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('navigation', { name: 'Panes', exact: true })).toBeVisible();
  await expect(inspector.outputText).toHaveText('Blue lamp.');
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(inspector.region('Source')).toBeVisible();
  await expect(inspector.row(1)).toHaveAttribute('aria-selected', 'true');
});
