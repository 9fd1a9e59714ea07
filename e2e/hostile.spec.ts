// A response that attacks whoever shows it, in every pane: nothing of it runs, nothing becomes markup, nothing breaks.
import type { Page } from 'playwright/test';
import { completionResponse, hostileMark, hostileResponse } from './fixtures/build.ts';
import { expect, type Inspector, test } from './inspector.ts';

const text = hostileResponse();
const outputs: readonly string[] = JSON.parse(text.replace(/"deep":\[+\]+,/, '')).data.map(
  ({ output }: { readonly output: string }) => output,
);
const dialogs = new WeakMap<Page, number>();

/** What would have happened if a string of the response had been taken for code, for markup or for a key of an object. */
async function expectHarmless(inspector: Inspector): Promise<void> {
  const harm = await inspector.page.evaluate((mark) => {
    const own = new Set(['http:', 'https:']);
    const addresses = [...document.querySelectorAll('[href], [src], [action], [formaction], [data], [srcset]')].filter(
      (element) => !element.matches('head *') && !element.matches('svg use'),
    );
    const handlers = [...document.querySelectorAll('*')].filter((element) =>
      element.getAttributeNames().some((name) => name.startsWith('on')),
    );
    return {
      ran: mark in window,
      polluted: 'polluted' in {},
      made: [...document.querySelectorAll('body :is(a, img, iframe, object, embed, form, base, style, details)')].map(
        (element) => element.outerHTML.slice(0, 100),
      ),
      scripts: [...document.querySelectorAll('body script')].filter(
        (script) => !own.has(new URL((script as HTMLScriptElement).src || 'none:').protocol),
      ).length,
      addresses: addresses.filter((element) => element.localName !== 'script').length,
      handlers: handlers.length,
      frames: window.length,
    };
  }, hostileMark);
  expect(harm).toEqual({ ran: false, polluted: false, made: [], scripts: 0, addresses: 0, handlers: 0, frames: 0 });
  expect(dialogs.get(inspector.page) ?? 0).toBe(0);
  await expect(inspector.banner).toBeVisible();
  await expect(inspector.alert).toHaveCount(0);
}

/** The marks that are drawn for characters that cannot be seen, in order. */
async function drawnMarks(inspector: Inspector): Promise<string> {
  return await inspector.outputText.evaluate((element) =>
    [...element.querySelectorAll('*')]
      .map((part) => getComputedStyle(part, '::before').content.replace(/^"([^"]*)".*/, '$1'))
      .filter((content) => content !== 'none' && content !== '')
      .join(' '),
  );
}

test.describe('the hostile response', () => {
  test.beforeEach(async ({ inspector, page }) => {
    page.on('dialog', (dialog) => {
      dialogs.set(page, (dialogs.get(page) ?? 0) + 1);
      void dialog.dismiss();
    });
    await inspector.visit();
    await inspector.openAs('response.json', text);
    await expect(inspector.row(0)).toBeVisible();
  });

  test('is shown verbatim and does nothing', async ({ inspector }) => {
    await expect(inspector.status).toContainText('8 generations');
    for (const [position, output] of outputs.entries()) {
      await inspector.row(position).click();
      if (output.length > 1_000_000) {
        await expect(inspector.region('Generation')).toContainText('Copy gives all of it');
        await expect.poll(async () => output.startsWith((await inspector.outputText.textContent()) || '–')).toBe(true);
      } else {
        await expect.poll(() => inspector.outputText.textContent()).toBe(output);
      }
    }
    await expectHarmless(inspector);
  });

  test('has its invisible characters drawn, and they reorder nothing outside of their own', async ({ inspector }) => {
    await inspector.row(2).click();
    await expect.poll(() => inspector.outputText.textContent()).toBe(outputs[2]);
    await expect.poll(() => drawnMarks(inspector)).toBe('RLO PDF LRI PDI RLM LRM ZWSP WJ BOM');
    await inspector.row(3).click();
    await expect.poll(() => drawnMarks(inspector)).toBe('ESC ESC ESC BEL ESC BEL ESC 9B');
    await inspector.row(4).click();
    await expect.poll(() => drawnMarks(inspector)).toBe('NUL D83D');
    // They are drawn also where nobody asked for white space to be.
    await inspector
      .region('Generation')
      .getByRole('button', { name: 'Show invisible characters', exact: true })
      .click();
    await expect.poll(() => drawnMarks(inspector)).toBe('NUL D83D');
    // The override is shut in a box of its own: what follows it is drawn to the right of what comes before.
    await inspector.row(2).click();
    await expect.poll(() => inspector.outputText.textContent()).toBe(outputs[2]);
    const places = await inspector.outputText.evaluate((element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      const found: Record<string, number> = {};
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const word of ['abc', 'txt', 'exe']) {
          const at = (node.textContent ?? '').indexOf(word);
          if (at < 0) continue;
          range.setStart(node, at);
          range.setEnd(node, at + word.length);
          found[word] = range.getBoundingClientRect().left;
        }
      }
      return found;
    });
    expect(places.abc).toBeLessThan(places.txt ?? 0);
    expect(places.txt).toBeLessThan(places.exe ?? 0);
  });

  test('does nothing in any tab of the generation', async ({ inspector, page }) => {
    for (const name of ['Inputs', 'Tools', 'JSON']) {
      await inspector.tab(name).click();
      for (const position of [0, 1, 3, 7]) {
        await inspector.row(position).click();
        if (name === 'JSON') {
          await expect.poll(() => page.getByTestId('generation-json').textContent()).toContain(`"index":${position}`);
        }
      }
      if (name === 'Inputs') {
        const panel = inspector.region('Generation').getByRole('tabpanel');
        for (const key of ['__proto__', '<b>key</b>']) {
          await expect(panel.getByRole('heading', { name: key, exact: true })).toBeVisible();
        }
        await expect(panel).toContainText('onerror=');
      }
      await expectHarmless(inspector);
    }
  });

  test('does nothing in the table, the fields, the tree, the usage, the issues and the source', async ({
    inspector,
  }) => {
    await expect(inspector.row(0)).toContainText('<script>');
    await inspector.main.getByRole('button', { name: /num_samples/ }).click();
    const fields = inspector.region('Response fields');
    for (const words of ['<script>', 'onerror=', 'javascript:']) await expect(fields).toContainText(words);
    await expectHarmless(inspector);

    await fields.getByRole('button', { name: /^"javascript:/ }).click();
    await expect.poll(() => inspector.selectedPointer()).toBe('/session_id');
    await expect(inspector.marks.first()).toContainText('javascript:');
    await expectHarmless(inspector);
    await inspector.button('Close response fields').click();

    const filter = inspector.filterBox;
    await filter.fill('<script>');
    await expect(inspector.grid).toHaveAttribute('aria-rowcount', '2');
    await filter.fill('');
    for (const name of ['Token usage', 'Issues', 'Provider responses'] as const) {
      await expect(inspector.region(name)).not.toBeEmpty();
    }
    await inspector.region('Issues').getByRole('button', { name: 'Show', exact: true }).first().click();
    await inspector.tree
      .getByRole('treeitem', { name: /^text: / })
      .first()
      .hover();
    await expectHarmless(inspector);
  });

  test('does nothing in the comparison', async ({ inspector, page }) => {
    await page.getByRole('checkbox', { name: 'Compare all generations', exact: true }).check();
    await inspector.tab('Aligned').click();
    await expect(inspector.compared('\\d+')).toHaveCount(8);
    for (const position of [0, 1, 2, 3, 4, 7]) {
      await expect
        .poll(async () => (await inspector.compared(position).textContent())?.endsWith(outputs[position] ?? '–'))
        .toBe(true);
    }
    await expect(inspector.region('Compare').getByText(/^\d+ differences?$/)).toBeVisible();
    await page.keyboard.press('n');
    await expectHarmless(inspector);
  });

  test('comes back after a reload and does nothing', async ({ inspector }) => {
    await inspector.row(1).click();
    await inspector.reload();
    await expect.poll(() => inspector.outputText.textContent()).toBe(outputs[1]);
    await expectHarmless(inspector);
  });

  test('shows its key __proto__ in the tree, as any other', async ({ inspector, page }) => {
    await inspector.tree.getByRole('treeitem', { name: 'data: [8]', exact: true }).click();
    await page.keyboard.press('Shift+ArrowRight');
    const data = inspector.tree.getByRole('treeitem', { name: 'data: [8]', exact: true });
    await expect(data).toHaveAttribute('aria-expanded', 'true');
    const before = ['0', 'id', 'index', 'output', 'raw_output', 'inputs', '__proto__'];
    for (const key of before) {
      await page.keyboard.press('ArrowDown');
      await expect(inspector.activeTreeItem).toHaveAccessibleName(new RegExp(`^${key}: `));
    }
    await page.keyboard.press('Enter');
    await expect.poll(() => inspector.selectedPointer()).toBe('/data/0/inputs/__proto__');
    await page.keyboard.press('ArrowDown');
    await expect(inspector.activeTreeItem).toHaveAccessibleName('polluted: true');
    await expectHarmless(inspector);
  });

  test('opens its 100,000 levels in the tree, as many at once as can be shown', async ({ inspector, page }) => {
    await inspector.main.getByRole('button', { name: /num_samples/ }).click();
    await inspector
      .region('Response fields')
      .getByRole('button', { name: /^\{"deep"/ })
      .click();
    await expect.poll(() => inspector.selectedPointer()).toBe('/metadata');
    await inspector.tree.focus();
    await expect(inspector.activeTreeItem).toHaveAccessibleName(/^metadata: /);
    await page.keyboard.press('ArrowRight');
    await expect(inspector.activeTreeItem).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('ArrowRight');
    await expect(inspector.activeTreeItem).toHaveAccessibleName('deep: [1]');
    await page.keyboard.press('Shift+ArrowRight');
    await expect(inspector.region('Provider responses')).toContainText(/200 rows opened\. .*open the rest row by row/);
    await page.keyboard.press('End');
    await expect(inspector.activeTreeItem).toHaveAccessibleName('~1/~0: "pointer escapes"');
    await expect(inspector.tree.getByRole('treeitem', { name: ': "empty key"', exact: true })).toBeVisible();
    await expect(inspector.tree.getByRole('treeitem', { name: '0: [1]', exact: true }).last()).toHaveAttribute(
      'aria-level',
      '202',
    );
    await expectHarmless(inspector);
  });
});

test('100,000 levels can be opened on and on', async ({ inspector, page }) => {
  await inspector.visit();
  await inspector.inspect(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  await inspector.button('Open as plain JSON').click();
  await inspector.loaded();
  await inspector.tree.focus();
  for (const level of ['1', '201', '401']) {
    await page.keyboard.press('End');
    await expect(inspector.activeTreeItem).toHaveAttribute('aria-level', level);
    await page.keyboard.press('Shift+ArrowRight');
    // The levels are asked for one after the other: it takes a while on a busy machine.
    await expect(inspector.activeTreeItem).toHaveAttribute('aria-expanded', 'true', { timeout: 15_000 });
  }
  await page.keyboard.press('Enter');
  await expect.poll(() => inspector.selectedPointer()).toBe('/0'.repeat(401));
  await expect(inspector.marks.first()).toBeVisible();
});

test('1 MB on one line, without a place to break it, is shown whole', async ({ inspector, page }) => {
  const line = 'x'.repeat(950_000);
  await inspector.visit();
  await inspector.openAs('response.json', JSON.stringify(completionResponse({ samples: [line, 'short'] })));
  await expect(inspector.row(0)).toContainText('950,000');
  await expect.poll(async () => (await inspector.outputText.textContent()) === line).toBe(true);
  await inspector.region('Generation').getByRole('button', { name: 'Wrap lines', exact: true }).click();
  await expect.poll(async () => (await inspector.outputText.textContent()) === line).toBe(true);
  await expect(inspector.marks.first()).toContainText('"output":"xxx');
  await inspector.filterBox.fill('xxx');
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '2');
  await page.keyboard.press('Escape');
  for (const label of [0, 1]) await inspector.compareBox(label).click();
  await expect.poll(async () => (await inspector.compared(0).textContent())?.endsWith(line)).toBe(true);
  await expect(inspector.compared(0)).toContainText('Too long to be aligned: shown without marks.');
});
