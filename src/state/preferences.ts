// What a person set once and expects to find again: theme, pane sizes, switches. In localStorage, parsed on the way in; a bad value
// becomes its default and never an error. Holds nothing of a document.

import * as v from 'valibot';
import { measures } from '../analysis/probability/measureNames.ts';
import { answerKinds } from './firstTab.ts';
import { columnIds, compareTabs } from './view.ts';

const sizes = v.record(v.string(), v.record(v.string(), v.pipe(v.number(), v.minValue(0), v.maxValue(100))));

const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const price = v.object({
  currency: v.pipe(v.string(), v.minLength(1), v.maxLength(8)),
  prompt: amount,
  generation: amount,
  cached: v.exactOptional(amount),
});

const preferencesSchema = v.object({
  theme: v.fallback(v.picklist(['system', 'light', 'dark']), 'system'),
  isWrapping: v.fallback(v.boolean(), true),
  areInvisiblesShown: v.fallback(v.boolean(), true),
  /** Outputs are shown rendered as Markdown. */
  isMarkdownShown: v.fallback(v.boolean(), false),
  /** All facts of a generation stand above its output, not only the line of them. */
  areFactsOpen: v.fallback(v.boolean(), false),
  isSourceWrapping: v.fallback(v.boolean(), false),
  hasSingleKeys: v.fallback(v.boolean(), true),
  compareLayout: v.fallback(v.picklist(['columns', 'stacked']), 'columns'),
  /** Which tab of Compare comes first, by kind of answer, as the person chose it last. */
  comparisonTabs: v.fallback(v.record(v.picklist(answerKinds), v.picklist(compareTabs)), {}),
  isSharedHighlighted: v.fallback(v.boolean(), false),
  areDifferencesListed: v.fallback(v.boolean(), true),
  /** In which order the table of differences is. */
  differenceOrder: v.fallback(v.picklist(['contested', 'text']), 'contested'),
  /** In a text with its forks, what was expected stands beside what was said. */
  areOddsShown: v.fallback(v.boolean(), false),
  /** Bands of Branches are as thick as the model held their text likely. */
  areBandsOdds: v.fallback(v.boolean(), false),
  hiddenColumns: v.fallback(v.array(v.picklist(columnIds)), ['config', 'id']),
  /** Shown even where there is little room for them. */
  shownColumns: v.fallback(v.array(v.picklist(columnIds)), []),
  /** As a person moved them; the usual order when empty. */
  columnOrder: v.fallback(v.array(v.picklist(columnIds)), []),
  /** Ids of checks whose findings are not listed. */
  mutedChecks: v.fallback(v.array(v.pipe(v.string(), v.regex(/^HL\d{3}$/))), []),
  /** Pixels by column. */
  columnWidths: v.fallback(v.record(v.string(), v.pipe(v.number(), v.minValue(24), v.maxValue(4000))), {}),
  /** Per million tokens, by the name of a model, as the person entered them. */
  prices: v.fallback(v.record(v.string(), v.fallback(v.optional(price), undefined)), {}),
  /** Percent by panel, by group of panels. */
  paneSizes: v.fallback(sizes, {}),
  /** Documents that are closed stay in the browser, to be opened again. */
  isHistoryKept: v.fallback(v.boolean(), false),
  /** What tokens are coloured by. */
  tokenMeasure: v.fallback(v.picklist(measures), 'probability'),
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
