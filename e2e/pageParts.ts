// The parts of the page by role and name, as a person meets them. Knows no internals, and does nothing by itself.

import type { Locator, Page } from 'playwright/test';

export type RegionName =
  | 'Responses'
  | 'Response fields'
  | 'Calls'
  | 'Generations'
  | 'Generation'
  | 'Compare'
  | 'Provider responses'
  | 'Token usage'
  | 'Issues'
  | 'Source';

/** Locators are made when asked for and wait by themselves. */
export class PageParts {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get banner(): Locator {
    return this.page.getByRole('banner');
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }

  get status(): Locator {
    return this.page.getByRole('status');
  }

  get alert(): Locator {
    return this.page.getByRole('alert');
  }

  get textBox(): Locator {
    return this.page.getByRole('textbox', { name: 'Response text', exact: true });
  }

  get fileInput(): Locator {
    return this.page.getByLabel('Open response files', { exact: true });
  }

  region(name: RegionName): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** What was changed and left out of the input; its text is there before it is opened. */
  get howRead(): Locator {
    return this.page.locator('[role="note"][aria-label="How this was read"]');
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: 'Generations', exact: true });
  }

  /** A row by its place on screen, 0 for the first displayed generation; it must be scrolled into view. */
  row(position: number): Locator {
    return this.grid.locator(`[role="row"][aria-rowindex="${position + 2}"]`);
  }

  compareBox(index: number): Locator {
    return this.page.getByRole('checkbox', { name: `Compare generation ${index}`, exact: true });
  }

  get tree(): Locator {
    return this.page.getByRole('tree', { name: 'Provider responses', exact: true });
  }

  /** The item of the tree that the keys are at. */
  get activeTreeItem(): Locator {
    return this.tree.locator('[role="treeitem"][data-active]');
  }

  get outputText(): Locator {
    return this.page.getByTestId('output-text');
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name, exact: true });
  }

  /** The column of the comparison that a generation stands in, by its label, with all that say the same; the baseline says so in its name. */
  compared(label: string | number): Locator {
    const name = new RegExp(`^Generations? (?:.*, )?${label}(?:, .*| and .*)?$`);
    return this.region('Compare').getByRole('group', { name });
  }

  /** An item of a menu that is open, by the words it begins with. */
  menuItem(name: string): Locator {
    const begin = new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
    return this.page.getByRole('menu').locator('[role^="menuitem"]').filter({ hasText: begin });
  }

  /** The selected pointer, as the address of the page has it. */
  async selectedPointer(): Promise<string | undefined> {
    const hash = await this.page.evaluate(() => location.hash);
    const at = /[#&]at=([^&]*)/.exec(hash)?.[1];
    return at === undefined ? undefined : decodeURIComponent(at);
  }

  get selectedRow(): Locator {
    return this.grid.getByRole('row', { selected: true });
  }

  get columnHeads(): Locator {
    return this.grid.getByRole('columnheader');
  }

  columnHead(name: string): Locator {
    return this.grid.getByRole('columnheader', { name, exact: true });
  }

  get filterBox(): Locator {
    return this.page.getByRole('searchbox', { name: 'Filter generations', exact: true });
  }

  /** An item of the tree by what it says: `key: value`. */
  treeItem(name: string | RegExp): Locator {
    return this.tree.getByRole('treeitem', { name, exact: true });
  }

  get selectedTreeItem(): Locator {
    return this.tree.getByRole('treeitem', { selected: true });
  }

  /** The rows of the table of token usage that have this in the column "Source". */
  usageRow(source: string): Locator {
    return this.page
      .getByRole('table', { name: 'Token usage', exact: true })
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: source, exact: true }) });
  }

  /** The items of the list of issues that hold this text. */
  issue(text: string | RegExp): Locator {
    return this.page.getByRole('list', { name: 'Issues', exact: true }).getByRole('listitem').filter({ hasText: text });
  }

  /**
   * What is marked in the source, one element per line. Those of the selection before stay until the next is known: compare their texts as a list,
   * also a list of one, because a single text fails at once where there are several.
   */
  get marks(): Locator {
    return this.region('Source').locator('mark');
  }

  /** The marked text; lines out of view are not in it. */
  async markedText(): Promise<string> {
    return (await this.marks.allTextContents()).join('\n');
  }

  /** The selected pointer as a line of buttons. */
  get path(): Locator {
    return this.page.getByRole('navigation', { name: 'Selected place', exact: true });
  }

  /** The place on the other side, in the same line. */
  get linkedPlace(): Locator {
    return this.page.getByRole('navigation', { name: 'Linked place', exact: true }).getByRole('button');
  }

  /** The open documents in the list "Responses". */
  get openResponses(): Locator {
    return this.page.getByRole('listbox', { name: 'Responses', exact: true }).getByRole('option');
  }

  openResponse(name: string): Locator {
    return this.openResponses.filter({ hasText: name });
  }

  get progress(): Locator {
    return this.page.getByRole('progressbar', { name: 'Loading', exact: true });
  }
}
