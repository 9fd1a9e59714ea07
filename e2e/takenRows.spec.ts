// What is taken of many responses is what is on screen: the rows and columns that are shown, in their order, under the names that a person gave, without
// the responses that they took out; read back by other programs.

import { parse } from 'csv-parse/sync';
import { exported, headsOf, onScreen, textOf } from './fixtures/taken.ts';
import { expect, type Inspector, test } from './inspector.ts';

/** Four calls of two prompts, two samples each. */
const calls = ['0.9', '0', '0.5', '1'].map((temperature, call) =>
  JSON.stringify({
    id: `r${call}`,
    data: [0, 1].map((index) => {
      const output = `${'leaf '.repeat(4 - call)}tea ${call}${index}`;
      const inputs = { kind: call % 2 === 0 ? 'tea' : 'town' };
      return {
        id: `g${call}${index}`,
        index,
        output,
        raw_output: output,
        inputs,
        model_config_id: 'c',
        finish_reason: 'stop',
      };
    }),
    provider_responses: [],
    provider_request: { model: 'tea-1', prompt: call % 2 === 0 ? 'Name a tea.' : 'Name a town.', temperature: 7 },
  }).replace('"temperature":7', `"temperature":${temperature}`),
);

/** The list of the responses: the third is called "=hot" and goes to the top, the second is taken out. */
async function arrangeResponses(inspector: Inspector): Promise<void> {
  const { page } = inspector;
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('combobox').fill('Show the open responses');
  await page.keyboard.press('Enter');
  const region = inspector.region('Responses');
  const list = region.getByRole('listbox', { name: 'Responses', exact: true });
  const names = list.getByRole('option');
  await expect(names).toHaveText([/^calls\.jsonl/, /^line 1/, /^line 2/, /^line 3/, /^line 4/]);
  await names.nth(3).click();
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '3');
  await list.press('F2');
  await region.getByRole('textbox', { name: 'New name', exact: true }).fill('=hot');
  await page.keyboard.press('Enter');
  await expect(names).toHaveText([/^calls\.jsonl/, /^line 1/, /^line 2/, /^=hot/, /^line 4/]);
  await list.press('Alt+ArrowUp');
  await expect(names).toHaveText([/^calls\.jsonl/, /^line 1/, /^=hot/, /^line 2/, /^line 4/]);
  await list.press('Alt+ArrowUp');
  await expect(names).toHaveText([/^calls\.jsonl/, /^=hot/, /^line 1/, /^line 2/, /^line 4/]);
  await names.nth(3).click();
  await expect(list.getByRole('option', { selected: true })).toHaveText([/^line 2/]);
  await list.press('Delete');
  await expect(names).toHaveText([/^calls\.jsonl/, /^=hot/, /^line 1/, /^line 4/]);
  await names.nth(0).click();
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '7');
}

test('what differs between the calls is taken in the order of the list, without what was taken out, under given names', async ({
  inspector,
  page,
}) => {
  await inspector.visit();
  await inspector.openAs('calls.jsonl', calls.join('\n'));
  await arrangeResponses(inspector);
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('combobox').fill('what differs between the calls');
  await page.keyboard.press('Enter');
  const grid = inspector.region('Calls').getByRole('grid', { name: 'Calls', exact: true });
  await expect(grid.getByRole('columnheader')).toHaveText(['Field', '=hot', 'line 1', 'line 4']);
  const [head, ...lines]: readonly (readonly string[])[] = parse(
    await textOf(await exported(inspector, 'Calls', 'Download CSV')),
  );
  expect(head).toEqual(['Field', `'=hot`, 'line 1', 'line 4']);
  expect(lines.slice(0, 4)).toEqual([
    ['prompt', '"Name a tea."', '"Name a tea."', '"Name a town."'],
    ['inputs.kind', '"tea"', '"tea"', '"town"'],
    ['temperature', '0.5', '0.9', '1'],
    ['Samples', '2', '2', '2'],
  ]);
  const markdown = await textOf(await exported(inspector, 'Calls', 'Download Markdown'));
  expect(markdown).toContain('3 fields of 3 calls differ');
  expect(markdown).toContain('| Field | =hot | line 1 | line 4 |');
  expect(markdown).toContain('| temperature | 0.5 | 0.9 | 1 |');
});

test('rows of many responses are taken as they are shown: filtered, sorted, regrouped, with columns hidden', async ({
  inspector,
  page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await inspector.visit();
  await inspector.openAs('calls.jsonl', calls.join('\n'));
  await arrangeResponses(inspector);

  /** The table in each form, against each other and the screen. */
  const readBack = async (): Promise<readonly (readonly string[])[]> => {
    const heads = await headsOf(inspector);
    const [head, ...rows]: readonly (readonly string[])[] = parse(
      await textOf(await exported(inspector, 'Generations', 'Download CSV')),
    );
    expect(head).toEqual(heads);
    const [, ...tabbed]: readonly (readonly string[])[] = parse(
      await textOf(await exported(inspector, 'Generations', 'Download TSV')),
      { delimiter: '\t' },
    );
    expect(tabbed).toEqual(rows);
    const lines = (await textOf(await exported(inspector, 'Generations', 'Download JSON Lines'))).trim().split('\n');
    const objects: readonly Readonly<Record<string, unknown>>[] = lines.map((line) => JSON.parse(line));
    // A beginning that all rows on screen share stands above them.
    const shown = (await onScreen(inspector)).map((row) => row.map((cell) => cell.replace(/^…/, '')));
    const names = ['Index', 'Response', 'Prompt', 'Output', 'Finish reason', 'Characters'];
    for (const name of names.filter((one) => heads.includes(one))) {
      const at = heads.indexOf(name);
      const cells = shown.map((row) =>
        name === 'Output' ? expect.stringMatching(new RegExp(`${row[at]}$`)) : row[at],
      );
      expect(objects.map((row) => String(row[name]))).toEqual(cells);
      expect(rows.map((row) => row[at]?.replace(/^'=/, '='))).toEqual(cells);
    }
    return rows.map((row) => [row[heads.indexOf('Response')] ?? '', row[heads.indexOf('Output')] ?? '']);
  };

  expect((await readBack()).map(([name]) => name)).toEqual([`'=hot`, `'=hot`, 'line 1', 'line 1', 'line 4', 'line 4']);
  const bar = page.getByRole('group', { name: 'Groups', exact: true });
  await bar.getByRole('button', { name: 'Group by', exact: true }).click();
  await page.getByRole('menuitemradio', { name: /^Response/ }).click();
  await bar.getByRole('button', { name: 'Next group', exact: true }).click();
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '3');
  expect(await readBack()).toHaveLength(2);
  await bar.getByRole('button', { name: 'All groups', exact: true }).click();
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '7');

  await inspector.filterBox.fill('0');
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '5');
  await inspector.columnHead('Characters').click();
  await expect(inspector.columnHead('Characters')).toHaveAttribute('aria-sort', 'ascending');
  await inspector.region('Generations').getByRole('button', { name: 'Columns', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Finish reason', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(inspector.columnHead('Finish reason')).toHaveCount(0);
  const rows = await readBack();
  expect(rows).toEqual([
    ['line 4', 'leaf tea 30'],
    [`'=hot`, 'leaf leaf tea 20'],
    ['line 1', 'leaf leaf leaf leaf tea 00'],
    ['line 1', 'leaf leaf leaf leaf tea 01'],
  ]);

  // By key: the chosen rows among those that are shown, in their order.
  await page.getByRole('checkbox', { name: 'Compare all generations', exact: true }).check();
  await inspector.row(1).click();
  await page.keyboard.press('ControlOrMeta+C');
  await expect(page.getByRole('complementary', { name: 'Notice', exact: true })).toContainText('4 chosen rows as TSV');
  const copied: readonly (readonly string[])[] = parse(await page.evaluate(() => navigator.clipboard.readText()), {
    delimiter: '\t',
  });
  // Beside a comparison the table has fewer columns.
  const output = (await headsOf(inspector)).indexOf('Output');
  expect(copied.map((row) => row[output])).toEqual(rows.map(([, text]) => text));
});
