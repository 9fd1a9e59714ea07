// Files of the command line in the page: standard input, folders, and files that are followed while somebody writes them.
import { appendFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { completionResponse } from './fixtures/build.ts';
import { stonesText, teasText } from './fixtures/teas.ts';
import { test as base, expect, Inspector } from './inspector.ts';
import { type Site, startSite } from './site.ts';

interface Given {
  /** What the command is given; a path below a folder of the journey's own. */
  readonly args: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly input: string;
}

const test = base.extend<{ readonly given: Given; readonly folder: string; readonly own: Site }>({
  given: [{ args: [], files: {}, input: '' }, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures that are needed from this pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'completion-inspector-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
  own: async ({ given, folder }, use) => {
    await mkdir(join(folder, 'runs'));
    for (const [path, text] of Object.entries(given.files)) await writeFile(join(folder, path), text);
    const args = given.args.map((arg) => (/^-/.test(arg) ? arg : join(folder, arg)));
    const site = await startSite(['--port=0', ...args], given.input);
    await use(site);
    await site.close();
  },
  baseURL: async ({ own }, use) => {
    await use(own.origin);
  },
});

/** A line for a response with one sample. */
function line(text: string): string {
  return `${JSON.stringify(completionResponse({ samples: [text] }))}\n`;
}

test.describe('given', () => {
  const files = { 'runs/teas.json': teasText, 'runs/notes.css': 'a {}', 'runs/more.jsonl': line('a') + line('b') };
  test.use({ given: { args: ['-', 'runs'], files, input: stonesText } });

  test('standard input and what is in a folder stand in the list', async ({ own, page, inspector }) => {
    expect(own.output).toContain('1 file in ');
    await page.goto(own.address);
    await inspector.loaded();
    await expect(inspector.openResponses).toHaveCount(3);
    for (const name of ['standard input', 'runs/more.jsonl', 'runs/teas.json'])
      await expect(inspector.openResponse(name)).toHaveCount(1);
    await expect(inspector.outputText).toHaveText('Granite');
    expect(page.url()).not.toContain('open=');
    // What was read once cannot be followed; a file can.
    await expect(inspector.button('Follow the file')).toHaveCount(0);
    await inspector.openResponse('runs/teas.json').click();
    await expect(inspector.outputText).toHaveText('Green tea');
    await expect(inspector.button('Follow the file')).toBeVisible();
  });
});

test.describe('a file that changed', () => {
  test.use({ given: { args: ['runs/teas.json'], files: { 'runs/teas.json': teasText }, input: '' } });

  test('is offered again when somebody comes back to the page', async ({ own, folder, page, inspector }) => {
    await page.goto(own.address);
    await inspector.loaded();
    await writeFile(join(folder, 'runs/teas.json'), stonesText);
    const notice = page.getByRole('complementary', { name: 'Notice', exact: true });
    await expect(async () => {
      await page.evaluate(() => window.dispatchEvent(new Event('focus')));
      await expect(notice).toContainText('teas.json was changed since it was opened.', {
        timeout: 1000,
      });
    }).toPass();
    await expect(inspector.outputText).toHaveText('Green tea');
    await notice.getByRole('button', { name: 'Read again', exact: true }).click();
    await expect(inspector.outputText).toHaveText('Granite');
    await expect(inspector.openResponses).toHaveCount(2);
  });
});

test.describe('with --watch', () => {
  const begun = line('Answer 1') + line('Answer 2') + line('Answer 3');
  const fourth = line('Answer 4');
  const files = { 'runs/log.jsonl': begun + fourth.slice(0, 40) };
  test.use({ given: { args: ['--watch', 'runs/log.jsonl'], files, input: '' } });

  test('lines appear as they are written, and what a person chose stays', async ({ own, folder, page, inspector }) => {
    const path = join(folder, 'runs/log.jsonl');
    await page.goto(own.address);
    await inspector.loaded();
    await inspector.arranged();
    await expect(inspector.button('Following the file: stop')).toBeVisible();
    // The half-written line is waited for.
    await expect(inspector.status).toContainText('log.jsonl: 3 generations, 3 distinct');
    await inspector.row(1).click();
    await page.keyboard.press('s');
    await expect(inspector.row(1)).toContainText('starred');
    await inspector.columnHead('Output').click();
    await inspector.filterBox.fill('Answer');
    await expect(inspector.outputText).toHaveText('Answer 2');

    await appendFile(path, fourth.slice(40));
    await expect(inspector.status).toContainText('log.jsonl: 4 generations, 4 distinct');
    for (let step = 0; step < 10; step++) {
      const lines = Array.from({ length: 100 }, (_, at) => line(`Answer ${5 + step * 100 + at}`)).join('');
      // A line comes in two halves.
      await appendFile(path, lines.slice(0, -30));
      await appendFile(path, lines.slice(-30));
    }
    const whole = 'log.jsonl: 1,004 generations, 1,004 distinct, 1,004 provider responses';
    await expect(inspector.status).toContainText(whole, { timeout: 30_000 });
    await expect(inspector.outputText).toHaveText('Answer 2');
    await expect(inspector.filterBox).toHaveValue('Answer');
    await expect(inspector.columnHead('Output')).toHaveAttribute('aria-sort', 'ascending');
    await expect(inspector.selectedRow).toHaveText([/Answer 2.*starred/]);

    // Another tab opens the file as it is now.
    const other = await page.context().newPage();
    const cold = new Inspector(other);
    await other.goto(own.address);
    await expect(cold.status).toContainText(whole);
    await cold.loaded();
    await cold.arranged();
    await inspector.filterBox.fill('');
    for (const one of [inspector, cold]) {
      await expect(one.grid).toHaveAttribute('aria-rowcount', '1005');
      await expect(one.page.getByTestId('recognised')).toHaveText(['JSONL, 1,004 lines, 1,004 responses']);
      await expect(one.status).toHaveText(`${whole}, 0 issues`);
    }
    await cold.columnHead('Output').click();
    await expect(cold.columnHead('Output')).toHaveAttribute('aria-sort', 'ascending');
    for (const one of [inspector, cold]) {
      await one.grid.focus();
      await one.page.keyboard.press('End');
      await expect(one.outputText).toHaveText('Answer 999');
      await one.page.keyboard.press('Home');
      await expect(one.outputText).toHaveText('Answer 1');
      await expect(one.row(5)).toContainText('Answer 1002');
    }
    await other.close();

    // Where it went is said; another content is read anew, once nothing of it is missing, and what is no longer in the file can be kept.
    await rename(path, `${path}.1`);
    await expect(inspector.button('Following the file: stop')).toHaveAttribute('data-tip', /no longer there/);
    await writeFile(path, line('Granite') + line('Basalt'));
    await expect(inspector.status).toContainText('log.jsonl: 2 generations, 2 distinct');
    await expect(inspector.outputText).toHaveText('Granite');
    await expect(inspector.button('Following the file: stop')).not.toHaveAttribute('data-tip', /no longer there/);
    const notice = page.getByRole('complementary', { name: 'Notice', exact: true });
    await expect(notice).toContainText('log.jsonl was written anew: what it held before is no longer in it.');
    await notice.getByRole('button', { name: 'Keep what it held', exact: true }).click();
    await expect(inspector.status).toContainText('log.jsonl, before: 1,004 generations');
    await inspector.openResponses.filter({ hasText: 'log.jsonl', hasNotText: ', before' }).click();
    await expect(inspector.outputText).toHaveText('Granite');

    // It goes on after a reload, also with what came meanwhile.
    await page.goto('about:blank');
    await appendFile(path, line('Slate'));
    await page.goBack();
    await expect(inspector.status).toContainText('log.jsonl: 3 generations, 3 distinct');
    await inspector.button('Following the file: stop').click();
    await expect(inspector.button('Follow the file')).toBeVisible();
    await appendFile(path, line('Marble'));
    await inspector.button('Follow the file').click();
    await expect(inspector.status).toContainText('log.jsonl: 4 generations, 4 distinct');
  });
});

test.describe('with --watch and a folder', () => {
  const few = { 'runs/1.jsonl': line('One'), 'runs/2.jsonl': line('Two') };
  test.use({ given: { args: ['--watch', 'runs'], files: few, input: '' } });

  test('a new file is opened beside the others, and followed', async ({ own, folder, page, inspector }) => {
    await page.goto(own.address);
    await inspector.loaded();
    await expect(inspector.outputText).toHaveText('One');
    await writeFile(join(folder, 'runs/3.jsonl'), line('Three'));
    const notice = page.getByRole('complementary', { name: 'Notice', exact: true });
    await expect(notice).toContainText('New in the folder and opened: runs/3.jsonl.', { timeout: 30_000 });
    await expect(inspector.openResponses).toHaveCount(3);
    await expect(inspector.outputText).toHaveText('One');
    await inspector.openResponse('runs/3.jsonl').click();
    await expect(inspector.outputText).toHaveText('Three');
    await appendFile(join(folder, 'runs/3.jsonl'), line('Four'));
    await expect(inspector.status).toContainText('runs/3.jsonl: 2 generations, 2 distinct');
  });
});

test.describe('with --watch and a folder of many files', () => {
  const names = Array.from({ length: 21 }, (_, at) => `runs/${at + 1}.jsonl`);
  const many = Object.fromEntries(names.map((name) => [name, line(`Answer of ${name}`)]));
  test.use({ given: { args: ['--watch', 'runs'], files: many, input: '' } });

  test('new files and what is added to the last one appear; another change is offered', async ({
    own,
    folder,
    page,
    inspector,
  }) => {
    await page.goto(own.address);
    await inspector.loaded();
    await expect(inspector.status).toContainText('21 together: 21 generations, 21 distinct');
    await expect(inspector.button('Following the files: stop')).toBeVisible();
    await inspector.row(2).click();
    await page.keyboard.press('s');
    await writeFile(join(folder, 'runs/22.jsonl'), line('Answer of runs/22.jsonl'));
    await expect(inspector.status).toContainText('22 together: 22 generations, 22 distinct', { timeout: 30_000 });
    await appendFile(join(folder, 'runs/22.jsonl'), line('Another'));
    await expect(inspector.status).toContainText('22 together: 23 generations, 23 distinct');
    await expect(inspector.selectedRow).toHaveText([/Answer of runs\/3.jsonl.*starred/]);

    await appendFile(join(folder, 'runs/1.jsonl'), line('In front'));
    const notice = page.getByRole('complementary', { name: 'Notice', exact: true });
    await expect(notice).toContainText('runs/1.jsonl changed, and what stands behind would have other numbers.');
    await expect(inspector.status).toContainText('22 together: 23 generations');
    await notice.getByRole('button', { name: 'Read again', exact: true }).click();
    await expect(inspector.status).toContainText('22 together 2: 24 generations, 24 distinct');
    await expect(inspector.button('Following the files: stop')).toBeVisible();
  });
});
