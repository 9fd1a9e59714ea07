// Files that hold several answers, as they lie on disk: logs of other tools, archives, lines, HAR. Opened, named, and shown in their source as they were brought.
import { fileURLToPath } from 'node:url';
import { expect, test } from './inspector.ts';

const sample = (name: string): string => fileURLToPath(new URL(`fixtures/forms/${name}`, import.meta.url));

test('an archive of inspect, a HAR, a gzip of lines and an export open together, each said what it is', async ({
  inspector,
}) => {
  await inspector.visit();
  await inspector.dropPaths(
    sample('archives/zstd.eval'),
    sample('har/playwright.har'),
    sample('archives/responses.jsonl.gz'),
    sample('tools/open-webui.json'),
  );
  await inspector.loaded();
  // Four documents, and the four samples of the one on screen.
  await expect(inspector.openResponses).toHaveCount(8);
  await expect(inspector.status).toContainText('zstd.eval: 4 generations');
  const note = inspector.howRead;
  await expect(note).toContainText('Of the archive the samples are shown; 3 files that sum them up are left out.');
  // The source is what was unpacked, one sample after the other.
  await inspector.row(3).click();
  await expect(inspector.region('Source')).toContainText('"id": 2, "epoch": 2');

  await inspector.openResponse('playwright.har').click();
  await expect(note).toContainText('take care when sharing it');
  await expect(inspector.region('Source')).toContainText('"name":"set-cookie","value":"****');
  await expect(inspector.region('Source')).not.toContainText('secret-');

  await inspector.openResponse('responses.jsonl.gz').click();
  await expect(inspector.status).toContainText('responses.jsonl.gz: 3 generations');
  await inspector.row(2).click();
  await expect(inspector.marks.first()).toContainText('data_2');

  await inspector.openResponse('open-webui.json').click();
  await expect(inspector.status).toContainText('open-webui.json: 2 generations');
  await expect(note).toContainText('the messages before that are left out');
});

test('the texts that inspect keeps beside its samples stand in the bodies, and a selection leads to them in the file', async ({
  inspector,
}) => {
  await inspector.visit();
  await inspector.dropPaths(sample('tools/inspect-epochs.json'));
  await inspector.loaded();
  await expect(inspector.status).toContainText('inspect-epochs.json: 6 generations, 4 distinct, 6 provider responses');
  await expect(inspector.howRead).toContainText('6 other calls are left out');
  await inspector.row(0).click();
  await expect(inspector.outputText).toContainText('Lantern é');
  await inspector.treeItem('message: {2}').click();
  await inspector.page.keyboard.press('ArrowRight');
  await inspector.treeItem('content: "Lantern é"').click();
  await expect(inspector.marks).toHaveText(['"Lantern é"']);
  // The body names it; it stands once, beside the sample.
  await expect(inspector.region('Source')).toContainText('"bbbb0000bbbb0000bbbb0000bbbb0000": "Lantern é"');
});

test('a file of which much comes out asks first, and is unpacked when a person agrees', async ({ inspector }) => {
  await inspector.visit();
  await inspector.dropPaths(sample('archives/much.gz'));
  await inspector.loaded('failed');
  await expect(inspector.alert).toContainText('Much comes out of this gzip file');
  await expect(inspector.alert).toContainText('times as much');
  await inspector.button('Unpack it').click();
  await inspector.loaded();
  await expect(inspector.status).toContainText('much.gz: 1 generation');
  await inspector.kept(1);
  await inspector.reload();
  await expect(inspector.status).toContainText('much.gz: 1 generation');
});
