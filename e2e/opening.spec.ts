// Every way in: paste, drop, file, button, example.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectOpen, stonesText, teas, teasText } from './fixtures/teas.ts';
import { expect, type Inspector, test } from './inspector.ts';

let folder: string;

function readExample(file: string): string {
  return readFileSync(new URL(`../public/examples/${file}`, import.meta.url), 'utf8');
}

async function expectExample(inspector: Inspector, file: string): Promise<void> {
  const { data } = JSON.parse(readExample(file));
  await expect(inspector.status).toContainText(`${file}: ${data.length} generations, `);
  await inspector.loaded();
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', String(data.length + 1));
}

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'completion-inspector-'));
});

test.afterEach(async () => {
  await rm(folder, { recursive: true });
});

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
