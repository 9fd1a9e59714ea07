// What axe finds on a part of the page, in light and in dark, as lines that a failing journey prints.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';

/** Empty when there is nothing to find. `within` is a selector. */
export async function axeFindings(page: Page, within: string): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const axe = new AxeBuilder({ page })
      .setLegacyMode()
      .options({ resultTypes: ['violations'] })
      .include(within);
    const { violations } = await axe.analyze();
    for (const { id, nodes } of violations) {
      for (const node of nodes)
        lines.push(`${colorScheme} ${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`);
    }
  }
  return lines;
}
