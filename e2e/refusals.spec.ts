// What does not open, and what is said of it.
import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectStillOpen, teas } from './fixtures/refusals.ts';
import { expect, type Inspector, test } from './inspector.ts';

/** What a person reads: what it is, then what to do. */
interface Words {
  readonly what: string | RegExp;
  readonly advice: string | RegExp;
}

async function expectRefused(inspector: Inspector, name: string, { what, advice }: Words): Promise<void> {
  await inspector.loaded('failed');
  await expect(inspector.main).toHaveAttribute('aria-busy', 'false');
  await expect(inspector.alert).toContainText(what);
  await expect(inspector.alert).toContainText(advice);
  await expect(inspector.alert).toContainText(name);
}

test.describe('pasted text that does not open', () => {
  test('prose is not JSON: the alert says where it stops being JSON and the text stays in the box', async ({
    inspector,
  }) => {
    const prose = 'Dear all,\nthe response is attached.';
    await inspector.visit();
    await inspector.textBox.focus();
    await inspector.paste(prose);
    await expectRefused(inspector, 'pasted text', {
      what: 'This is not JSON',
      advice: 'Paste the JSON text of a completion response',
    });
    await expect(inspector.alert).toContainText('line 1, column 1');
    await expect(inspector.textBox).toHaveValue(prose);
    await expect(inspector.button('Open as plain JSON')).toHaveCount(0);
  });

  test('JSON of another kind says what it is and opens as plain JSON on demand', async ({ inspector }) => {
    const settings = '{\n  "theme": "dark",\n  "sizes": [1, 2.0, 3]\n}';
    await inspector.visit();
    await inspector.textBox.focus();
    await inspector.paste(settings);
    await expectRefused(inspector, 'pasted text', {
      what: 'This is JSON, but not a completion response',
      advice: 'open this as plain JSON',
    });
    await expect(inspector.alert).toContainText('theme, sizes');
    await expect(inspector.textBox).toHaveValue(settings);
    await inspector.alert.getByRole('button', { name: 'Open as plain JSON', exact: true }).click();
    await inspector.loaded();
    await expect(inspector.status).toHaveText('pasted text: plain JSON, not a completion response');
    await expect(inspector.alert).toHaveCount(0);
    await expect(inspector.region('Generations')).toContainText('no generations');
    await inspector.treeItem('theme: "dark"').click();
    await expect(inspector.marks).toHaveText(['"dark"']);
  });

  test('a list and a single value are named as what they are', async ({ inspector }) => {
    const texts = [
      { text: '[{"data": []}, {}]', says: 'list of 2 items' },
      { text: '"data"', says: 'single string' },
    ];
    await inspector.visit();
    for (const { text, says } of texts) {
      await inspector.inspect(text);
      await expect(inspector.alert).toContainText(says);
      await expectRefused(inspector, 'pasted text', { what: 'not a completion response', advice: 'plain JSON' });
      await expect(inspector.textBox).toHaveValue(text);
    }
    await inspector.button('Open as plain JSON').click();
    await inspector.loaded();
    await expect(inspector.status).toContainText('plain JSON');
  });

  test('an empty text and white space say that there is nothing to read', async ({ inspector }) => {
    for (const text of ['', ' \n\t \n']) {
      await inspector.visit();
      await inspector.inspect(text);
      await expectRefused(inspector, 'pasted text', {
        what: 'There is nothing to read',
        advice: 'Paste the whole response',
      });
      await expect(inspector.textBox).toHaveValue(text);
    }
  });

  test('a copied image is named as an image', async ({ inspector, page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await inspector.visit();
    await page.evaluate(async () => {
      const canvas = new OffscreenCanvas(4, 4);
      canvas.getContext('2d')?.fillRect(0, 0, 2, 2);
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': canvas.convertToBlob() })]);
    });
    await page.keyboard.press('ControlOrMeta+V');
    await expectRefused(inspector, 'image.png', { what: 'This is a PNG image', advice: 'Open the JSON text' });
  });

  test('the next text that opens takes the alert away and leaves nothing in the box', async ({ inspector, page }) => {
    await inspector.visit();
    await inspector.inspect('[]');
    await inspector.loaded('failed');
    await inspector.inspect(JSON.stringify(teas));
    await inspector.loaded();
    await expect(inspector.alert).toHaveCount(0);
    await page.getByRole('button', { name: 'Completion Inspector', exact: true }).click();
    await expect(inspector.textBox).toHaveValue('');
  });
});

test.describe('files that do not open', () => {
  let folder: string;

  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'completion-inspector-'));
  });

  test.afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  test('a folder without files is named as one, and what is open stays open', async ({ inspector }) => {
    const path = join(folder, 'responses');
    await mkdir(path);
    await inspector.visit();
    await inspector.dropPaths(path);
    await expectRefused(inspector, 'responses', { what: 'This is a folder', advice: 'Drop the response files' });
    await inspector.openAs('teas.json', teas);
    await inspector.dropPaths(path);
    await expectRefused(inspector, 'responses', { what: 'This is a folder', advice: 'Drop the response files' });
    await expectStillOpen(inspector);
    // With files its files open, also those of folders in it.
    await mkdir(join(path, 'more'));
    await writeFile(join(path, 'more', 'pears.json'), JSON.stringify(teas));
    await inspector.dropPaths(path);
    await expect(inspector.status).toContainText('responses/more/pears.json: ');
  });

  test('an image, bytes that are no text and an empty file are named as that, and what is open stays open', async ({
    inspector,
  }) => {
    const files = [
      {
        name: 'photo.jpg',
        bytes: [0xff, 0xd8, 0xff, 0xe0, 0, 16],
        what: 'This is a JPEG image',
        advice: 'Open the JSON',
      },
      {
        name: 'program',
        bytes: [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0],
        what: 'This is not text',
        advice: 'Open the JSON',
      },
      { name: 'empty.json', bytes: [], what: 'There is nothing to read', advice: 'open its file' },
    ];
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    for (const { name, bytes, what, advice } of files) {
      await inspector.fileInput.setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
      await expect(inspector.alert).toContainText(name);
      await expectRefused(inspector, name, { what, advice });
    }
    await expectStillOpen(inspector);
  });

  test('5 GB are refused by their size, 3 GB that are no text by their start, and what is open stays open', async ({
    inspector,
  }) => {
    const path = join(folder, 'huge.json');
    const sparse = async (size: number) => {
      const file = await open(path, 'w');
      await file.truncate(size);
      await file.close();
    };
    await sparse(5_000_000_000);
    await inspector.visit();
    // On the start page there is room for the commands.
    await inspector.fileInput.setInputFiles(path);
    await expect(inspector.alert.locator('code')).toHaveText([/^jq .*'huge\.json' > smaller\.json$/, /split -l 50000/]);
    await inspector.openAs('teas.json', teas);
    await inspector.fileInput.setInputFiles(path);
    await expectRefused(inspector, 'huge.json', { what: 'This is too large to open', advice: 'Leave out' });
    await expect(inspector.alert).toContainText('It has 5.0 GB; up to 4.3 GB can be opened');
    await expectStillOpen(inspector);
    await sparse(3_000_000_000);
    await inspector.fileInput.setInputFiles(path);
    await expectRefused(inspector, 'huge.json', { what: 'This is not text', advice: 'Open the JSON' });
    await expectStillOpen(inspector);
  });

  test('one of several that does not open keeps none of the others from opening', async ({ inspector }) => {
    await inspector.visit();
    await inspector.pickFiles(
      { name: 'teas.json', text: JSON.stringify(teas) },
      { name: 'notes.txt', text: 'no response' },
      { name: 'more teas.json', text: JSON.stringify(teas) },
    );
    await expect(inspector.openResponse('more teas.json')).toBeVisible();
    await expect(inspector.openResponses).toHaveCount(2);
    await expect(inspector.alert).toContainText('notes.txt');
    await expect(inspector.alert).toContainText('This is not JSON');
    await expect(inspector.status).toContainText('teas.json: ');
    await expect(inspector.outputText).toHaveText('Green tea');
  });
});
