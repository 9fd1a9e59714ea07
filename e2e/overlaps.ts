// What is wrong with the looks of a page as it stands: things over each other, texts that are cut, controls outside of the window, lists without a
// row. Reads boxes and styles only; knows no part of the page by name.
import type { Page } from 'playwright/test';

/** What scrolls along with another part and cannot be scrolled by itself: it is no place where a text is cut. */
const following = '[data-testid="generation-totals"]';

/**
 * Faults in words, one each; none when all is well. What has just come or changed its size gets time to settle: a fault counts when it stays.
 * `frames`: how many frames it may take.
 */
export async function faultsOfLooks(page: Page, frames = 90): Promise<readonly string[]> {
  return await page.evaluate(findFaults, { frames, following });
}

/** Runs in the page, so that it can use nothing from outside of itself. */
async function findFaults(given: { readonly frames: number; readonly following: string }): Promise<readonly string[]> {
  const { frames, following } = given;
  interface Box {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  interface Thing {
    readonly element: Element;
    readonly box: Box;
    readonly words: string;
    readonly isControl: boolean;
    readonly layer: Element | undefined;
  }
  const controls =
    'button, a[href], input, select, textarea, summary, [role="button"], [role="tab"], [role="checkbox"], [role="radio"], [role="slider"], [role="separator"]';
  const lists = '[role="grid"], [role="tree"], [role="table"], [role="listbox"], [role="list"], ol, ul, table';
  const rows = '[role="row"], [role="treeitem"], [role="option"], [role="listitem"], li, tr';

  const common = (a: Box, b: Box): Box => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });
  const isSeen = (box: Box, least = 1) => box.right - box.left > least && box.bottom - box.top > least;

  const measure = (): readonly string[] => {
    const faults = new Set<string>();
    const styles = new Map<Element, CSSStyleDeclaration>();
    const styleOf = (element: Element): CSSStyleDeclaration => {
      const known = styles.get(element) ?? getComputedStyle(element);
      styles.set(element, known);
      return known;
    };
    const window: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    const clips = new Map<Element, Box>();
    /** The part of the window in which what stands in an element can be seen. */
    const clipIn = (element: Element): Box => {
      const known = clips.get(element);
      if (known) return known;
      const style = styleOf(element);
      // Children that are taken out of the flow are cut by where they are placed, not by where they stand.
      const parent = style.position === 'fixed' ? null : element.parentElement;
      let box = parent ? clipIn(parent) : window;
      if (element !== document.body && element !== document.documentElement) {
        const own = element.getBoundingClientRect();
        const isCut = style.clipPath !== 'none' || style.contain.includes('paint') || style.contain.includes('strict');
        if (isCut || style.overflowX !== 'visible')
          box = { ...box, left: Math.max(box.left, own.left), right: Math.min(box.right, own.right) };
        if (isCut || style.overflowY !== 'visible')
          box = { ...box, top: Math.max(box.top, own.top), bottom: Math.min(box.bottom, own.bottom) };
      }
      clips.set(element, box);
      return box;
    };
    const isHidden = (element: Element): boolean =>
      !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
      styleOf(element).clipPath === 'inset(50%)' ||
      element.closest('[inert]') !== null;
    /** What is there for assistive technology alone. */
    const isForEars = (element: Element): boolean => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const style = styleOf(at);
        if (
          style.position === 'absolute' &&
          at.clientWidth <= 1 &&
          at.clientHeight <= 1 &&
          style.overflowX !== 'visible'
        )
          return true;
      }
      return false;
    };
    /** The nearest surface that lies over what is below it on purpose. */
    const layerOf = (element: Element): Element | undefined => {
      for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
        const { position, backgroundColor } = styleOf(at);
        if (/sticky|fixed|absolute/.test(position) && !/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor)) return at;
      }
      return undefined;
    };
    const reach = (element: Element): boolean => {
      for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
        const style = styleOf(at);
        // What is clamped to some lines has its own way to the rest.
        if (style.webkitLineClamp !== 'none') return true;
        if (/auto|scroll/.test(style.overflowX) && at.scrollWidth > at.clientWidth) return true;
        if (/auto|scroll/.test(style.overflowY) && at.scrollHeight > at.clientHeight) return true;
      }
      return false;
    };
    const name = (element: Element): string => {
      const pane = element.closest('section[aria-label], dialog, header, footer, nav, main');
      const where = pane?.getAttribute('aria-label') ?? pane?.tagName.toLowerCase() ?? 'page';
      const own = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
      const kind =
        element.getAttribute('role') ?? `${element.tagName.toLowerCase()}.${[...element.classList].join('.')}`;
      return `${where}: ${kind} "${own.replace(/\s+/g, ' ').slice(0, 50)}"`;
    };
    const hasTip = (element: Element) =>
      element.closest('[title], [data-tip]') !== null || element.querySelector('[title], [data-tip]') !== null;

    /** What has no room leaves as a whole, into a line that is out of view, and a tooltip beside it says all of it. */
    const dropsWhole = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      return (
        styleOf(element).flexWrap === 'wrap' &&
        element.parentElement?.querySelector('[data-tip]') != null &&
        [...element.children].every((child) => {
          const { top, bottom, right } = child.getBoundingClientRect();
          return top >= box.bottom - 1 || (bottom <= box.bottom + 2 && right <= box.right + 1);
        })
      );
    };

    const things: Thing[] = [];
    for (const element of document.body.querySelectorAll(controls)) {
      if (isHidden(element) || isForEars(element)) continue;
      const own = element.getBoundingClientRect();
      if (!isSeen(own, 0)) continue;
      const parent = styleOf(element).position === 'fixed' ? null : element.parentElement;
      const box = common(own, parent ? clipIn(parent) : window);
      const isPart = box.right - box.left < own.width - 1.5 || box.bottom - box.top < own.height - 1.5;
      if (isPart && !reach(element)) faults.add(`out of view: ${name(element)}`);
      // A border that can be dragged is wider for the hand than it looks.
      if (!isSeen(box, 2) || element.getAttribute('role') === 'separator') continue;
      things.push({ element, box, words: name(element), isControl: true, layer: layerOf(element) });
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || (node.nodeValue ?? '').trim() === '' || element.closest('script, style, textarea, select'))
        continue;
      if (isHidden(element) || isForEars(element)) continue;
      range.selectNodeContents(node);
      // One control at most per text: what a control says lies on it.
      const aside = styleOf(element).position === 'absolute' ? 2 : 0;
      const rects = range.getClientRects();
      if (rects.length > 40) continue;
      for (const rect of rects) {
        const box = common(
          { left: rect.left - aside, right: rect.right + aside, top: rect.top, bottom: rect.bottom },
          clipIn(element),
        );
        if (isSeen(box, 2))
          things.push({ element, box, words: name(element), isControl: false, layer: layerOf(element) });
      }
    }
    things.sort((a, b) => a.box.top - b.box.top);
    for (let i = 0; i < things.length; i++) {
      const one = things[i] as Thing;
      for (let j = i + 1; j < things.length; j++) {
        const other = things[j] as Thing;
        if (other.box.top > one.box.bottom - 3) break;
        if (one.layer !== other.layer || one.element.contains(other.element) || other.element.contains(one.element))
          continue;
        // A box that is ticked lies below the words that say what it is for.
        const label = one.element.closest('label');
        if (label !== null && label === other.element.closest('label')) continue;
        // Two thumbs on one line.
        if (one.element.matches('[type="range"]') && other.element.matches('[type="range"]')) continue;
        const both = common(one.box, other.box);
        // Lines of text may touch by the parts of a letter that hang below it.
        const least = one.isControl && other.isControl ? 2 : 4;
        if (both.right - both.left <= 2 || both.bottom - both.top <= least) continue;
        const owner = one.element.closest(controls);
        if (
          owner !== null &&
          owner === other.element.closest(controls) &&
          !(one.isControl || other.isControl) &&
          styleOf(other.element).position !== 'absolute'
        )
          continue;
        const [first, second] = [one.words, other.words].sort();
        faults.add(`over each other: ${first} and ${second}`);
      }
    }

    for (const element of document.body.querySelectorAll('*')) {
      if (element.clientWidth <= 1 || element.closest('svg') !== null) continue;
      const style = styleOf(element);
      const isWide = element.scrollWidth > element.clientWidth + 1;
      const isHigh = element.scrollHeight > element.clientHeight + 2;
      if ((!isWide && !isHigh) || isHidden(element) || element.matches('input, textarea') || isForEars(element))
        continue;
      if (element.matches(following) || dropsWhole(element)) continue;
      if (!isSeen(common(element.getBoundingClientRect(), clipIn(element)), 2)) continue;
      if ((element.textContent ?? '').trim() === '') continue;
      const hides = (overflow: string) =>
        overflow === 'hidden' || overflow === 'clip' || (overflow !== 'visible' && style.scrollbarWidth === 'none');
      if (isWide && hides(style.overflowX) && style.textOverflow !== 'ellipsis' && !hasTip(element))
        faults.add(`cut at the side: ${name(element)}`);
      if (
        isHigh &&
        hides(style.overflowY) &&
        style.webkitLineClamp === 'none' &&
        element.querySelector('[data-more]') === null
      )
        faults.add(`cut below: ${name(element)}`);
    }

    for (const element of document.body.querySelectorAll(lists)) {
      if (isHidden(element) || isForEars(element) || element.getClientRects().length === 0) continue;
      const within = [...element.querySelectorAll(rows)].filter(
        (row) => row.querySelector('[role="columnheader"], th[scope="col"]') === null,
      );
      if (within.length === 0) continue;
      const clip = element.parentElement ? clipIn(element.parentElement) : window;
      // Where it begins at the edge of what scrolls, its first row is below that.
      if (!isSeen(common(element.getBoundingClientRect(), clip), 16) && reach(element)) continue;
      const seen = within.some((row) => {
        const box = row.getBoundingClientRect();
        const part = common(box, clipIn(row.parentElement ?? row));
        return isSeen(part, Math.min(10, box.height - 1));
      });
      if (!seen) faults.add(`no row in view: ${name(element)}`);
    }
    if (document.documentElement.scrollWidth > innerWidth) faults.add('the page scrolls sideways');
    return [...faults];
  };

  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await frame();
  await frame();
  let faults = measure();
  for (let waited = 0; faults.length > 0 && waited < frames; waited += 6) {
    for (let at = 0; at < 6; at++) await frame();
    faults = measure();
  }
  return faults;
}
