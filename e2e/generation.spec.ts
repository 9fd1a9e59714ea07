// The selected generation in full: its output and every other part of it, on screen and copied.
import { readFile } from 'node:fs/promises';
import { completionResponse, hostileMark } from './fixtures/build.ts';
import { expect, test } from './inspector.ts';

const raw = '\n  First line\twith a tab  \n\nzero\u200bwidth, no\u00a0break and <b>markup</b>\r\nlast line \n';
const output = raw.trim();
const question = 'What is on the <desk>?\n\tName one thing.';
const response = JSON.stringify(
  completionResponse({ samples: [raw, 'Short.'], inputs: { question, count: 3, empty: '', nested: { a: [1, 2] } } }),
);

test.describe('of a completion', () => {
  test.beforeEach(async ({ inspector }) => {
    await inspector.visit();
    await inspector.openAs('response.json', response);
  });

  test('the output is shown and copied verbatim', async ({ inspector }) => {
    await expect.poll(() => inspector.outputText.textContent()).toBe(output);
    expect(await inspector.copyWith(inspector.button('Copy output'))).toBe(output);
    await inspector.row(1).click();
    await expect.poll(() => inspector.outputText.textContent()).toBe('Short.');
  });

  test('a person can mark the output and copy what is marked', async ({ inspector, page }) => {
    await expect(inspector.outputText).not.toBeEmpty();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await inspector.outputText.evaluate((element) => {
      getSelection()?.selectAllChildren(element);
      document.execCommand('copy');
    });
    await expect.poll(() => inspector.copied()).toBe(output);
  });

  test('long lines wrap or not, and the switch is remembered', async ({ inspector }) => {
    const wrap = inspector.region('Generation').getByRole('button', { name: 'Wrap lines', exact: true });
    await expect(wrap).toHaveAttribute('aria-pressed', 'true');
    await expect(inspector.outputText).toHaveCSS('white-space-collapse', 'preserve');
    await expect(inspector.outputText).toHaveCSS('text-wrap-mode', 'wrap');
    await wrap.click();
    await expect(wrap).toHaveAttribute('aria-pressed', 'false');
    await expect(inspector.outputText).toHaveCSS('text-wrap-mode', 'nowrap');
    await inspector.reload();
    await expect(inspector.outputText).toHaveCSS('text-wrap-mode', 'nowrap');
    await expect(wrap).toHaveAttribute('aria-pressed', 'false');
  });

  test('white space is drawn or not, what hides is drawn always, and the text stays the same', async ({
    inspector,
  }) => {
    const invisible = inspector
      .region('Generation')
      .getByRole('button', { name: 'Show invisible characters', exact: true });
    const drawn = () =>
      inspector.outputText.evaluate((element) =>
        [...element.querySelectorAll('*')]
          .map((part) => getComputedStyle(part, '::before').content.replace(/^"([^"]*)".*/, '$1'))
          .filter((content) => content !== 'none' && content !== '')
          .join(' '),
      );
    await expect(invisible).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(drawn).toBe('→ ·· ↵ ↵ ZWSP ° CR ↵');
    await expect.poll(() => inspector.outputText.textContent()).toBe(output);
    await invisible.click();
    await expect.poll(drawn).toBe('ZWSP');
    await expect.poll(() => inspector.outputText.textContent()).toBe(output);
    await inspector.reload();
    await expect(invisible).toHaveAttribute('aria-pressed', 'false');
    await expect.poll(drawn).toBe('ZWSP');
  });

  test('the facts are one line above the output, which opens to all of them and stays as it was left', async ({
    inspector,
  }) => {
    const generation = inspector.region('Generation');
    const facts = generation.getByRole('button', { name: 'Facts', exact: true });
    await expect(facts).toHaveAttribute('aria-expanded', 'false');
    await expect(generation.getByRole('tabpanel').getByRole('paragraph').first()).toHaveText(
      'stop·74 characters·certain',
    );
    await expect(generation.getByRole('term')).toHaveCount(0);
    const top = async () => (await inspector.outputText.boundingBox())?.y ?? 0;
    const folded = await top();
    await facts.press('Enter');
    await expect(facts).toHaveAttribute('aria-expanded', 'true');
    await expect(generation.getByRole('term')).toHaveText([
      'Finish reason',
      'Tokens',
      'Model config',
      'Link',
      'Raw output',
      'Issues',
    ]);
    await expect.poll(top).toBeGreaterThan(folded);
    await inspector.reload();
    await expect(facts).toHaveAttribute('aria-expanded', 'true');
    await facts.click();
    await expect(generation.getByRole('term')).toHaveCount(0);
    await expect.poll(top).toBe(folded);
  });

  test('the raw output marks what the strip removed', async ({ inspector, page }) => {
    const generation = inspector.region('Generation');
    await inspector.openFacts();
    await expect(generation).toContainText('3 leading and 2 trailing white-space characters stripped');
    const show = generation.getByRole('button', { name: 'Show raw output', exact: true });
    await show.click();
    await expect(show).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => page.getByTestId('raw-output-text').textContent()).toBe(raw);
    await expect
      .poll(() => page.getByTestId('raw-output-text').locator('mark').allTextContents())
      .toEqual(['\n  ', ' \n']);
    expect(await inspector.copyWith(inspector.button('Copy raw output'))).toBe(raw);
    await show.click();
    await expect.poll(() => inspector.outputText.textContent()).toBe(output);
    await inspector.row(1).click();
    await expect(generation).toContainText('identical');
    await expect(show).toHaveCount(0);
  });

  test('inputs are shown key by key and copied one by one or together', async ({ inspector }) => {
    await inspector.tab('Inputs').click();
    const panel = inspector.region('Generation').getByRole('tabpanel');
    for (const key of ['question', 'count', 'empty', 'nested']) {
      await expect(panel.getByRole('heading', { name: key, exact: true })).toBeVisible();
    }
    await expect.poll(() => panel.textContent()).toContain(question);
    await expect(panel).toContainText('empty text');
    expect(await inspector.copyWith(inspector.button('Copy question'))).toBe(question);
    expect(await inspector.copyWith(inspector.button('Copy count'))).toBe('3');
    expect(JSON.parse(await inspector.copyWith(inspector.button('Copy inputs')))).toEqual({
      question,
      count: 3,
      empty: '',
      nested: { a: [1, 2] },
    });
    await panel.getByRole('button', { name: 'question', exact: true }).click();
    await expect.poll(() => inspector.selectedPointer()).toBe('/data/0/inputs/question');
  });

  test('the JSON is just this generation, as it is written', async ({ inspector, page }) => {
    await inspector.tab('JSON').click();
    const written = JSON.stringify(JSON.parse(response).data[0]);
    await expect.poll(() => page.getByTestId('generation-json').textContent()).toBe(written);
    expect(await inspector.copyWith(inspector.button('Copy JSON'))).toBe(written);
    await inspector.row(1).click();
    await expect
      .poll(() => page.getByTestId('generation-json').textContent())
      .toBe(JSON.stringify(JSON.parse(response).data[1]));
  });

  test('the tab stays while the selection moves and comes back with the address', async ({ inspector, page }) => {
    await inspector.tab('Inputs').click();
    await inspector.row(1).click();
    await expect(inspector.tab('Inputs')).toHaveAttribute('aria-selected', 'true');
    await expect.poll(() => page.url()).toContain('tab=inputs');
    await inspector.reload();
    await expect(inspector.tab('Inputs')).toHaveAttribute('aria-selected', 'true');
    await expect(inspector.tab('Messages')).toHaveCount(0);
  });
});

test('messages of a chat and calls of tools are shown and copied', async ({ inspector }) => {
  const file = await readFile(new URL('../public/examples/tool-calls.json', import.meta.url), 'utf8');
  const [first] = JSON.parse(file).data;
  await inspector.visit();
  await inspector.openAs('response.json', file);

  await inspector.tab('Messages').click();
  const panel = inspector.region('Generation').getByRole('tabpanel');
  for (const [at, { role, content }] of first.messages.entries()) {
    await expect(panel.getByRole('heading', { name: role, exact: true }).first()).toBeVisible();
    await expect.poll(() => panel.textContent()).toContain(content);
    expect(await inspector.copyWith(inspector.button(`Copy message ${at}`))).toBe(content);
  }
  expect(JSON.parse(await inspector.copyWith(inspector.button('Copy messages')))).toEqual(first.messages);

  await inspector.tab('Tools').click();
  const [call] = first.tool_calls;
  const { name, arguments: written } = call.function;
  await expect(panel.getByRole('heading', { name, exact: true })).toBeVisible();
  await panel.getByRole('radio', { name: 'As written', exact: true }).check();
  await expect.poll(() => panel.textContent()).toContain(written);
  await panel.getByRole('radio', { name: 'Pretty', exact: true }).check();
  await expect.poll(() => panel.textContent()).toContain(JSON.stringify(JSON.parse(written), null, 2));
  expect(await inspector.copyWith(inspector.button(`Copy arguments of ${name}`))).toBe(written);
  expect(await inspector.copyWith(inspector.button('Copy tool calls and results'))).toBe(
    first.tool_calls.map((one: typeof call) => `${one.function.name}(${one.function.arguments})`).join('\n'),
  );
});

test('results of tools are shown, and arguments that are no JSON are said to be none', async ({ inspector }) => {
  const built = JSON.parse(JSON.stringify(completionResponse({ samples: ['Done.'] })));
  built.data[0].tool_results = [{ id: 'call_1', name: 'look', result: 'A <b>lamp</b>\n and a book.' }];
  built.data[0].tool_calls = [{ id: 'call_1', type: 'function', function: { name: 'look', arguments: '{"at": ' } }];
  await inspector.visit();
  await inspector.openAs('response.json', JSON.stringify(built));
  await inspector.tab('Tools').click();
  const panel = inspector.region('Generation').getByRole('tabpanel');
  await expect.poll(() => panel.textContent()).toContain('A <b>lamp</b>\n and a book.');
  await expect(panel).toContainText('arguments are not valid JSON');
  expect(await inspector.copyWith(inspector.button('Copy result of look'))).toBe('A <b>lamp</b>\n and a book.');
});

test('an output that is not a string is shown as it is written', async ({ inspector, page }) => {
  await inspector.visit();
  await inspector.openAs('number.json', response.replace('"output":"Short."', '"output":1.50e1'));
  await inspector.row(1).click();
  await expect(page.getByTestId('other-output')).toHaveText(['1.50e1']);
});

test('an output longer than 1 MB is shown in parts that say so, and Copy gives all of it', async ({ inspector }) => {
  const long = Array.from({ length: 30_000 }, (_, line) => `line ${line} of a text that is long, 🌿\n`)
    .join('')
    .trim();
  expect(long.length).toBeGreaterThan(1_000_000);
  await inspector.visit();
  await inspector.openAs('response.json', JSON.stringify(completionResponse({ samples: [long] })));
  const generation = inspector.region('Generation');
  await expect(generation).toContainText(
    /A long text: 1 to 200,000 of 1,\d{3},\d{3} code units are shown\. Copy gives all/,
  );
  await expect.poll(async () => (await inspector.outputText.textContent())?.length).toBeGreaterThanOrEqual(199_999);
  const first = (await inspector.outputText.textContent()) ?? '';
  expect(long.startsWith(first)).toBe(true);

  await generation.getByRole('button', { name: 'Show next part', exact: true }).click();
  await expect(generation).toContainText(/200,001 to 400,000/);
  await expect
    .poll(async () => long.slice(first.length).startsWith((await inspector.outputText.textContent()) || '–'))
    .toBe(true);
  expect(await inspector.copyWith(inspector.button('Copy output'))).toBe(long);
});

test('an output of just under 1 MB is whole on the page', async ({ inspector }) => {
  const long = `<img src=x onerror="window.${hostileMark}=1">\n`.repeat(20_000).trim();
  expect(long.length).toBeGreaterThan(900_000);
  expect(long.length).toBeLessThan(1_000_000);
  await inspector.visit();
  await inspector.openAs('response.json', JSON.stringify(completionResponse({ samples: [long] })));
  await expect.poll(async () => (await inspector.outputText.textContent()) === long).toBe(true);
});
