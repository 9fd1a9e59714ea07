// Opens a container in the tree of the built page by its keys and jumps to the end of the tree: how long until a frame shows where that leads. Knows the
// tree by its roles.
import type { Page } from 'playwright';

export interface TreeWalk {
  /** What is opened, one below the other, by accessible name. */
  readonly open: readonly string[];
  /** Level and place of the row that End leads to. */
  readonly end: { readonly level: number; readonly position: number };
}

/** Milliseconds from the key to the frame behind which the first member of the last container, and the row at the end, are drawn with their values. */
export async function walkTree(page: Page, walk: TreeWalk): Promise<{ expandMs: number; jumpMs: number }> {
  await page.getByRole('treeitem', { name: walk.open[0] ?? '', exact: true }).click();
  let expandMs = 0;
  for (const name of walk.open) {
    expandMs = await pressUntil(page, 'ArrowRight', { level: levelOf(walk, name) + 1, position: 1 });
    await page.keyboard.press('ArrowRight');
  }
  return { expandMs, jumpMs: await pressUntil(page, 'End', walk.end) };
}

function levelOf({ open }: TreeWalk, name: string): number {
  return open.indexOf(name) + 1;
}

function pressUntil(page: Page, key: string, shown: { level: number; position: number }): Promise<number> {
  return page.evaluate(
    ([pressed, { level, position }]) =>
      new Promise<number>((resolve, reject) => {
        const tree = document.querySelector<HTMLElement>('[role="tree"]');
        const begin = performance.now();
        tree?.dispatchEvent(
          new KeyboardEvent('keydown', { key: pressed, code: pressed, bubbles: true, cancelable: true }),
        );
        const look = (): void => {
          const row = tree?.querySelector(`[aria-level="${level}"][aria-posinset="${position}"]`);
          // An en dash stands for a member that is not known yet.
          if (row && !row.textContent?.endsWith('–')) setTimeout(() => resolve(performance.now() - begin));
          else if (performance.now() - begin > 20_000) reject(new Error(`no row ${position} at level ${level}`));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    [key, shown] as const,
  );
}
