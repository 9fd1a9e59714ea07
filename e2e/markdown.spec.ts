// An output rendered as Markdown: what it looks like to assistive technology, and that nothing in it runs, loads or hides where it leads.
import AxeBuilder from '@axe-core/playwright';
import { completionResponse } from './fixtures/build.ts';
import { expect, type Inspector, test } from './inspector.ts';

const written = `# Brewing tea

Water at *80 °C* for **green** tea. See [the guide](https://tea.example/guide) or https://tea.example.

1. Boil
2. Pour
   - slowly

> Patience.

#### Code

\`\`\`
brew(2)
\`\`\`

| tea | °C |
|---|--:|
| green | 80 |

~~Forget it.~~
`;
const hostile = `<img src="https://evil.example/a.png" onerror="window.ran=1"> <script>window.ran=1</script>

![a pixel](https://evil.example/pixel.png) [click](javascript:window.ran=1) [data](data:text/html,x) [here](/elsewhere)

[https://good.example](https://evil.example/steal) <javascript:window.ran=1> [ref]

[ref]: JAVASCRIPT:window.ran=1 "title"

<iframe src="https://evil.example"></iframe> hid\u202eden
`;
const response = completionResponse({ samples: [written, hostile, '', 'plain'] });

function shownAs(inspector: Inspector, name: 'Text' | 'Markdown') {
  return inspector.region('Generation').getByRole('radio', { name, exact: true });
}

test('an output is rendered when that is chosen, also by key, and stays so after a reload', async ({
  inspector,
  page,
}) => {
  await inspector.visit();
  await inspector.openAs('teas.json', response);
  await expect(inspector.outputText).toHaveText(written);
  await shownAs(inspector, 'Text').focus();
  await page.keyboard.press('ArrowRight');
  const rendered = page.getByTestId('output-rendered');
  await expect(rendered.getByRole('heading', { name: 'Brewing tea', level: 3 })).toBeVisible();
  await expect(rendered.getByRole('heading', { name: 'Code', level: 4 })).toBeVisible();
  await expect(rendered.getByRole('listitem')).toHaveCount(3);
  await expect(rendered.locator('pre code')).toHaveText('brew(2)\n');
  await expect(rendered.getByRole('table').getByRole('cell')).toHaveText(['green', '80']);
  await expect(rendered.getByRole('columnheader', { name: '°C', exact: true })).toBeVisible();
  await expect(rendered.getByRole('deletion')).toHaveText('Forget it.');
  const link = rendered.getByRole('link', { name: 'the guide' });
  await expect(link).toHaveAttribute('href', 'https://tea.example/guide');
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(link).toHaveAttribute('target', '_blank');
  await expect(rendered).toContainText('the guide (https://tea.example/guide)');
  await expect(inspector.region('Generation')).toContainText('rendered, not verbatim');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
  await inspector.reload();
  await expect(rendered.getByRole('heading', { name: 'Brewing tea' })).toBeVisible();
  await shownAs(inspector, 'Text').check({ force: true });
  await expect(inspector.outputText).toHaveText(written);
});

test('hostile Markdown neither runs nor loads anything', async ({ inspector, page }) => {
  await inspector.visit();
  await inspector.openAs('teas.json', response);
  await shownAs(inspector, 'Markdown').check({ force: true });
  await inspector.row(1).click();
  const rendered = page.getByTestId('output-rendered');
  await expect(rendered).toContainText('image: a pixel (https://evil.example/pixel.png)');
  await expect(rendered).toContainText('<script>window.ran=1</script>');
  await expect(rendered).toContainText('<iframe src="https://evil.example"></iframe>');
  await expect(rendered).toContainText('click (javascript:window.ran=1)');
  await expect(rendered).toContainText('here (/elsewhere)');
  // The only link shows where it really leads.
  await expect(rendered.getByRole('link')).toHaveCount(1);
  await expect(rendered).toContainText('https://good.example (https://evil.example/steal)');
  await expect(rendered.locator('[data-mark="RLO"]')).toHaveCount(1);
  expect(await rendered.locator('img, script, iframe, [src], [onerror], [style]').count()).toBe(0);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  await inspector.row(2).click();
  await expect(inspector.region('Generation')).toContainText('The output is empty.');
  await expect(shownAs(inspector, 'Markdown')).toHaveCount(0);
});

test('a long output is rendered only when asked for', async ({ inspector, page }) => {
  const long = `${'Green *tea* is good.\n\n'.repeat(10_000)}# The end`;
  await inspector.visit();
  await inspector.openAs('long.json', completionResponse({ samples: [long, 'x'.repeat(1_100_000)] }));
  await shownAs(inspector, 'Markdown').check({ force: true });
  await expect(inspector.region('Generation')).toContainText('This output has 220,009 code units.');
  await expect(inspector.outputText).toBeVisible();
  await inspector.button('Render it').click();
  await expect(page.getByTestId('output-rendered').getByRole('heading', { name: 'The end' })).toBeAttached({
    timeout: 60_000,
  });
  await inspector.row(1).click();
  await expect(inspector.region('Generation')).toContainText('too many to be rendered');
  await expect(inspector.outputText).toBeVisible();
});

test('a text that the parser never gets through is shown as it is, with the reason', async ({ inspector, page }) => {
  test.setTimeout(60_000);
  await inspector.visit();
  await inspector.openAs('deep.json', completionResponse({ samples: [`${'- '.repeat(12_000)}x`, 'fine'] }));
  await shownAs(inspector, 'Markdown').check({ force: true });
  await expect(inspector.region('Generation')).toContainText('This output was not rendered; its text is shown.', {
    timeout: 15_000,
  });
  await expect(inspector.outputText).toBeVisible();
  await inspector.row(1).click();
  await expect(page.getByTestId('output-rendered')).toHaveText('fine');
});
