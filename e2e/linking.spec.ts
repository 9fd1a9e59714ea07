// One pointer moves every pane, both ways, and the address says it.
import { completionResponse, type JsonObject } from './fixtures/build.ts';
import { expect, type Inspector, test } from './inspector.ts';

const samples = ['Green tea', ' Black tea', 'White tea', 'Red tea', 'Yellow tea'];

/** One provider call with five samples, of which the third and the fourth came back in the other order; the total is wrong. */
const teas = ((): JsonObject => {
  const response = completionResponse({ samples, logprobs: 0 });
  const [provider] = response.provider_responses as readonly [JsonObject];
  const [a, b, c, d, e] = provider.choices as readonly JsonObject[];
  return {
    ...response,
    usage: { prompt_tokens: 12, generation_tokens: 10, total_tokens: 23 },
    provider_responses: [{ ...provider, choices: [a, b, d, c, e] } as JsonObject],
  };
})();
const teasText = JSON.stringify(teas, null, 2);

/** The value at a pointer, as it stands in the pretty form. */
function sourceOf(pointer: string): string {
  const keys = pointer.split('/').slice(1);
  let value: unknown = teas;
  for (const key of keys) value = (value as Readonly<Record<string, unknown>>)[key];
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${'  '.repeat(keys.length)}`);
}

interface Selected {
  readonly pointer: string;
  /** Position in `data` of the selected row, and what the panes of that generation show. */
  readonly row?: number;
  /** The label of the selected item of the tree. */
  readonly item: string | RegExp;
  readonly usage?: string;
}

/** Every pane shows the selection in its own way. */
async function expectSelected(inspector: Inspector, { pointer, row, item, usage }: Selected): Promise<void> {
  await expect.poll(() => inspector.selectedPointer()).toBe(pointer);
  if (row === undefined) {
    await expect(inspector.selectedRow).toHaveCount(0);
  } else {
    await expect(inspector.selectedRow).toHaveCount(1);
    await expect(inspector.selectedRow).toHaveAttribute('aria-rowindex', String(row + 2));
    await expect(inspector.outputText).toHaveText((samples[row] ?? '').trim());
  }
  await expect(inspector.selectedTreeItem).toHaveCount(1);
  await expect(inspector.selectedTreeItem).toHaveAccessibleName(item);
  await expect(inspector.selectedTreeItem).toBeInViewport();
  for (const source of ['Response usage', 'Provider 0', ...samples.map((_, at) => `Generation ${at}`)]) {
    const bar = inspector.usageRow(source);
    if (source === usage) await expect(bar).toHaveAttribute('aria-current', 'true');
    else await expect(bar).not.toHaveAttribute('aria-current');
  }
  await expect(inspector.path).toHaveText(pointer === '' ? 'the whole response' : pointer);
  // Lines out of view are not there: what is marked is the beginning of the value.
  await expect.poll(async () => (await inspector.markedText()).length).toBeGreaterThan(0);
  await expect.poll(async () => sourceOf(pointer).startsWith(await inspector.markedText())).toBe(true);
  if (!sourceOf(pointer).includes('\n')) await expect(inspector.marks).toHaveText([sourceOf(pointer)]);
}

async function openTeas(inspector: Inspector): Promise<void> {
  await inspector.visit();
  await inspector.openAs('teas.json', teasText);
}

const firstGeneration: Selected = { pointer: '/data/0', row: 0, item: /^0: \{4\}/, usage: 'Generation 0' };

test('the first generation is selected after a load', async ({ inspector }) => {
  await openTeas(inspector);
  await expectSelected(inspector, firstGeneration);
});

test('a row of the table selects its generation and the choice that it is linked to', async ({ inspector, page }) => {
  await openTeas(inspector);
  await inspector.row(2).click();
  // The third generation is the fourth choice.
  await expectSelected(inspector, { pointer: '/data/2', row: 2, item: /^3: \{4\}/, usage: 'Generation 2' });
  await expect(inspector.linkedPlace).toHaveText('/provider_responses/0/choices/3');
  await page.keyboard.press('ArrowUp');
  await expectSelected(inspector, { pointer: '/data/1', row: 1, item: /^1: \{4\}/, usage: 'Generation 1' });
  await expect(inspector.treeItem(/^text: " ?Black tea"$/)).toBeVisible();
});

test('the tree selects what is clicked, and the table the generation that is linked to it', async ({ inspector }) => {
  await openTeas(inspector);
  await inspector.treeItem(/^2: \{4\}/).click();
  const choice: Selected = {
    pointer: '/provider_responses/0/choices/2',
    row: 3,
    item: /^2: \{4\}/,
    usage: 'Generation 3',
  };
  await expectSelected(inspector, choice);
  await expect(inspector.linkedPlace).toHaveText('/data/3');
  await inspector.treeItem(/^choices: /).click();
  await expectSelected(inspector, {
    pointer: '/provider_responses/0/choices',
    item: /^choices: \[5\]/,
    usage: 'Provider 0',
  });
  await inspector.treeItem('object: "text_completion"').click();
  await expectSelected(inspector, {
    pointer: '/provider_responses/0/object',
    item: 'object: "text_completion"',
    usage: 'Provider 0',
  });
});

test('a bar of the token usage selects its source, and a figure its place', async ({ inspector }) => {
  await openTeas(inspector);
  await inspector.usageRow('Generation 4').getByRole('button', { name: 'Generation 4', exact: true }).click();
  await expectSelected(inspector, { pointer: '/data/4', row: 4, item: /^4: \{4\}/, usage: 'Generation 4' });
  await inspector.usageRow('Response usage').getByRole('button', { name: 'Response usage', exact: true }).click();
  await expectSelected(inspector, { pointer: '/usage', item: /^usage: \{3\}/, usage: 'Response usage' });
  await inspector.usageRow('Response usage').getByRole('button', { name: '23', exact: true }).click();
  await expectSelected(inspector, {
    pointer: '/usage/total_tokens',
    item: 'total_tokens: 23',
    usage: 'Response usage',
  });
  await inspector.usageRow('Provider 0').getByRole('button', { name: '22', exact: true }).click();
  await expectSelected(inspector, {
    pointer: '/provider_responses/0/usage/total_tokens',
    item: 'total_tokens: 22',
    usage: 'Provider 0',
  });
});

test('"Show" of an issue selects its place', async ({ inspector }) => {
  await openTeas(inspector);
  const issue = inspector.issue('HL050').filter({ hasText: '/usage/total_tokens' });
  await issue.getByRole('button', { name: 'Show', exact: true }).click();
  await expectSelected(inspector, {
    pointer: '/usage/total_tokens',
    item: 'total_tokens: 23',
    usage: 'Response usage',
  });
  await expect(issue).toHaveAttribute('aria-current', 'true');
});

test('a place that is pressed in the source is selected', async ({ inspector }) => {
  await openTeas(inspector);
  await inspector.row(3).click();
  const source = inspector.region('Source');
  await expect(inspector.marks.filter({ hasText: '"output": "Red tea"' })).toHaveCount(1);
  await source.getByText('"Red tea"').first().click();
  await expectSelected(inspector, { pointer: '/data/3/output', row: 3, item: /^2: \{4\}/, usage: 'Generation 3' });
  await expect(inspector.linkedPlace).toHaveText('/provider_responses/0/choices/2/text');
});

test('the line of the location goes up and to the other side and back', async ({ inspector }) => {
  await openTeas(inspector);
  await inspector.row(2).click();
  await inspector.linkedPlace.click();
  await expectSelected(inspector, {
    pointer: '/provider_responses/0/choices/3',
    row: 2,
    item: /^3: \{4\}/,
    usage: 'Generation 2',
  });
  await inspector.linkedPlace.click();
  await expectSelected(inspector, { pointer: '/data/2', row: 2, item: /^3: \{4\}/, usage: 'Generation 2' });
  await inspector.treeItem('finish_reason: "stop"').click();
  await inspector.path.getByRole('button', { name: 'choices', exact: true }).click();
  await expectSelected(inspector, {
    pointer: '/provider_responses/0/choices',
    item: /^choices: \[5\]/,
    usage: 'Provider 0',
  });
});

test('values of the generation select their places', async ({ inspector }) => {
  await openTeas(inspector);
  await inspector.row(1).click();
  const pane = inspector.region('Generation');
  await pane.getByRole('button', { name: 'stop', exact: true }).click();
  await expectSelected(inspector, {
    pointer: '/data/1/finish_reason',
    row: 1,
    item: /^1: \{4\}/,
    usage: 'Generation 1',
  });
  await pane.getByRole('button', { name: 'certain', exact: true }).click();
  await expectSelected(inspector, {
    pointer: '/provider_responses/0/choices/1/text',
    row: 1,
    item: 'text: " Black tea"',
    usage: 'Generation 1',
  });
});

test('the marked source is the text of the selection, on one line and on many, with escapes and wide characters', async ({
  inspector,
}) => {
  const text = `{"data": [], "suffix": "caf\\u00e9 \u{1f375}\\n\\"tea\\"", "metadata": {
    "ключ": [1.0, 1E-5,
      "\u{1f375}"]
  },
  "provider_responses": []}`;
  await inspector.visit();
  await inspector.openAs('marks.json', text);
  await inspector.treeItem(/^suffix: /).click();
  await expect(inspector.marks).toHaveText(['"caf\\u00e9 \u{1f375}\\n\\"tea\\""']);
  await inspector.treeItem(/^metadata: /).click();
  await expect.poll(() => inspector.markedText()).toBe('{\n    "ключ": [1.0, 1E-5,\n      "\u{1f375}"]\n  }');
});

test.describe('the address', () => {
  test('always holds the document and the place, also at the defaults', async ({ inspector, page }) => {
    await openTeas(inspector);
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#v1&doc=\w+&at=%2Fdata%2F0$/);
    await inspector.treeItem(/^choices: /).click();
    await expect
      .poll(() => new URL(page.url()).hash)
      .toMatch(/^#v1&doc=\w+&at=%2Fprovider_responses%2F0%2Fchoices&pane=providers$/);
  });

  test('selects when its "at" changes, and keeps the selection when there is no such place', async ({
    inspector,
    page,
  }) => {
    await openTeas(inspector);
    const go = async (at: string) => {
      await page.evaluate((place) => {
        location.hash = location.hash.replace(/&at=[^&]*/, `&at=${encodeURIComponent(place)}`);
      }, at);
    };
    await go('/provider_responses/0/choices/2');
    await expectSelected(inspector, {
      pointer: '/provider_responses/0/choices/2',
      row: 3,
      item: /^2: \{4\}/,
      usage: 'Generation 3',
    });
    await go('/usage');
    await expectSelected(inspector, { pointer: '/usage', item: /^usage: \{3\}/, usage: 'Response usage' });
    await go('/nowhere/7');
    await expectSelected(inspector, { pointer: '/usage', item: /^usage: \{3\}/, usage: 'Response usage' });
  });

  test('that is broken opens the default view, after a reload too', async ({ inspector, page }) => {
    await openTeas(inspector);
    await inspector.row(3).click();
    await inspector.kept(1);
    for (const broken of ['#v1&doc=%zz&at=%E0%A4%A&pane=none&sort=-x,&sel=9-1,a&base=-', '#v9&at=%2Fdata%2F2', '#at']) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, broken);
      await expectSelected(inspector, firstGeneration);
      await inspector.row(3).click();
    }
    for (const at of ['nonsense', '/data/99', '/data/0/nowhere']) {
      await page.evaluate((place) => history.replaceState(null, '', `#v1&doc=%zz&at=${place}&tab=99`), at);
      await page.reload();
      await inspector.loaded();
      await expectSelected(inspector, firstGeneration);
    }
  });

  test('brings sort, filter, tab and comparison back after a reload', async ({ inspector, page }) => {
    await openTeas(inspector);
    await inspector.columnHead('Characters').click();
    await inspector.filterBox.fill('tea');
    await inspector.region('Generation').getByRole('tab', { name: 'JSON', exact: true }).click();
    await inspector.compareBox(1).check();
    await inspector.kept(1);
    await page.reload();
    await inspector.loaded();
    await expect(inspector.columnHead('Characters')).toHaveAttribute('aria-sort', 'ascending');
    await expect(inspector.filterBox).toHaveValue('tea');
    await expect(inspector.region('Generation').getByRole('tab', { name: 'JSON', exact: true })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await expect(inspector.compareBox(1)).toBeChecked();
    await expect(inspector.compareBox(0)).not.toBeChecked();
  });
});

test.describe('Back and Forward', () => {
  test('walk panes, not rows', async ({ inspector, page }) => {
    await openTeas(inspector);
    await inspector.row(1).click();
    await inspector.row(3).click();
    await inspector.treeItem(/^choices: /).click();
    await inspector.treeItem('object: "text_completion"').click();
    await inspector.usageRow('Response usage').getByRole('button', { name: 'Response usage', exact: true }).click();
    await page.goBack();
    await expectSelected(inspector, {
      pointer: '/provider_responses/0/object',
      item: 'object: "text_completion"',
      usage: 'Provider 0',
    });
    await page.goBack();
    await expectSelected(inspector, { pointer: '/data/3', row: 3, item: /^2: \{4\}/, usage: 'Generation 3' });
    await page.goForward();
    await expectSelected(inspector, {
      pointer: '/provider_responses/0/object',
      item: 'object: "text_completion"',
      usage: 'Provider 0',
    });
    await page.goForward();
    await expectSelected(inspector, { pointer: '/usage', item: /^usage: \{3\}/, usage: 'Response usage' });
  });

  test('walk documents, by the buttons of the page too', async ({ inspector, page }) => {
    await openTeas(inspector);
    await inspector.row(2).click();
    await inspector.openAs('stones.json', completionResponse({ samples: ['Granite'] }));
    await expect(inspector.outputText).toHaveText('Granite');
    await page.goBack();
    await expect(inspector.status).toContainText('teas.json: ');
    await expectSelected(inspector, { pointer: '/data/2', row: 2, item: /^3: \{4\}/, usage: 'Generation 2' });
    await inspector.button('Forward').click();
    await expect(inspector.status).toContainText('stones.json: ');
    await expect(inspector.outputText).toHaveText('Granite');
    await expect(inspector.button('Forward')).toBeDisabled();
    await inspector.button('Back').click();
    await expect(inspector.status).toContainText('teas.json: ');
    await expect(inspector.button('Back')).toBeDisabled();
  });

  test('pass over documents that were removed, and no step is without effect', async ({ inspector, page }) => {
    const stones = completionResponse({ samples: ['Granite'] });
    await openTeas(inspector);
    await inspector.row(2).click();
    await inspector.treeItem(/^choices: /).click();
    await inspector.openAs('granite.json', stones);
    await inspector.openAs('slate.json', stones);
    const remove = async (name: string) => {
      await inspector.openResponse(name).click();
      await expect(inspector.status).toContainText(`${name}: `);
      await inspector.region('Responses').getByRole('button', { name: 'Remove', exact: true }).click();
    };
    await remove('granite.json');
    await expect(inspector.status).toContainText('slate.json: ');
    await remove('slate.json');
    await expect(inspector.status).toContainText('teas.json: ');
    await expect(inspector.button('Forward')).toBeDisabled();
    await page.goBack();
    await expectSelected(inspector, { pointer: '/data/2', row: 2, item: /^3: \{4\}/, usage: 'Generation 2' });
    await expect(inspector.button('Back')).toBeDisabled();
    await page.goForward();
    await expect.poll(() => inspector.selectedPointer()).toBe('/provider_responses/0/choices');
  });
});
