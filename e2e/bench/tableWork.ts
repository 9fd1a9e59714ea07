// What a person does with the table of generations while the bench looks on: scroll to the end, select the last, sort by text, filter; and a search
// of the whole document. Each leaves a User Timing
// measure of the time in which its tasks are looked for. Knows the page by its roles.
import type { Page } from 'playwright';

export const tableMeasures = ['bench.scroll', 'bench.select', 'bench.sort', 'bench.filter', 'bench.search'] as const;

const scrollFrames = 120;

/** From the first row to the last in `scrollFrames` frames. */
export async function scrollTable(page: Page): Promise<void> {
  await page.getByRole('grid', { name: 'Generations', exact: true }).evaluate(
    (grid, [name, frames]) =>
      new Promise<void>((resolve) => {
        let area: Element | null = grid;
        while (
          area !== null &&
          (area.scrollHeight <= area.clientHeight + 1 || getComputedStyle(area).overflowY === 'visible')
        )
          area = area.parentElement;
        const step = (area?.scrollHeight ?? 0) / frames;
        const start = performance.now();
        let left = frames;
        const scroll = (): void => {
          area?.scrollBy(0, step);
          if (left-- > 0) requestAnimationFrame(scroll);
          else
            setTimeout(() => {
              performance.measure(name, { start, end: performance.now() });
              area?.scrollTo(0, 0);
              resolve();
            }, 300);
        };
        requestAnimationFrame(scroll);
      }),
    ['bench.scroll', scrollFrames] as const,
  );
}

/** Goes to the last row by key; milliseconds until it is selected and its text is drawn. */
export function selectLast(page: Page): Promise<number> {
  return page.getByRole('grid', { name: 'Generations', exact: true }).evaluate(
    (grid, name) =>
      new Promise<number>((resolve) => {
        const area = grid.closest<HTMLElement>('[tabindex="0"]') ?? (grid as HTMLElement);
        const last = grid.getAttribute('aria-rowcount');
        const text = () => document.querySelector('[data-testid="output-text"]')?.textContent;
        const before = text();
        const start = performance.now();
        const press = (key: string) =>
          area.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true }));
        press('End');
        const look = (): void => {
          const isThere = grid.querySelector(`[aria-rowindex="${last}"][aria-selected="true"]`) !== null;
          if ((isThere && text() !== before) || performance.now() - start > 20_000) {
            const end = performance.now();
            setTimeout(() => {
              performance.measure(name, { start, end: end + 200 });
              // What is measured next begins at the first row.
              press('Home');
              resolve(end - start);
            }, 300);
          } else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    'bench.select',
  );
}

/** Looks for a text that is not there in the whole document; milliseconds until that is known. */
export async function searchAll(page: Page): Promise<number> {
  await page.keyboard.press('ControlOrMeta+f');
  await page.getByRole('searchbox', { name: 'Search the document', exact: true }).fill('no such words at all');
  const handle = await page.waitForFunction(
    (name) => {
      const [found] = performance.getEntriesByName('inspector.search', 'measure');
      if (found) performance.measure(name, { start: found.startTime, end: found.startTime + found.duration });
      return found?.duration;
    },
    'bench.search',
    { timeout: 120_000 },
  );
  return (await handle.jsonValue()) ?? Number.NaN;
}

/** Presses the head of Output; milliseconds until other rows are painted. */
export async function sortTable(page: Page): Promise<number> {
  await watchTable(page, 'bench.sort', 'click');
  await page.getByRole('columnheader', { name: 'Output', exact: true }).click();
  return (await changesSeen(page, 'bench.sort')).firstMs;
}

/** Puts a text into the filter; milliseconds until the first matching rows, and until no more of them come. */
export async function filterTable(
  page: Page,
): Promise<{ readonly filterFirstMs: number; readonly filterAllMs: number }> {
  await watchTable(page, 'bench.filter', 'input');
  await page.getByRole('searchbox', { name: 'Filter generations', exact: true }).fill('lamp lamp');
  const { firstMs, lastMs } = await changesSeen(page, 'bench.filter');
  return { filterFirstMs: firstMs, filterAllMs: lastMs };
}

/** From the next event of this kind on, notes in which frames the table shows something else, until nothing changes for a while. */
function watchTable(page: Page, name: string, event: 'click' | 'input'): Promise<void> {
  return page.evaluate(
    ([measure, kind]) => {
      const seen = (): string => {
        const grid = document.querySelector('[role="grid"][aria-label="Generations"]');
        const row = grid?.querySelector('[role="row"][aria-rowindex="2"]');
        return `${grid?.getAttribute('aria-rowcount')} ${row?.textContent}`;
      };
      const begin = (): void => {
        removeEventListener(kind, begin, true);
        const start = performance.now();
        const before = seen();
        let last = before;
        let firstMs = 0;
        let lastMs = 0;
        const look = (): void => {
          const now = seen();
          const time = performance.now() - start;
          if (now !== last) {
            last = now;
            lastMs = time;
            if (firstMs === 0) firstMs = time;
          }
          // Nothing more comes, or nothing came at all.
          if (time - lastMs < 1500 || (lastMs === 0 && time < 20_000)) requestAnimationFrame(look);
          else performance.measure(measure, { start, end: start + lastMs + 200, detail: { firstMs, lastMs } });
        };
        requestAnimationFrame(look);
      };
      addEventListener(kind, begin, true);
    },
    [name, event] as const,
  );
}

async function changesSeen(page: Page, name: string): Promise<{ readonly firstMs: number; readonly lastMs: number }> {
  const handle = await page.waitForFunction(
    (wanted) => (performance.getEntriesByName(wanted, 'measure')[0] as PerformanceMeasure | undefined)?.detail,
    name,
    { timeout: 120_000 },
  );
  return (await handle.jsonValue()) as { firstMs: number; lastMs: number };
}
