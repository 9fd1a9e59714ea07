// What a person set once and expects to find again: theme, pane sizes, switches. In localStorage, parsed on the way in; a bad value
// becomes its default and never an error. Holds nothing of a document.

import * as v from 'valibot';
import { columnIds } from './view.ts';

const sizes = v.record(v.string(), v.record(v.string(), v.pipe(v.number(), v.minValue(0), v.maxValue(100))));

const preferencesSchema = v.object({
  theme: v.fallback(v.picklist(['system', 'light', 'dark']), 'system'),
  isWrapping: v.fallback(v.boolean(), true),
  areInvisiblesShown: v.fallback(v.boolean(), true),
  isSourceWrapping: v.fallback(v.boolean(), false),
  hasSingleKeys: v.fallback(v.boolean(), true),
  hiddenColumns: v.fallback(v.array(v.picklist(columnIds)), ['config', 'id']),
  /** Pixels by column. */
  columnWidths: v.fallback(v.record(v.string(), v.pipe(v.number(), v.minValue(24), v.maxValue(4000))), {}),
  /** Percent by panel, by group of panels. */
  paneSizes: v.fallback(sizes, {}),
  areHistogramsShown: v.fallback(v.boolean(), false),
  closedPanes: v.fallback(v.array(v.string()), []),
});

export type Preferences = Readonly<v.InferOutput<typeof preferencesSchema>>;
export type Theme = Preferences['theme'];

const key = 'completion-inspector.preferences.v1';

export const defaultPreferences: Preferences = v.parse(preferencesSchema, {});

export function parsePreferences(text: string | null): Preferences {
  if (text === null) return defaultPreferences;
  try {
    const parsed = v.safeParse(preferencesSchema, JSON.parse(text));
    return parsed.success ? parsed.output : defaultPreferences;
  } catch {
    return defaultPreferences;
  }
}

export function loadPreferences(): Preferences {
  try {
    return parsePreferences(localStorage.getItem(key));
  } catch {
    return defaultPreferences;
  }
}

/** Storage may be full or forbidden: the preferences then last as long as the page. */
export function savePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(key, JSON.stringify(preferences));
  } catch {
    // Nothing to do: the person sees the same page, only not after a reload.
  }
}
