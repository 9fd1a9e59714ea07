// Several responses as one: what was opened together or stands in one file is one table, and what differs between its calls stands beside what differs
// in the answers.

import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './inspector.ts';

const temperatures = ['0', '0.2', '0.4', '0.6', '0.7', '0.8', '1.0', '1.2', '1.5', '2'];

/** One call at a temperature: cold ones agree, warm ones do not. */
function call(temperature: string, at: number): string {
  const answer = (sample: number) => (at < 3 ? 'Green tea' : `Tea number ${at * 3 + sample}, ${'leaf '.repeat(at)}`);
  const outputs = [0, 1, 2].map(answer);
  return `{"id": "r${at}", "data": ${JSON.stringify(
    outputs.map((output, index) => ({
      id: `g${at}${index}`,
      index,
      output: output.trim(),
      raw_output: output,
      inputs: { kind: 'tea' },
      model_config_id: 'config_1',
      finish_reason: 'stop',
    })),
  )}, "provider_responses": [${JSON.stringify({
    object: 'text_completion',
    model: 'tea-1',
    choices: outputs.map((text, index) => ({ text, index, finish_reason: 'stop' })),
  })}], "provider_request": {"model": "tea-1", "temperature": ${temperature}, "prompt": "Name a tea."}}`;
}

const calls = temperatures.map(call);

const fileOf = (at: number) => ({
  name: `t${temperatures[at]}.json`,
  mimeType: 'application/json',
  buffer: Buffer.from(calls[at] ?? ''),
});

test('ten files at ten temperatures: one screen shows what differs, and a cell leads to its samples in Compare', async ({
  inspector,
  page,
}) => {
  await inspector.visit();
  await page.getByLabel('Open response files').setInputFiles(calls.map((_, at) => fileOf(at)));
  await inspector.loaded();
  const list = inspector.region('Responses');
  await expect(list.getByRole('option')).toHaveCount(10);
  await list.getByRole('button', { name: 'Compare responses', exact: true }).click();
  const region = inspector.region('Calls');
  const grid = region.getByRole('grid', { name: 'Calls', exact: true });
  await expect(grid.getByRole('rowheader')).toHaveText([
    'temperature',
    'Samples',
    'Distinct answers',
    'Agreement',
    'Characters, mean',
  ]);
  await expect(page.getByTestId('recognised')).toHaveText('10 files, 10 responses');
  await expect(inspector.status).toContainText('30 generations');
  await expect(region).toContainText('5 fields are the same in all');
  await expect(grid.getByRole('gridcell').filter({ hasText: /^1\.0$/ })).toHaveCount(1);

  await expect(inspector.grid.getByRole('columnheader', { name: 'Response', exact: true })).toBeVisible();
  await grid.getByRole('gridcell', { name: '0.4', exact: true }).click();
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '4');
  await expect(list.getByRole('option', { selected: true })).toHaveText([/^t0\.4\.json/]);
  await region.getByRole('button', { name: 'Show its place', exact: true }).click();
  await expect(inspector.region('Source').locator('mark').first()).toContainText('0.4');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  // What was put together stands in the set, and is listed by itself on demand.
  await expect(list.getByRole('option')).toHaveCount(11);
  await region.getByRole('button', { name: 'Compare the samples of 1 response', exact: true }).click();
  await expect(inspector.region('Compare')).toContainText('Green tea');

  await list.getByRole('button', { name: 'One table', exact: true }).click();
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '31');
});

test('of several selected entries one table is made, over exactly these', async ({ inspector, page }) => {
  await inspector.visit();
  await page.getByLabel('Open response files').setInputFiles([0, 4, 7, 9].map(fileOf));
  await inspector.loaded();
  const region = inspector.region('Responses');
  const list = region.getByRole('listbox', { name: 'Responses', exact: true });
  const options = list.getByRole('option');
  const selected = list.getByRole('option', { selected: true });
  await expect(options).toHaveText([/^t0\.json/, /^t0\.7\.json/, /^t1\.2\.json/, /^t2\.json/]);
  await options.nth(0).click();
  await options.nth(2).click({ modifiers: ['ControlOrMeta'] });
  await expect(selected).toHaveText([/^t0\.json/, /^t1\.2\.json/]);
  await expect(region).toContainText('2 selected');
  await region.getByRole('button', { name: 'One table', exact: true }).click();
  await expect(options).toHaveText([/^t0\.7\.json/, /^t2\.json/, /^2 together/, /^t0\.json/, /^t1\.2\.json/]);
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '7');
  await expect(selected).toHaveText([/^2 together/]);

  // By key: a response of it, and a document beside it.
  await list.press('End');
  await list.press('Enter');
  await expect(selected).toHaveText([/^t1\.2\.json/]);
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '4');
  await list.press('Home');
  await list.press('Space');
  await expect(selected).toHaveText([/^t0\.7\.json/, /^t1\.2\.json/]);
  await region.getByRole('button', { name: 'Compare responses', exact: true }).click();
  const calls = inspector.region('Calls').getByRole('grid', { name: 'Calls', exact: true });
  await expect(calls.getByRole('columnheader')).toHaveText(['Field', '2 together · t1.2.json', 't0.7.json']);
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '7');
  await expect(options).toHaveText([/^t2\.json/, /^2 together 2/, /^2 together · t1/, /^t0\.7/]);

  // A range of documents goes, and comes back, in one step.
  await options.nth(0).click();
  await expect(options).toHaveText([/^t2\.json/, /^2 together 2/]);
  await list.press('Shift+ArrowDown');
  await expect(selected).toHaveCount(2);
  await list.press('Delete');
  await expect(options).toHaveText([/^t0\.7\.json/, /^2 together/, /^t0\.json/, /^t1\.2\.json/]);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(options).toHaveText([/^t2\.json/, /^2 together 2/]);
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '4');
});

test('lines of JSONL are responses of one document, each linked by itself, and its source is the file', async ({
  inspector,
  page,
}) => {
  await inspector.visit();
  await inspector.openAs('calls.jsonl', `${calls.join('\n')}\n`);
  await inspector.loaded();
  await expect(page.getByTestId('recognised')).toContainText('JSONL');
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '31');
  await expect(inspector.status).toContainText('10 provider responses');
  await inspector.row(3).click();
  await expect(inspector.region('Generation')).toContainText('Green tea');
  await expect.poll(() => inspector.selectedPointer()).toBe('/data/3');
  // The fourth sample is the first of the second line.
  await expect(inspector.region('Source').locator('mark').first()).toContainText('"id":"g10"');
  await expect(inspector.region('Source')).toContainText('line 2, column');
});

const body = (texts: readonly string[]) => ({
  object: 'chat.completion',
  model: 'tea-1',
  choices: texts.map((content, index) => ({ index, message: { role: 'assistant', content }, finish_reason: 'stop' })),
});

test('bare bodies and responses with generations are rows of one table, in the order of the file', async ({
  inspector,
  page,
}) => {
  await inspector.visit();
  const lines = [JSON.stringify(body(['Rooibos', 'Chai'])), calls[0], JSON.stringify(body(['Oolong'])), calls[9]];
  await inspector.openAs('mixed.jsonl', lines.join('\n'));
  await inspector.loaded();
  await expect(inspector.status).toContainText('9 samples');
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '10');
  await expect(inspector.grid.getByRole('row').nth(1)).toContainText('Rooibos');
  await expect(inspector.grid.getByRole('row').nth(6)).toContainText('Oolong');
  await inspector.grid.getByRole('row').nth(6).click();
  await expect.poll(() => inspector.selectedPointer()).toBe('/provider_responses/2/choices/0');
  await expect(inspector.region('Source').locator('mark').first()).toContainText('Oolong');
  await inspector.grid.press('ArrowDown');
  await expect.poll(() => inspector.selectedPointer()).toBe('/data/3');
  await page.getByRole('searchbox', { name: 'Filter generations' }).fill('Chai');
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '2');
  await expect(inspector.grid.getByRole('row').nth(1)).toContainText('Chai');
});

test('how samples are grouped is said with its evidence, and changed in one step', async ({ inspector, page }) => {
  await inspector.visit();
  const log = readFileSync('e2e/fixtures/forms/tools/inspect-epochs.json', 'utf8');
  await inspector.openAs('run.json', log);
  await inspector.loaded();
  const bar = page.getByRole('group', { name: 'Groups', exact: true });
  const rule = bar.getByRole('button', { name: 'Group by', exact: true });
  await expect(rule).toHaveText('As recorded');
  await expect(page.getByTestId('group-evidence')).toContainText('epoch');
  const list = bar.getByRole('button', { name: 'Groups', exact: true });
  await expect(list).toHaveText('3 groups of 2 samples');
  await bar.getByRole('button', { name: 'Next group', exact: true }).click();
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '3');
  await expect(inspector.region('Generations').getByRole('button', { name: /^Compare 2 samples/ })).toBeVisible();
  await rule.click();
  await page.getByRole('menuitemradio', { name: /^Response/ }).click();
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '7');
  await expect(list).toHaveText('6 responses of 1 sample');
  await list.click();
  const groups = page.getByRole('listbox', { name: 'Groups', exact: true });
  await groups.getByRole('option').nth(4).click();
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '2');
  await bar.getByRole('button', { name: 'All groups', exact: true }).click();
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '7');
});

test('responses are sorted, moved, renamed and taken out, each taken back', async ({ inspector, page }) => {
  await inspector.visit();
  await inspector.openAs('calls.jsonl', [calls[9], calls[0], calls[4]].join('\n'));
  await inspector.loaded();
  const region = inspector.region('Responses');
  await page.getByRole('button', { name: 'Commands', exact: true }).click();
  await page.getByRole('combobox').fill('Show the open responses');
  await page.keyboard.press('Enter');
  const list = region.getByRole('listbox', { name: 'Responses', exact: true });
  const names = list.getByRole('option');
  await expect(names).toHaveText([/^calls\.jsonl/, /^line 1/, /^line 2/, /^line 3/]);
  await expect(names.nth(1)).toContainText('temperature 2');
  await region.getByRole('button', { name: 'Order of the responses', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Sort by temperature/ }).click();
  await expect(names).toHaveText([/^calls\.jsonl/, /^line 2/, /^line 3/, /^line 1/]);
  await expect(inspector.grid.getByRole('row').nth(1)).toContainText('line 2');
  await names.nth(3).click();
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '4');
  await list.focus();
  await list.press('Alt+ArrowUp');
  await expect(names).toHaveText([/^calls\.jsonl/, /^line 2/, /^line 1/, /^line 3/]);
  await list.press('F2');
  await region.getByRole('textbox', { name: 'New name', exact: true }).fill('hot');
  await page.keyboard.press('Enter');
  await expect(names).toHaveText([/^calls\.jsonl/, /^line 2/, /^hot/, /^line 3/]);
  await list.press('Delete');
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '7');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(names).toHaveText([/^calls\.jsonl/, /^line 2/, /^hot/, /^line 3/]);
});

test('samples of one response that were asked different things have a column for it, and are grouped by it', async ({
  inspector,
  page,
}) => {
  await inspector.visit();
  const kinds = ['tea', 'town', 'tea'];
  await inspector.openAs(
    'asked.json',
    JSON.stringify({ data: kinds.map((kind, index) => ({ index, output: `A ${kind}`, inputs: { kind } })) }),
  );
  await inspector.loaded();
  await expect(inspector.grid.getByRole('columnheader', { name: 'Prompt', exact: true })).toBeVisible();
  const rows = inspector.grid.getByRole('row');
  await expect(rows).toContainText(['Prompt', 'kind: tea', 'kind: town', 'kind: tea']);
  const bar = page.getByRole('group', { name: 'Groups', exact: true });
  await bar.getByRole('button', { name: 'Group by', exact: true }).click();
  await page.getByRole('menuitemradio', { name: /^Equal prompts/ }).click();
  await expect(rows).toContainText(['Prompt', 'kind: tea', 'kind: tea', 'kind: town']);
  await expect(bar).toContainText('guess');
  await bar.getByRole('button', { name: 'Next group', exact: true }).click();
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '3');
  await bar.getByRole('button', { name: 'Show prompt', exact: true }).click();
  await expect.poll(() => inspector.selectedPointer()).toBe('/data/0/inputs');
});
