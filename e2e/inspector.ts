// The page as a person meets it: what they do with its parts (`pageParts.ts`), and a `test` that fails a journey on anything that must never
// happen (`watch.ts`). Knows no internals.
import { readFileSync } from 'node:fs';
import { test as base, expect, type Locator } from 'playwright/test';
import { PageParts } from './pageParts.ts';
import { type Site, startSite } from './site.ts';
import type { PageState } from './states/states.ts';
import { Watch, watchContext } from './watch.ts';

export { expect };

interface Example {
  readonly file: string;
  readonly title: string;
}

const examples: readonly Example[] = JSON.parse(
  readFileSync(new URL('../public/examples/index.json', import.meta.url), 'utf8'),
);

/** From this width on all panes stand beside each other. */
const wideFrom = 1200;

/** The page object: its parts, and what a person does with them. */
export class Inspector extends PageParts {
  /** Opens the start page and waits until it listens to drops, pastes and keys: that begins together with the focus in the box. */
  async visit(): Promise<void> {
    await this.page.goto('/');
    await expect(this.banner).toBeVisible();
    await expect(this.textBox).toBeFocused();
  }

  /** Opens one response through the file input and waits until it is read. */
  async openAs(name: string, response: object | string, outcome: 'complete' | 'failed' = 'complete'): Promise<void> {
    await this.pickFiles({ name, text: typeof response === 'string' ? response : JSON.stringify(response, null, 2) });
    await expect(this.status).toContainText(`${name}: `);
    await this.loaded(outcome);
    if (outcome === 'complete') await this.arranged();
  }

  /** Waits until the last pane is there: they come one by one, and until then keys find fewer of them and answers may still move things. */
  async arranged(): Promise<void> {
    await expect(this.region('Generations').or(this.region('Compare')).first()).toBeVisible();
    if ((this.page.viewportSize()?.width ?? wideFrom) < wideFrom) return;
    await expect(this.region('Issues').or(this.region('Compare')).first()).toBeVisible();
  }

  /** Opens the start page and brings it into one of the states of the list. */
  async bringAbout({ documents, load, tab, presses = [], typed }: PageState): Promise<void> {
    if (load === 'loading') await this.holdReading();
    await this.visit();
    for (const { name, text } of documents) {
      await this.pickFiles({ name, text: text() });
      if (load === 'loading') await expect(this.progress).toBeVisible();
      else await this.loaded(load === 'idle' ? 'complete' : load);
    }
    if (load === 'complete') await this.arranged();
    if (tab !== undefined) await this.tab(tab).click();
    for (const name of presses) {
      const labelled = this.page.locator(`[aria-label="${name}"]:is(button, input, [role="option"])`);
      await labelled.or(this.tab(name)).or(this.button(name)).first().click();
    }
    if (typed !== undefined) {
      await expect(this.page.locator('input:focus')).toBeVisible();
      await this.page.keyboard.type(typed);
    }
  }

  /** Opens the line of facts above the output to all that is known of the generation; it stays open. */
  async openFacts(): Promise<void> {
    await this.region('Generation').getByRole('button', { name: 'Facts', exact: true }).click();
    await expect(this.region('Generation').getByRole('term').first()).toBeVisible();
  }

  /** From now on Compare opens on this tab whatever the answers are, as for a person who chose it before. Call it before the page is opened. */
  async prefersTab(tab: 'aligned'): Promise<void> {
    await this.page.addInitScript((wanted) => {
      const key = 'completion-inspector.preferences.v1';
      const kinds = ['json', 'calls', 'labels', 'pair', 'prose'];
      if (location.protocol !== 'http:' || localStorage.getItem(key) !== null) return;
      const comparisonTabs = Object.fromEntries(kinds.map((kind) => [kind, wanted]));
      localStorage.setItem(key, JSON.stringify({ comparisonTabs }));
    }, tab);
  }

  /** Chooses all generations, goes to Aligned and waits until they stand in their order, the most typical one first. */
  async compareAll(): Promise<void> {
    await this.page.getByRole('checkbox', { name: 'Compare all generations', exact: true }).check();
    await this.tab('Aligned').click();
    await this.ordered();
  }

  /** Waits until it is known which of the compared generations is the most typical; only then they stop changing places. */
  async ordered(): Promise<void> {
    await expect(this.button('Baseline')).toContainText('most typical');
  }

  /** Drops files or folders of this machine on the page, as the browser itself does it. */
  async dropPaths(...paths: readonly string[]): Promise<void> {
    const client = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files: [...paths], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await client.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
    }
    await client.detach();
  }

  /**
   * From now on documents wait before they are read, as very large ones do, until the returned function is called. Call it before the
   * page is opened.
   */
  async holdReading(): Promise<() => void> {
    return await this.#hold(/\/documentWorker[^/]*\.js$/);
  }

  /** As `holdReading`, for the code of the panes: a slow network. */
  async holdPanes(): Promise<() => void> {
    return await this.#hold(/\/WorkArea[^/]*\.js$/);
  }

  /** As `holdReading`, for the code of the menus. */
  async holdMenus(): Promise<() => void> {
    return await this.#hold(/\/MenuPopover[^/]*\.js$/);
  }

  /** As `holdReading`, for what is compared: work that takes long. */
  async holdTasks(): Promise<() => void> {
    return await this.#hold(/\/taskWorker[^/]*\.js$/);
  }

  /**
   * From now on the next document stops telling the page of itself behind its first rows, until the returned function is called. Call it when the
   * page is open.
   */
  async holdAfterFirstRows(): Promise<() => Promise<void>> {
    await expect.poll(() => this.page.workers().length).toBe(1);
    const [worker] = this.page.workers();
    await worker?.evaluate(() => {
      const post = self.postMessage.bind(self);
      const held: unknown[] = [];
      let isHeld = false;
      self.postMessage = (message: { readonly event?: { readonly type: string } }) => {
        if (isHeld && message.event !== undefined) held.push(message);
        else post(message);
        if (message.event?.type === 'skimmed') isHeld = true;
      };
      addEventListener('release', () => {
        isHeld = false;
        for (const message of held.splice(0)) post(message);
        self.postMessage = post;
      });
    });
    return async () => {
      await worker?.evaluate(() => dispatchEvent(new Event('release')));
    };
  }

  async #hold(address: RegExp): Promise<() => void> {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await this.page.route(address, async (route) => {
      await released;
      await route.continue();
    });
    return release;
  }

  /** Resolves when the browser keeps this number of documents for a reload, with their stars and notes; nothing on the page says so. */
  async kept(count: number): Promise<void> {
    await expect.poll(async () => (await this.#keptNames()).length).toBe(count);
  }

  /** As `kept`, for the document that was renamed last. */
  async keptAs(name: string): Promise<void> {
    await expect.poll(() => this.#keptNames()).toContain(name);
  }

  async #keptNames(): Promise<readonly string[]> {
    return await this.page.evaluate(
      () =>
        new Promise<readonly string[]>((resolve) => {
          const opening = indexedDB.open('completion-inspector');
          opening.onupgradeneeded = () => opening.transaction?.abort();
          opening.onerror = () => resolve([]);
          opening.onsuccess = () => {
            const database = opening.result;
            // Of both stores: reading then waits for whatever is being written.
            const reading = database.transaction(['documents', 'marks']).objectStore('documents').getAll();
            reading.onsuccess = () => {
              database.close();
              resolve(reading.result.map(({ name }) => name));
            };
          };
        }),
    );
  }

  /** Loads the page again once it has kept its one open document, which must come back. */
  async reload(): Promise<void> {
    await this.kept(1);
    await this.page.reload();
    await this.loaded();
    await this.arranged();
  }

  /** Waits until the load under way has ended in this way and is drawn. */
  async loaded(outcome: 'complete' | 'failed' = 'complete'): Promise<void> {
    // Large ones take a while on a busy machine.
    await expect(this.main).toHaveAttribute('data-load', outcome, { timeout: 20_000 });
    await expect(this.main).toHaveAttribute('aria-busy', 'false');
  }

  /** Puts the text on the clipboard and presses the keys for pasting, wherever the focus is. */
  async paste(text: string): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.page.keyboard.press('ControlOrMeta+V');
  }

  /** Types nothing: sets the box's text and presses "Inspect". */
  async inspect(text: string): Promise<void> {
    await this.textBox.fill(text);
    await this.button('Inspect').click();
  }

  async pickFiles(...files: readonly { readonly name: string; readonly text: string }[]): Promise<void> {
    await this.fileInput.setInputFiles(
      files.map(({ name, text }) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) })),
    );
  }

  /** Opens an example from the menu in the top bar, by what its title begins with, and waits until it is loaded. */
  async openExample(title: string): Promise<void> {
    await this.banner.getByRole('button', { name: 'Examples', exact: true }).click();
    await this.menuItem(title).click();
    const example = examples.find((one) => one.title.startsWith(title));
    await expect(this.status).toContainText(`${example?.file}: `);
    await this.loaded();
    await this.arranged();
  }

  /** The text on the clipboard. */
  async copied(): Promise<string> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    return await this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Empties the clipboard, presses the button and waits for what it copies. */
  async copyWith(button: Locator): Promise<string> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate(() => navigator.clipboard.writeText('nothing was copied'));
    await button.click();
    await expect.poll(() => this.copied()).not.toBe('nothing was copied');
    return await this.copied();
  }
}

interface JourneyFixtures {
  readonly inspector: Inspector;
  readonly watch: Watch;
}

interface WorkerFixtures {
  /** The built site, served by the project's command; one per worker. */
  readonly site: Site;
}

export const test = base.extend<JourneyFixtures, WorkerFixtures>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures that are needed from this pattern
    async ({}, use) => {
      const site = await startSite();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => {
    await use(site.origin);
  },
  watch: [
    async ({ context, baseURL }, use) => {
      const watch = new Watch();
      await watchContext(context, baseURL ?? '', watch);
      await use(watch);
      // What a worker says on its console may be on its way still.
      await expect.poll(() => watch.verdict().missing, 'what the journey expects to be refused is refused').toEqual([]);
      expect(watch.verdict().unexpected, 'nothing goes wrong unseen').toEqual([]);
    },
    { auto: true },
  ],
  inspector: async ({ page }, use) => {
    await use(new Inspector(page));
  },
});
