// Ways to open a response, what the page says while and after it opens one, and the list of what is open.

import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright/test';
import { completionResponse } from './fixtures/build.ts';
import { expect, Inspector, test } from './inspector.ts';

const teas = completionResponse({ samples: ['Green tea', 'Black tea', 'Green tea'] });
const stones = completionResponse({ samples: ['Granite'] });
const teasText = JSON.stringify(teas);
const stonesText = JSON.stringify(stones);

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'completion-inspector-'));
});

test.afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function expectOpen(inspector: Inspector, sentence: string, output: string): Promise<void> {
  await expect(inspector.status).toHaveText(sentence);
  await inspector.loaded();
  await expect(inspector.row(0)).toContainText(output);
  await expect(inspector.outputText).toHaveText(output);
}

test.describe('ways in', () => {
  test('a response pasted into the empty box opens at once', async ({ inspector }) => {
    await inspector.visit();
    await inspector.textBox.focus();
    await inspector.paste(teasText);
    await expectOpen(inspector, 'pasted text: 3 generations, 2 distinct, 1 provider response, 1 issue', 'Green tea');
  });

  test('a response pasted outside of the box opens', async ({ inspector }) => {
    await inspector.visit();
    await inspector.button('Inspect').focus();
    await inspector.paste(teasText);
    await expectOpen(inspector, 'pasted text: 3 generations, 2 distinct, 1 provider response, 1 issue', 'Green tea');
  });

  test('a response pasted while another is on screen opens beside it', async ({ inspector }) => {
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    await inspector.paste(stonesText);
    await expectOpen(inspector, 'pasted text: 1 generation, 1 distinct, 1 provider response, 0 issues', 'Granite');
    await expect(inspector.openResponses).toHaveCount(2);
    await inspector.openResponse('teas.json').click();
    await expect(inspector.outputText).toHaveText('Green tea');
  });

  test('text pasted into a field that can be edited stays there', async ({ inspector }) => {
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    await inspector.filterBox.focus();
    await inspector.paste('Black');
    await expect(inspector.filterBox).toHaveValue('Black');
    await expect(inspector.status).toContainText('teas.json: ');
  });

  test('the button "Paste" opens what the clipboard holds', async ({ inspector, page }) => {
    await inspector.visit();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate((text) => navigator.clipboard.writeText(text), teasText);
    await inspector.banner.getByRole('button', { name: 'Paste', exact: true }).click();
    await expectOpen(inspector, 'pasted text: 3 generations, 2 distinct, 1 provider response, 1 issue', 'Green tea');
  });

  test('typed text waits for "Inspect"', async ({ inspector }) => {
    await inspector.visit();
    await inspector.textBox.fill(teasText);
    await expect(inspector.main).toHaveAttribute('data-load', 'idle');
    await inspector.button('Inspect').click();
    await expectOpen(inspector, 'pasted text: 3 generations, 2 distinct, 1 provider response, 1 issue', 'Green tea');
  });

  test('a dropped file opens', async ({ inspector }) => {
    const path = join(folder, 'teas.json');
    await writeFile(path, teasText);
    await inspector.visit();
    await inspector.dropPaths(path);
    await expectOpen(inspector, 'teas.json: 3 generations, 2 distinct, 1 provider response, 1 issue', 'Green tea');
  });

  test('a file dropped over an open response opens beside it', async ({ inspector }) => {
    const path = join(folder, 'stones.json');
    await writeFile(path, stonesText);
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    await inspector.dropPaths(path);
    await expectOpen(inspector, 'stones.json: 1 generation, 1 distinct, 1 provider response, 0 issues', 'Granite');
    await expect(inspector.openResponses).toHaveCount(2);
  });

  test('"Open files" asks for files and opens the chosen one', async ({ inspector, page }) => {
    const path = join(folder, 'teas.json');
    await writeFile(path, teasText);
    await inspector.visit();
    const asking = page.waitForEvent('filechooser');
    await inspector.banner.getByRole('button', { name: 'Open files', exact: true }).click();
    const chooser = await asking;
    expect(chooser.isMultiple()).toBe(true);
    await chooser.setFiles(path);
    await expectOpen(inspector, 'teas.json: 3 generations, 2 distinct, 1 provider response, 1 issue', 'Green tea');
  });

  test('of several files the first is shown and all stand in the list', async ({ inspector }) => {
    await inspector.visit();
    await inspector.pickFiles(
      { name: 'teas.json', text: teasText },
      { name: 'stones.json', text: stonesText },
      { name: 'teas again.json', text: teasText },
    );
    await expectOpen(inspector, 'teas.json: 3 generations, 2 distinct, 1 provider response, 1 issue', 'Green tea');
    await expect(inspector.openResponses).toHaveCount(3);
    await expect(inspector.openResponse('teas.json')).toHaveAttribute('aria-selected', 'true');
    await inspector.openResponse('stones.json').click();
    await expectOpen(inspector, 'stones.json: 1 generation, 1 distinct, 1 provider response, 0 issues', 'Granite');
    await expect(inspector.openResponse('stones.json')).toHaveAttribute('aria-selected', 'true');
    await expect(inspector.openResponse('teas.json')).toHaveAttribute('aria-selected', 'false');
  });

  test('every example opens from the menu, and the start page lists them', async ({ inspector, page }) => {
    const list: readonly { readonly file: string; readonly title: string }[] = JSON.parse(readExample('index.json'));
    await inspector.visit();
    for (const { file, title } of list) {
      await inspector.banner.getByRole('button', { name: 'Examples', exact: true }).click();
      await page.getByRole('menuitem', { name: title }).click();
      await expectExample(inspector, file);
    }
    await page.getByRole('button', { name: 'Completion Inspector', exact: true }).click();
    const onPage = page.getByRole('region', { name: 'Examples', exact: true }).getByRole('button');
    await expect(onPage).toHaveText(list.map(({ title }) => new RegExp(title)));
    // Two that are pressed before either is here: both open, and the last one has the screen.
    await onPage.evaluateAll((buttons) => {
      for (const button of buttons.slice(0, 2)) (button as HTMLElement).click();
    });
    await expectExample(inspector, list[1]?.file ?? '');
    await expect(inspector.openResponses).toHaveCount(list.length + 2);
  });
});

function readExample(file: string): string {
  return readFileSync(new URL(`../public/examples/${file}`, import.meta.url), 'utf8');
}

async function expectExample(inspector: Inspector, file: string): Promise<void> {
  const { data } = JSON.parse(readExample(file));
  await expect(inspector.status).toContainText(`${file}: ${data.length} generations, `);
  await inspector.loaded();
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', String(data.length + 1));
}

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

interface MainState {
  readonly load: string | null;
  readonly busy: string | null;
  readonly rows: number;
}

/** Notes every change of the work area's state from now on, with the rows that the grid has at that moment. */
async function watchStates(page: Page): Promise<() => Promise<readonly MainState[]>> {
  await page.getByRole('main').evaluate((main) => {
    const states: MainState[] = [];
    Object.assign(window, { states });
    new MutationObserver(() => {
      states.push({
        load: main.getAttribute('data-load'),
        busy: main.getAttribute('aria-busy'),
        rows: main.querySelectorAll('[role="grid"] [role="gridcell"]').length,
      });
    }).observe(main, { attributes: true, attributeFilter: ['data-load', 'aria-busy'] });
  });
  return () => page.evaluate(() => (window as unknown as { states: readonly MainState[] }).states);
}

interface Annotation {
  readonly name: string;
  readonly detail: { readonly name: string; readonly bytes: number; readonly generations: number };
  readonly startTime: number;
  readonly duration: number;
}

async function marks(page: Page): Promise<readonly Annotation[]> {
  return await page.evaluate(() =>
    performance
      .getEntriesByType('measure')
      .map(({ name, startTime, duration, detail }: PerformanceEntry & { detail?: unknown }) => ({
        name,
        startTime,
        duration,
        detail: detail as Annotation['detail'],
      })),
  );
}

test.describe('states of the work area', () => {
  test('it is busy from the moment input is accepted until the first rows are there, and loading until all is read', async ({
    inspector,
    page,
  }) => {
    await inspector.visit();
    const states = await watchStates(page);
    await inspector.pickFiles({ name: 'teas.json', text: teasText });
    await inspector.loaded();
    const seen = await states();
    expect(seen[0]).toMatchObject({ load: 'loading', busy: 'true' });
    expect(seen.at(-1)).toMatchObject({ load: 'complete', busy: 'false' });
    for (const { busy, rows } of seen) if (busy === 'false') expect(rows).toBeGreaterThan(0);
    for (const { load } of seen) expect(['loading', 'complete']).toContain(load);
  });

  test('it stays busy, and the first rows unmeasured, while the code of the panes is still on its way', async ({
    inspector,
    page,
  }) => {
    const release = await inspector.holdPanes();
    await inspector.visit();
    await inspector.pickFiles({ name: 'teas.json', text: teasText });
    await expect(inspector.main).toHaveAttribute('data-load', 'complete');
    await expect(inspector.main).toHaveAttribute('aria-busy', 'true');
    expect((await marks(page)).map(({ name }) => name)).not.toContain('inspector.first-rows');
    release();
    await expect(inspector.row(0)).toBeVisible();
    await expect(inspector.main).toHaveAttribute('aria-busy', 'false');
    await expect.poll(async () => (await marks(page)).map(({ name }) => name)).toContain('inspector.first-rows');
  });

  test('each load leaves its two timing marks with name, size and number of generations', async ({
    inspector,
    page,
  }) => {
    await inspector.visit();
    await inspector.openAs('teas.json', teasText);
    await inspector.openAs('stones.json', stonesText);
    for (const name of ['inspector.first-rows', 'inspector.complete']) {
      const own = async () => (await marks(page)).filter((mark) => mark.name === name);
      await expect
        .poll(async () => (await own()).map(({ detail }) => detail))
        .toEqual([
          { name: 'teas.json', bytes: Buffer.byteLength(teasText), generations: 3 },
          { name: 'stones.json', bytes: Buffer.byteLength(stonesText), generations: 1 },
        ]);
      for (const { startTime, duration } of await own()) {
        expect(startTime).toBeGreaterThan(0);
        expect(duration).toBeGreaterThan(0);
      }
    }
  });
});

test.describe('a load that takes long', () => {
  test('shows progress, and "Cancel" leaves the start page as it was', async ({ inspector }) => {
    await inspector.holdReading();
    await inspector.visit();
    await inspector.pickFiles({ name: 'teas.json', text: teasText });
    await expect(inspector.main).toHaveAttribute('data-load', 'loading');
    await expect(inspector.main).toHaveAttribute('aria-busy', 'true');
    await expect(inspector.progress).toBeVisible();
    await inspector.button('Cancel').click();
    await expect(inspector.main).toHaveAttribute('data-load', 'idle');
    await expect(inspector.main).toHaveAttribute('aria-busy', 'false');
    await expect(inspector.progress).toBeHidden();
    await expect(inspector.textBox).toBeVisible();
  });

  test('leaves the open response usable, and "Cancel" keeps it', async ({ inspector, page }) => {
    // Nothing is done ahead, so that the second load needs the script that is held back.
    await page.addInitScript(() => {
      window.requestIdleCallback = () => 0;
    });
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    await inspector.holdReading();
    await inspector.pickFiles({ name: 'stones.json', text: stonesText });
    await expect(inspector.progress).toBeVisible();
    await inspector.row(1).click();
    await expect(inspector.outputText).toHaveText('Black tea');
    await inspector.button('Cancel').click();
    await inspector.loaded();
    await expect(inspector.status).toContainText('teas.json: ');
    await expect(inspector.outputText).toHaveText('Black tea');
  });

  test('says how far it is, and "Cancel" in the middle goes back to the response before', async ({ inspector }) => {
    // 20 million values, so that no machine is done before the button is pressed.
    const text = `{"data":[{"index":0,"output":"Granite","inputs":{}}],"metadata":[${'1,'.repeat(20_000_000)}1]}`;
    const path = join(folder, 'large.json');
    await writeFile(path, text);
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    await inspector.fileInput.setInputFiles(path);
    await expect(inspector.progress).toHaveAttribute('aria-valuenow', /^\d+$/);
    await inspector.button('Cancel').click();
    await inspector.loaded();
    await expect(inspector.progress).toBeHidden();
    await expect(inspector.status).toContainText('teas.json: ');
    await expect(inspector.outputText).toHaveText('Green tea');
  });

  test('goes on in the list behind a newer document', async ({ inspector }) => {
    const release = await inspector.holdReading();
    await inspector.visit();
    await inspector.pickFiles({ name: 'teas.json', text: teasText });
    await expect(inspector.main).toHaveAttribute('data-load', 'loading');
    await inspector.pickFiles({ name: 'stones.json', text: stonesText });
    release();
    await expectOpen(inspector, 'stones.json: 1 generation, 1 distinct, 1 provider response, 0 issues', 'Granite');
    await expect(inspector.openResponses).toHaveText([/^teas\.json/, /^stones\.json/]);
    await inspector.openResponse('teas.json').click();
    await expect(inspector.outputText).toHaveText('Green tea');
  });

  test('comes back when the page is loaded again in the middle of it, also what was pasted', async ({
    inspector,
    page,
  }) => {
    const release = await inspector.holdReading();
    await inspector.visit();
    await inspector.button('Inspect').focus();
    await inspector.paste(teasText);
    await expect(inspector.main).toHaveAttribute('data-load', 'loading');
    await inspector.kept(1);
    release();
    await page.reload();
    await expectOpen(inspector, 'pasted text: 3 generations, 2 distinct, 1 provider response, 1 issue', 'Green tea');
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

test.describe('open responses', () => {
  test('come back after a reload with the one on screen and its selection', async ({ inspector, page }) => {
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    await inspector.openAs('stones.json', stones);
    await inspector.openResponse('teas.json').click();
    await inspector.row(1).click();
    await inspector.kept(2);
    const address = await page.evaluate(() => location.href);
    await page.reload();
    await expectTeasBack(inspector);
    expect(await page.evaluate(() => location.href)).toBe(address);
    await inspector.openResponse('stones.json').click();
    await expect(inspector.outputText).toHaveText('Granite');
  });

  test('come back behind what a person has opened meanwhile', async ({ inspector, context }) => {
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    await inspector.kept(1);
    const release = await holdKept(context);
    await inspector.visit();
    await inspector.openAs('stones.json', stones);
    await release();
    await expect(inspector.openResponses).toHaveCount(2);
    await expect(inspector.openResponse('stones.json')).toHaveAttribute('aria-selected', 'true');
    await inspector.loaded();
    await expect(inspector.outputText).toHaveText('Granite');
    await expect.poll(() => inspector.selectedPointer()).toBe('/data/0');
  });

  test('come back too when a person opens something before they are there', async ({ inspector }) => {
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    await inspector.kept(1);
    const release = await inspector.holdReading();
    await inspector.page.reload();
    await expect(inspector.main).toHaveAttribute('aria-busy', 'true');
    await inspector.pickFiles({ name: 'stones.json', text: stonesText });
    release();
    await inspector.loaded();
    await expect(inspector.outputText).toHaveText('Granite');
    await expect(inspector.openResponses).toHaveCount(2);
    await inspector.openResponse('teas.json').click();
    await expect(inspector.outputText).toHaveText('Green tea');
    await inspector.kept(2);
  });

  test('are those of this tab alone; a link opened in another tab says where its document is and opens a copy', async ({
    inspector,
    page,
    context,
  }) => {
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    await inspector.row(1).click();
    await expect.poll(() => inspector.selectedPointer()).toBe('/data/1');
    await inspector.kept(1);
    const address = await page.evaluate(() => location.href);
    const other = new Inspector(await context.newPage());
    await other.page.goto(address);
    await expect(other.textBox).toBeVisible();
    await expect(other.main).toHaveAttribute('data-load', 'idle');
    const away = other.page.getByRole('region', { name: 'The document of this link', exact: true });
    await expect(away).toContainText('teas.json was opened in another tab');
    await away.getByRole('button', { name: 'Open it here', exact: true }).click();
    await expect(other.outputText).toHaveText('Black tea');
    await inspector.kept(2);
    // The address follows as soon as everything is brought back that is to come back.
    await other.openAs('stones.json', stones);
    await expect.poll(() => other.page.evaluate(() => location.href)).not.toBe(address);
    await expect(other.openResponses).toHaveText([/^teas\.json/, /^stones\.json/]);
    // The same link in the address bar of a page that shows something else.
    await other.page.evaluate((link) => {
      location.href = link;
    }, address);
    await expect(other.page.getByRole('complementary', { name: 'Notice' })).toContainText(
      'The link leads to teas.json, which was opened in another tab.',
    );
    await expect(other.outputText).toHaveText('Granite');
    await other.button('Open it here').click();
    await expect(other.openResponses).toHaveText([/^teas\.json/, /^stones\.json/, /^teas\.json/]);
    await expect(other.outputText).toHaveText('Black tea');
  });

  test('can be renamed, and keep the name after a reload', async ({ inspector, page }) => {
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    await inspector.openAs('stones.json', stones);
    await inspector.kept(2);
    const list = inspector.region('Responses');
    await list.getByRole('button', { name: 'Rename', exact: true }).click();
    await list.getByRole('textbox', { name: 'New name' }).fill('quarry');
    await page.keyboard.press('Enter');
    await expect(inspector.openResponse('quarry')).toBeVisible();
    await expect(inspector.openResponse('stones.json')).toHaveCount(0);
    await expect(inspector.status).toHaveText('quarry: 1 generation, 1 distinct, 1 provider response, 0 issues');
    await inspector.keptAs('quarry');
    await page.reload();
    await expect(inspector.openResponse('quarry')).toBeVisible();
    await expect(inspector.openResponses).toHaveCount(2);
  });

  test('keep a name that was given before the browser had kept them', async ({ inspector, page, context }) => {
    await inspector.visit();
    const release = await holdKept(context);
    await inspector.openAs('stones.json', stones);
    await page.getByRole('button', { name: /show open responses/ }).click();
    const list = inspector.region('Responses');
    await list.getByRole('button', { name: 'Rename', exact: true }).click();
    await list.getByRole('textbox', { name: 'New name' }).fill('quarry');
    await page.keyboard.press('Enter');
    await expect(inspector.status).toContainText('quarry: ');
    await release();
    await inspector.keptAs('quarry');
    await page.reload();
    await inspector.loaded();
    await expect(inspector.status).toContainText('quarry: ');
  });

  test('can be removed, and "Undo" brings them back as they were, the last first', async ({ inspector, page }) => {
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    await inspector.openAs('stones.json', stones);
    await inspector.openResponse('teas.json').click();
    await inspector.row(1).click();
    const list = inspector.region('Responses');
    await list.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(inspector.status).toContainText('stones.json: ');
    await expect(inspector.outputText).toHaveText('Granite');
    await inspector.button('Undo').click();
    await expect(inspector.status).toHaveText('teas.json: 3 generations, 2 distinct, 1 provider response, 1 issue');
    await expect(inspector.outputText).toHaveText('Black tea');
    await expect(inspector.openResponses).toHaveText([/^teas\.json/, /^stones\.json/]);
    // Of two that are removed, one after the other comes back.
    await list.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(inspector.status).toContainText('stones.json: ');
    await page.getByRole('button', { name: /show open responses/ }).click();
    await list.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(inspector.textBox).toBeVisible();
    await inspector.button('Undo').click();
    await expect(inspector.outputText).toHaveText('Granite');
    await inspector.button('Undo').click();
    await expect(inspector.outputText).toHaveText('Black tea');
    await expect(inspector.openResponses).toHaveText([/^teas\.json/, /^stones\.json/]);
  });

  test('that were removed do not come back with a reload', async ({ inspector, page }) => {
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    await inspector.openAs('stones.json', stones);
    await inspector.kept(2);
    await inspector.region('Responses').getByRole('button', { name: 'Remove', exact: true }).click();
    await inspector.kept(1);
    await page.reload();
    await expect(inspector.status).toHaveText('teas.json: 3 generations, 2 distinct, 1 provider response, 1 issue');
    await expect(inspector.openResponses).toHaveCount(0);
  });

  test('leave the start page when the last one is removed', async ({ inspector, page }) => {
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    await page.getByRole('button', { name: /show open responses/ }).click();
    await inspector.region('Responses').getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(inspector.textBox).toBeVisible();
    await expect(inspector.main).toHaveAttribute('data-load', 'idle');
  });
});

/** From now on the kept documents can be neither read nor written, until the returned function is called. */
async function holdKept(context: BrowserContext): Promise<() => Promise<void>> {
  const other = await context.newPage();
  await other.goto('/');
  await other.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('completion-inspector');
        opening.onsuccess = () => {
          const database = opening.result;
          const store = database.transaction('documents', 'readwrite').objectStore('documents');
          // A transaction lasts as long as something is asked in it.
          const goOn = () => {
            if ('isReleased' in window) database.close();
            else store.count().onsuccess = goOn;
          };
          goOn();
          resolve();
        };
      }),
  );
  return async () => {
    await other.evaluate(() => {
      Object.assign(window, { isReleased: true });
    });
  };
}

async function expectTeasBack(inspector: Inspector): Promise<void> {
  await expect(inspector.status).toHaveText('teas.json: 3 generations, 2 distinct, 1 provider response, 1 issue');
  await inspector.loaded();
  await expect(inspector.openResponses).toHaveCount(2);
  await expect(inspector.selectedRow).toHaveAttribute('aria-rowindex', '3');
  await expect(inspector.outputText).toHaveText('Black tea');
}
