// Which token stands above or below another one, by where they are drawn. Knows elements with `data-at`, nothing of tokens.

/** The place of the token nearest to it on the next line (1) or the line before (-1); its own where there is no such line. */
export function tokenOnLine(list: HTMLElement, at: number, step: 1 | -1): number {
  const all = [...list.querySelectorAll<HTMLElement>('[data-at]')];
  const from = all.findIndex((element) => Number(element.dataset.at) === at);
  const own = all[from] && boxOf(all[from]);
  if (own === undefined) return at;
  const middle = own.left + own.width / 2;
  let line: number | undefined;
  let best = at;
  let least = Number.POSITIVE_INFINITY;
  for (let next = from + step; next >= 0 && next < all.length; next += step) {
    const element = all[next] as HTMLElement;
    const box = boxOf(element);
    const isBeyond = step > 0 ? box.top >= own.bottom - 2 : box.bottom <= own.top + 2;
    if (!isBeyond) continue;
    line ??= box.top;
    if (Math.abs(box.top - line) > box.height / 2) break;
    const distance = Math.abs(box.left + box.width / 2 - middle);
    if (distance < least) {
      least = distance;
      best = Number(element.dataset.at);
    }
  }
  return best;
}

/** The first line of an element that may be broken over several. */
function boxOf(element: HTMLElement): DOMRect {
  return element.getClientRects()[0] ?? element.getBoundingClientRect();
}
