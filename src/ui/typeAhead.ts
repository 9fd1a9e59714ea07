// Typing in a list leads to the option that begins so (WAI-ARIA Authoring Practices, listbox). Pure; knows no elements.

/** What was typed so far and when, in milliseconds of the event's clock. */
export interface Typed {
  readonly text: string;
  readonly atMs: number;
}

/** Who pauses for so long begins anew. */
const pauseMs = 700;

/** The part of a keyboard event that is looked at. */
interface TypedKey {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly timeStamp: number;
}

/** What is typed with this key; undefined where it writes nothing, or is a space that would begin. */
export function typedWith(before: Typed | undefined, event: TypedKey): Typed | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey || [...event.key].length !== 1) return undefined;
  const goesOn = before !== undefined && event.timeStamp - before.atMs < pauseMs;
  if (!goesOn && event.key === ' ') return undefined;
  return { text: `${goesOn ? before.text : ''}${event.key}`, atMs: event.timeStamp };
}

/**
 * The option of `count` that begins with what was typed, whatever its letters' case: from the one at `at` on and around the end, the next one for a
 * single letter or one that is repeated. Undefined where none does. `nameOf` gives undefined for one that is not known yet.
 */
export function placeTyped(
  { text }: Typed,
  at: number,
  count: number,
  nameOf: (at: number) => string | undefined,
): number | undefined {
  const [letter = ''] = text;
  const isOneLetter = [...text].every((one) => one === letter);
  const wanted = text.toLowerCase();
  const begins = (place: number, start: string): boolean => nameOf(place)?.toLowerCase().startsWith(start) === true;
  // One letter several times is that word where there is one, else a step for each.
  for (const start of isOneLetter ? [wanted, letter.toLowerCase()] : [wanted]) {
    const step = start.length === letter.length ? 1 : 0;
    for (let by = step; by < count + step; by++) {
      const place = (Math.max(0, at) + by) % count;
      if (begins(place, start)) return place;
    }
  }
  return undefined;
}
