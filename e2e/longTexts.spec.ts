// Long texts, and that nothing entered is lost: drafts, texts that do not open, files that fail.
import { completionResponse } from './fixtures/build.ts';
import { expectOpen, stonesText, teasText } from './fixtures/teas.ts';
import { expect, test } from './inspector.ts';

/** Notes on the root element how long a text any box of the page ever held, whether a script or the browser put it there. */
function noteLongestText(): void {
  const note = (length: number): void => {
    const { dataset } = document.documentElement;
    dataset.longestText = String(Math.max(Number(dataset.longestText ?? 0), length));
  };
  const { prototype } = HTMLTextAreaElement;
  const value = Object.getOwnPropertyDescriptor(prototype, 'value');
  Object.defineProperty(prototype, 'value', {
    ...value,
    set(text: string) {
      note(text.length);
      value?.set?.call(this, text);
    },
  });
  addEventListener(
    'input',
    ({ target }) => {
      if (target instanceof HTMLTextAreaElement) note(target.value.length);
    },
    true,
  );
}

test.describe('a long text', () => {
  const long = JSON.stringify(completionResponse({ samples: ['Granite', 'x'.repeat(60_000)] }));

  test('is taken from the paste and opens without ever being in the box', async ({ inspector, page }) => {
    await page.addInitScript(noteLongestText);
    await inspector.visit();
    await inspector.textBox.focus();
    await inspector.paste(long);
    await expectOpen(inspector, 'pasted text: 2 generations, 2 distinct, 1 provider response, 0 issues', 'Granite');
    expect(await page.evaluate(() => Number(document.documentElement.dataset.longestText ?? 0))).toBeLessThan(10_000);
  });

  test('that is no response is held beside the box, which shows its start and size, and opens whole as plain JSON', async ({
    inspector,
  }) => {
    const other = JSON.stringify({ begin: 'here', filler: 'y'.repeat(150_000), end: 'there' });
    await inspector.visit();
    await inspector.textBox.focus();
    await inspector.paste(other);
    await inspector.loaded('failed');
    const shown = await inspector.textBox.inputValue();
    expect(other.startsWith(shown)).toBe(true);
    expect(shown.length).toBeGreaterThan(100);
    expect(shown.length).toBeLessThan(10_000);
    await expect(inspector.main).toContainText('150.0 kB');
    await inspector.button('Open as plain JSON').click();
    await inspector.loaded();
    await expect(inspector.treeItem('end: "there"')).toBeVisible();
  });

  test('joins what stands in the box and is inspected whole', async ({ inspector, page }) => {
    await inspector.visit();
    await inspector.textBox.fill(' ');
    await inspector.textBox.focus();
    await page.keyboard.press('End');
    await inspector.paste(long);
    await expect(inspector.main).toHaveAttribute('data-load', 'idle');
    await inspector.button('Inspect').click();
    await expectOpen(inspector, 'pasted text: 2 generations, 2 distinct, 1 provider response, 0 issues', 'Granite');
  });
});

test.describe('a text of megabytes', () => {
  const samples = Array.from({ length: 500 }, (_, at) => `${at} ${'é'.repeat(1500)}`);
  const text = JSON.stringify(completionResponse({ samples }));
  const outcome = 'pasted text: 500 generations, 500 distinct, 1 provider response, 0 issues';

  test('shows its start and says how much that is, then all of it, and comes back after a reload', async ({
    inspector,
    page,
  }) => {
    await inspector.visit();
    const release = await inspector.holdAfterFirstRows();
    await inspector.paste(text);
    await expect(inspector.status).toHaveText(/^pasted text: \d+ generations so far$/);
    await expect(inspector.region('Generations')).toContainText('so far');
    await inspector.row(1).click();
    await release();
    await expect(inspector.status).toHaveText(outcome);
    await expect(inspector.outputText).toHaveText(samples[1] ?? '');
    await expect(inspector.region('Generations')).not.toContainText('so far');
    await inspector.kept(1);
    await page.reload();
    await expect(inspector.status).toHaveText(outcome);
    await expect(inspector.outputText).toHaveText(samples[1] ?? '');
  });

  test('is kept although its reader does not come', async ({ inspector, page }) => {
    const release = await inspector.holdReading();
    await inspector.visit();
    await inspector.paste(text);
    await expect(inspector.main).toHaveAttribute('data-load', 'loading');
    await inspector.kept(1);
    release();
    await page.reload();
    await expect(inspector.status).toHaveText(outcome);
  });
});

test.describe('nothing entered is lost', () => {
  test('what is typed stays when another text does not open, which can be edited in its place, and back', async ({
    inspector,
    page,
  }) => {
    await inspector.visit();
    await inspector.textBox.fill('typed by hand');
    await inspector.button('Inspect').focus();
    await inspector.paste('{"data" nothing');
    await inspector.loaded('failed');
    await expect(inspector.textBox).toHaveValue('typed by hand');
    await page.reload();
    await expect(inspector.textBox).toHaveValue('typed by hand');
    await inspector.loaded('failed');
    await inspector.button('Edit the text').click();
    await expect(inspector.textBox).toHaveValue('{"data" nothing');
    await inspector.button('Undo').click();
    await expect(inspector.textBox).toHaveValue('typed by hand');
    await expect(inspector.button('Edit the text')).toBeVisible();
  });

  test('of several files every one that does not open is said with its reason, and a good one is shown', async ({
    inspector,
  }) => {
    await inspector.visit();
    await inspector.pickFiles(
      { name: 'empty.json', text: '' },
      { name: 'teas.json', text: teasText },
      { name: 'list.json', text: '[1, 2]' },
      { name: 'stones.json', text: stonesText },
      { name: 'prose.json', text: 'no JSON' },
    );
    await expect(inspector.alert).toHaveText([
      /^empty\.json did not open/,
      /^list\.json did not/,
      /^prose\.json did not/,
    ]);
    await expectOpen(inspector, 'teas.json: 3 generations, 2 distinct, 1 provider response, 1 issue', 'Green tea');
    await expect(inspector.openResponses).toHaveText([/^teas\.json/, /^stones\.json/]);
    await inspector.button('Dismiss').first().click();
    await expect(inspector.alert).toHaveText([/^list\.json/, /^prose\.json/]);
  });

  test('of several that do not open on the start page each is said, and one opens to its reason', async ({
    inspector,
    page,
  }) => {
    await inspector.visit();
    await inspector.pickFiles({ name: 'empty.json', text: '' }, { name: 'prose.json', text: 'no JSON' });
    await expect(inspector.alert).toHaveText([/^empty\.json: /, /^prose\.json: /]);
    const list = page.getByRole('region', { name: 'What did not open', exact: true });
    await expect(list).toContainText('2 texts did not open');
    await inspector.button('Dismiss').first().click();
    await expect(inspector.alert).toHaveText([/prose\.json/]);
  });

  test('a long broken text is edited around its mistake and inspected whole', async ({ inspector, page }) => {
    const outputs = Array.from({ length: 400 }, (_, at) => `${at} ${'Granite '.repeat(60)}`);
    const long = JSON.stringify(completionResponse({ samples: outputs }));
    const mistake = long.indexOf('"output":"200 ') + '"output"'.length;
    await inspector.visit();
    await inspector.openAs('long.json', `${long.slice(0, mistake)} ${long.slice(mistake + 1)}`, 'failed');
    await inspector.button('Edit the text').click();
    await expect(inspector.main).toContainText('the rest on both sides is kept as it is');
    expect((await inspector.textBox.inputValue()).length).toBeLessThan(50_000);
    await page.reload();
    await expect(inspector.openResponse('long.json').or(inspector.alert).first()).toBeVisible();
    await inspector.loaded('failed');
    await page.getByRole('button', { name: 'Completion Inspector', exact: true }).click();
    await expect(inspector.main).toContainText('the rest on both sides is kept as it is');
    const shown = await inspector.textBox.inputValue();
    await inspector.textBox.fill(shown.replace('"output" "200 ', '"output":"200 '));
    await inspector.button('Inspect').click();
    await expect(inspector.status).toContainText('pasted text: 400 generations, 400 distinct');
  });
});
