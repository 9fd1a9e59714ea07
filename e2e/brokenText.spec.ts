// Responses that are broken: by syntax, or by the rules of their fields.
import { completionResponse } from './fixtures/build.ts';
import { expectStillOpen, teas } from './fixtures/refusals.ts';
import { expect, test } from './inspector.ts';

test.describe('a response with broken syntax', () => {
  const text = JSON.stringify(
    completionResponse({ samples: ['Green tea', 'Black tea', 'White tea', 'Red tea'] }),
    null,
    2,
  );
  // The comma behind the output of the third generation is missing.
  const broken = text.replace('"White tea",', '"White tea"');
  const line = broken.slice(0, broken.indexOf('"White tea"')).split('\n').length + 1;
  const column = 7;

  test('says where and why, and shows the lines around it with a caret', async ({ inspector }) => {
    expect(broken.split('\n')[line - 1]).toBe('      "raw_output": "White tea",');
    await inspector.visit();
    await inspector.openAs('teas.json', broken, 'failed');
    await expect(inspector.main).toHaveAttribute('aria-busy', 'false');
    await expect(inspector.alert).toContainText(`line ${line}, column ${column}`);
    await expect(inspector.alert).toContainText(/Expected a comma.*; found a double quote/);
    const frame = inspector.alert.getByRole('group', { name: `Lines around line ${line}` });
    const lines = ((await frame.textContent()) ?? '').split('\n');
    const at = lines.findIndex((one) => one.includes('"raw_output": "White tea",'));
    expect(lines[at]).toContain(String(line));
    expect(lines[at - 1]).toContain('"output": "White tea"');
    // Numbers stand in a column of their own, so that the caret is below the quote.
    expect(lines[at + 1]).toBe(`${' '.repeat(column - 1)}^`);
    await expect(frame.getByText('^')).toBeVisible();
    await expect(inspector.status).toHaveText('teas.json: not valid JSON: 2 generations before the error are whole');
  });

  test('keeps what is whole in the panes', async ({ inspector, page }) => {
    await inspector.visit();
    await inspector.openAs('teas.json', broken, 'failed');
    await expect(inspector.row(0)).toContainText('Green tea');
    await expect(inspector.row(1)).toContainText('Black tea');
    await expect(inspector.row(2)).toContainText(`broken at line ${line}`);
    await page.getByRole('button', { name: /^Go on with 2 generations/ }).click();
    await inspector.row(1).click();
    await expect(inspector.outputText).toHaveText('Black tea');
    await expect(inspector.main).toHaveAttribute('data-load', 'failed');
    await inspector.row(0).click();
    await expect(inspector.outputText).toHaveText('Green tea');
    await expect.poll(() => inspector.markedText()).toContain('"output": "Green tea"');
  });

  test('goes back into the box with the caret at the error, and opens once it is mended', async ({
    inspector,
    page,
  }) => {
    await inspector.visit();
    await inspector.openAs('teas.json', broken, 'failed');
    await inspector.button('Edit the text').click();
    await expect(inspector.textBox).toHaveValue(broken);
    await expect(inspector.textBox).toBeFocused();
    const caret = () => inspector.textBox.evaluate((box: HTMLTextAreaElement) => box.selectionStart);
    await expect.poll(async () => broken.slice(await caret()).startsWith('"raw_output": "White tea"')).toBe(true);
    expect(
      broken
        .slice(0, await caret())
        .split('\n')
        .at(-1),
    ).toBe(' '.repeat(column - 1));
    // A person types what is missing.
    await page.keyboard.type(',');
    await inspector.button('Inspect').click();
    await inspector.loaded();
    await expect(inspector.status).toContainText('4 generations, 4 distinct, 1 provider response');
    await expect(inspector.alert).toHaveCount(0);
  });

  test('leaves the response that was open before in the list', async ({ inspector }) => {
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    await inspector.openAs('torn.json', broken, 'failed');
    await expect(inspector.openResponses).toHaveCount(2);
    await expect(inspector.openResponse('torn.json')).toContainText(`broken at line ${line}`);
    await expectStillOpen(inspector);
    await inspector.openResponse('torn.json').click();
    await expect(inspector.alert).toContainText(`line ${line}, column ${column}`);
  });

  test('pasted and cut off in the middle opens with what is whole', async ({ inspector }) => {
    await inspector.visit();
    await inspector.textBox.focus();
    await inspector.paste(text.slice(0, text.indexOf('Red tea')));
    await inspector.loaded('failed');
    await expect(inspector.alert).toContainText('line ');
    await expect(inspector.row(2)).toContainText('White tea');
    await expect(inspector.status).toHaveText('pasted text: not valid JSON: 3 generations before the error are whole');
  });

  test('that breaks before its lists does not open, and its text stays in the box', async ({ inspector }) => {
    const early = text.replace('"project_id":', '"project_id"');
    await inspector.visit();
    await inspector.textBox.focus();
    await inspector.paste(early);
    await inspector.loaded('failed');
    await expect(inspector.alert).toContainText('line 2, column 16');
    await expect(inspector.textBox).toHaveValue(early);
    await expect(inspector.button('Open as plain JSON')).toHaveCount(0);
  });
});

test('a response that breaks the rules of its fields opens and lists what is wrong', async ({ inspector }) => {
  await inspector.visit();
  await inspector.openAs('odd.json', { data: [{ output: 5 }, 'text'], provider_responses: {} });
  await expect(inspector.status).toContainText('odd.json: 2 generations, ');
  await expect(inspector.issue('error')).not.toHaveCount(0);
  await expect(inspector.grid.getByRole('row')).toHaveCount(3);
});
