// What a person chose about one document: selection, comparison, sort, filter, tabs, expanded nodes. Everything else is derived.
// Pure transitions only; knows no store and no address bar.

import type { Granularity } from '../analysis/align/tokens.ts';
import type { Brushes } from '../analysis/brushes.ts';
import type { Pin } from '../analysis/pins.ts';
import type { AnswerRule } from '../analysis/vote/answerRule.ts';
import type { PassedBy } from '../analysis/vote/passedBy.ts';
import { isWithin, type Pointer, pointerOf } from '../json/pointer.ts';
import type { PaneId } from './panes.ts';

export const generationTabs = ['output', 'tokens', 'inputs', 'messages', 'tools', 'json'] as const;
export type GenerationTab = (typeof generationTabs)[number];

export const compareTabs = [
  'consensus',
  'aligned',
  'distinct',
  'similarity',
  'fields',
  'branches',
  'vote',
  'expected',
] as const;
export type CompareTab = (typeof compareTabs)[number];

/** What of each generation is compared: what it says, or what the model thought before. */
export const comparedParts = ['answer', 'reasoning'] as const;
export type ComparedPart = (typeof comparedParts)[number];

export const granularities = ['word', 'character', 'sentence', 'line'] as const satisfies readonly Granularity[];

/** What a comparison does not count as a difference. */
export const ignorables = ['case', 'white space', 'punctuation'] as const;
export type Ignorable = (typeof ignorables)[number];

/** How answers are put into groups: equal bytes, equal but for what is said, similar. */
export const groupings = ['bytes', 'normalised', 'clusters'] as const;
export type Grouping = (typeof groupings)[number];

export const columnIds = [
  'index',
  'response',
  'prompt',
  'output',
  'pattern1',
  'pattern2',
  'pattern3',
  'finish',
  'tokens',
  'characters',
  'surprisal',
  'logprob',
  'perplexity',
  'lowest',
  'lowest16',
  'below',
  'total',
  'link',
  'config',
  'id',
  'star',
  'note',
] as const;
export type ColumnId = (typeof columnIds)[number];

export const patternColumns = ['pattern1', 'pattern2', 'pattern3'] as const satisfies readonly ColumnId[];

export const patternShows = ['all', 'matching', 'other'] as const;

/** A regular expression over outputs. */
export interface OwnPattern {
  readonly source: string;
  /** Whether it narrows the table to the outputs that it matches, or to the others. */
  readonly shows: (typeof patternShows)[number];
}

/** What makes samples of several responses one group: what the file says, equal prompts, their response, nothing. */
export const groupRules = ['recorded', 'prompt', 'response', 'none'] as const;
export type GroupRule = (typeof groupRules)[number];

export interface SortKey {
  readonly column: ColumnId;
  readonly isDescending: boolean;
}

export interface View {
  readonly selection: Pointer;
  /** Positions in `data` that are being compared, ascending. */
  readonly chosen: readonly number[];
  /** Position of the generation that the others are compared with; the first chosen one when absent. */
  readonly baseline?: number;
  readonly isComparing: boolean;
  /** What differs between the calls of several responses is on screen. */
  readonly areCallsShown: boolean;
  /** As the person chose it; absent until then: what is known says which holds (`sampleGroups.ts`). */
  readonly groupRule?: GroupRule;
  /** Numbers of responses in the order that the person gave them; empty for that of the document. */
  readonly responseOrder: readonly number[];
  /** As the person chose it; absent until then: the answers say which comes first (`firstTab.ts`). */
  readonly compareTab?: CompareTab;
  /** Where fewer than two give their reasoning, the answers are compared whatever this says. */
  readonly comparedPart: ComparedPart;
  readonly granularity: Granularity;
  readonly ignored: readonly Ignorable[];
  readonly grouping: Grouping;
  /** What "normalised" groups do not count as a difference. */
  readonly normalised: readonly Ignorable[];
  /** Similarity from which on answers are one cluster, in hundredths. */
  readonly clusterFrom: number;
  /** What of a sample counts as its answer in a vote; absent until a person chooses: then a suggestion holds. */
  readonly answerRule?: AnswerRule;
  /** What says whether a sample passes; absent until a person chooses. */
  readonly passedBy?: PassedBy;
  /** The pane that the person works in: fills the screen where there is room for one only. */
  readonly pane: PaneId;
  readonly tab: GenerationTab;
  readonly sort: readonly SortKey[];
  readonly filter: string;
  readonly isCaseMatched: boolean;
  /** The filter is a regular expression. */
  readonly isPattern: boolean;
  /** Figures that the table is narrowed to. */
  readonly brushes: Brushes;
  /** Patterns of the person's own, each a column; at most as many as there are such columns. */
  readonly ownPatterns: readonly OwnPattern[];
  /** Links that the person set over the found ones; the last of a generation holds. */
  readonly pins: readonly Pin[];
  /** Containers of the tree that were opened by hand; the ones above the selection are open without being listed. */
  readonly expanded: ReadonlySet<Pointer>;
  /** Containers that were closed by hand although they lie above the selection. */
  readonly collapsed: ReadonlySet<Pointer>;
}

export const firstGeneration = pointerOf('data', 0);

export const defaultView: View = {
  selection: firstGeneration,
  chosen: [],
  isComparing: false,
  areCallsShown: false,
  responseOrder: [],
  comparedPart: 'answer',
  granularity: 'word',
  ignored: [],
  grouping: 'bytes',
  normalised: ['case', 'white space'],
  clusterFrom: 70,
  pane: 'generations',
  tab: 'output',
  sort: [],
  filter: '',
  isCaseMatched: false,
  isPattern: false,
  brushes: {},
  ownPatterns: [],
  pins: [],
  expanded: new Set(),
  collapsed: new Set(),
};

/** Moves the selection; what was closed above the new place opens again. */
export function select(view: View, selection: Pointer, shownInTree: Pointer): View {
  const collapsed = [...view.collapsed].filter(
    (closed) => !isWithin(selection, closed) && !isWithin(shownInTree, closed),
  );
  return {
    ...view,
    selection,
    collapsed: collapsed.length === view.collapsed.size ? view.collapsed : new Set(collapsed),
  };
}

export function setExpanded(view: View, pointers: readonly Pointer[], isExpanded: boolean): View {
  const expanded = new Set(view.expanded);
  const collapsed = new Set(view.collapsed);
  for (const pointer of pointers) {
    if (isExpanded) {
      expanded.add(pointer);
      collapsed.delete(pointer);
    } else {
      expanded.delete(pointer);
      collapsed.add(pointer);
    }
  }
  return { ...view, expanded, collapsed };
}

/** Adds a generation to the comparison or takes it out; two or more open the comparison, fewer close it. */
export function toggleChosen(view: View, position: number): View {
  return choose(
    view,
    view.chosen.includes(position) ? view.chosen.filter((p) => p !== position) : [...view.chosen, position],
  );
}

export function choose(view: View, positions: readonly number[]): View {
  const chosen = [...new Set(positions)].sort((a, b) => a - b);
  const { baseline, ...rest } = view;
  const kept = baseline !== undefined && chosen.includes(baseline) ? { baseline } : {};
  const isComparing = chosen.length >= 2 && (view.isComparing || chosen.length > view.chosen.length);
  return { ...rest, ...kept, chosen, isComparing };
}

/** Chooses these, two or more, and shows Compare. */
export function compareOnly(view: View, positions: readonly number[]): View {
  return { ...choose(view, positions), isComparing: true };
}

/** Shows Compare: with what is chosen, or with these where that is fewer than two. */
export function openCompare(view: View, otherwise: readonly number[]): View {
  const next = view.chosen.length >= 2 ? view : choose(view, otherwise);
  return next.chosen.length < 2 ? view : { ...next, isComparing: true, pane: 'compare' };
}

export function closeCompare(view: View): View {
  return { ...view, isComparing: false, pane: 'generations' };
}

export function setBaseline(view: View, position: number): View {
  const chosen = view.chosen.includes(position) ? view.chosen : [...view.chosen, position].sort((a, b) => a - b);
  return { ...view, chosen, baseline: position };
}

/** A click on a column head: ascending, descending, none. With `isAdding` the other keys stay and this one follows them. */
export function sortBy(view: View, column: ColumnId, isAdding: boolean): View {
  const current = view.sort.find((key) => key.column === column);
  const next: SortKey | undefined =
    current === undefined
      ? { column, isDescending: false }
      : current.isDescending
        ? undefined
        : { column, isDescending: true };
  const others = isAdding ? view.sort : [];
  const replaced = others.some((key) => key.column === column)
    ? others.flatMap((key) => (key.column === column ? (next ? [next] : []) : [key]))
    : [...others, ...(next ? [next] : [])];
  return { ...view, sort: replaced };
}
