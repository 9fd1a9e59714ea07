// The view in the address bar: `#v1&doc=…&at=…&…`. Total both ways: an unknown key or a bad value becomes the default.
// Never holds text of a document; knows no store and no window.

import { type Brushes, finishGroups, type NumberRange } from '../analysis/brushes.ts';
import { longestPattern } from '../analysis/capture.ts';
import { figureIds } from '../analysis/probability/figureIds.ts';
import { parseRule, ruleText } from '../analysis/vote/answerRule.ts';
import { parsePassed, passedText } from '../analysis/vote/passedBy.ts';
import { type Pointer, parsePointer } from '../json/pointer.ts';
import { paneIds } from './panes.ts';
import {
  type ColumnId,
  columnIds,
  comparedParts,
  compareTabs,
  defaultView,
  generationTabs,
  granularities,
  groupings,
  groupRules,
  type Ignorable,
  ignorables,
  type OwnPattern,
  patternColumns,
  patternShows,
  type SortKey,
  type View,
} from './view.ts';

/** Longer pointers, filters and lists of what is chosen are left out of the address. */
const longest = 2000;

export interface Address {
  readonly document?: string;
  readonly view: View;
}

/** `#v1&doc=k3x9&at=%2Fdata%2F0&sel=0,2&sort=-tokens` — `doc` and `at` always, the rest where it is not the default. */
export function encodeHash(document: string | undefined, view: View): string {
  const parts = ['#v1'];
  const put = (key: string, value: string) => parts.push(`${key}=${encodeURIComponent(value)}`);
  if (document !== undefined) put('doc', document);
  if (view.selection.length <= longest) put('at', view.selection);
  const chosen = ranges(view.chosen);
  if (chosen !== '' && chosen.length <= longest) parts.push(`sel=${chosen}`);
  if (view.baseline !== undefined) parts.push(`base=${view.baseline}`);
  if (view.isComparing) parts.push('compare=1');
  if (view.areCallsShown) parts.push('calls=1');
  if (view.groupRule !== undefined) put('rule', view.groupRule);
  if (view.compareTab !== undefined) put('way', view.compareTab);
  if (view.comparedPart !== defaultView.comparedPart) put('part', view.comparedPart);
  if (view.granularity !== defaultView.granularity) put('by', view.granularity);
  if (view.ignored.length > 0) put('ignore', view.ignored.join(','));
  if (view.grouping !== defaultView.grouping) put('group', view.grouping);
  if (view.normalised.join() !== defaultView.normalised.join()) put('same', view.normalised.join(','));
  if (view.clusterFrom !== defaultView.clusterFrom) parts.push(`near=${view.clusterFrom}`);
  if (view.answerRule !== undefined) put('ans', ruleText(view.answerRule));
  if (view.passedBy !== undefined) put('pass', passedText(view.passedBy));
  if (view.pane !== defaultView.pane) put('pane', view.pane);
  if (view.tab !== defaultView.tab) put('tab', view.tab);
  if (view.sort.length > 0) {
    parts.push(`sort=${view.sort.map((key) => (key.isDescending ? '-' : '') + key.column).join(',')}`);
  }
  if (view.filter !== '' && view.filter.length <= longest) put('q', view.filter);
  if (view.isCaseMatched) parts.push('case=1');
  if (view.isPattern) parts.push('regex=1');
  const { characters, tokens, finish, responses, prompts, without } = view.brushes;
  if (characters) parts.push(`chars=${characters.from}-${characters.to}`);
  if (tokens) parts.push(`toks=${tokens.from}-${tokens.to}`);
  if (finish) parts.push(`ends=${finish.join(',')}`);
  const ofResponses = responses && ranges(responses);
  if (ofResponses !== undefined && ofResponses.length <= longest) parts.push(`of=${ofResponses}`);
  const leftOut = without && ranges(without);
  if (leftOut !== undefined && leftOut.length <= longest) parts.push(`out=${leftOut}`);
  const order = view.responseOrder.join(',');
  if (order !== '' && order.length <= longest) parts.push(`order=${order}`);
  const ofPrompts = prompts && ranges(prompts);
  if (ofPrompts !== undefined && ofPrompts.length <= longest) parts.push(`asked=${ofPrompts}`);
  for (const id of figureIds) {
    const brush = view.brushes[id];
    if (brush) parts.push(`f.${id}=${brush.from}..${brush.to}`);
  }
  view.ownPatterns.forEach(({ source, shows }, at) => {
    if (source.length <= longestPattern) put(`pat${at + 1}`, `${shows}:${source}`);
  });
  return parts.join('&');
}

export function decodeHash(hash: string): Address {
  const [version, ...pairs] = hash.replace(/^#/, '').split('&');
  if (version !== 'v1') return { view: defaultView };
  const values = new Map<string, string>();
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const value = at < 0 ? undefined : decoded(pair.slice(at + 1));
    if (value !== undefined) values.set(pair.slice(0, at), value);
  }
  const document = values.get('doc');
  const chosen = positions(values.get('sel') ?? '');
  const baseline = position(values.get('base'));
  const answerRule = parseRule(values.get('ans') ?? '');
  const passedBy = parsePassed(values.get('pass') ?? '');
  const groupRule = oneOf(groupRules, values.get('rule'));
  const compareTab = oneOf(compareTabs, values.get('way'));
  return {
    ...(document !== undefined && /^[\w-]{1,64}$/.test(document) ? { document } : {}),
    view: {
      ...defaultView,
      selection: pointerValue(values.get('at')) ?? defaultView.selection,
      chosen,
      ...(baseline !== undefined && chosen.includes(baseline) ? { baseline } : {}),
      isComparing: values.get('compare') === '1' && chosen.length >= 2,
      areCallsShown: values.get('calls') === '1',
      ...(groupRule && { groupRule }),
      responseOrder: inThisOrder(values.get('order') ?? ''),
      ...(compareTab && { compareTab }),
      comparedPart: oneOf(comparedParts, values.get('part')) ?? defaultView.comparedPart,
      granularity: oneOf(granularities, values.get('by')) ?? defaultView.granularity,
      ignored: ignorablesOf(values.get('ignore')) ?? defaultView.ignored,
      grouping: oneOf(groupings, values.get('group')) ?? defaultView.grouping,
      normalised: ignorablesOf(values.get('same')) ?? defaultView.normalised,
      clusterFrom: hundredths(values.get('near')) ?? defaultView.clusterFrom,
      ...(answerRule && { answerRule }),
      ...(passedBy && { passedBy }),
      pane: oneOf(paneIds, values.get('pane')) ?? defaultView.pane,
      tab: oneOf(generationTabs, values.get('tab')) ?? defaultView.tab,
      sort: sortKeys(values.get('sort') ?? ''),
      filter: values.get('q') ?? '',
      isCaseMatched: values.get('case') === '1',
      isPattern: values.get('regex') === '1',
      brushes: brushes(values),
      ownPatterns: patternColumns.flatMap((_, at) => ownPattern(values.get(`pat${at + 1}`)) ?? []),
    },
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function oneOf<T extends string>(all: readonly T[], text: string | undefined): T | undefined {
  return all.find((one) => one === text);
}

function pointerValue(text: string | undefined): Pointer | undefined {
  return text === undefined || text.length > longest ? undefined : parsePointer(text);
}

function ignorablesOf(text: string | undefined): readonly Ignorable[] | undefined {
  return text === undefined ? undefined : ignorables.filter((one) => text.split(',').includes(one));
}

function hundredths(text: string | undefined): number | undefined {
  return text !== undefined && /^(\d{1,2}|100)$/.test(text) ? Number(text) : undefined;
}

function position(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** `0-3,7` for 0, 1, 2, 3, 7. */
function ranges(sorted: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < sorted.length; ) {
    let end = i;
    while (end + 1 < sorted.length && sorted[end + 1] === (sorted[end] ?? 0) + 1) end++;
    parts.push(end > i + 1 ? `${sorted[i]}-${sorted[end]}` : sorted.slice(i, end + 1).join(','));
    i = end + 1;
  }
  return parts.join(',');
}

function positions(text: string): readonly number[] {
  const all = new Set<number>();
  for (const part of text.split(',')) {
    const [, first, last] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(part) ?? [];
    if (first === undefined) continue;
    const end = Math.min(Number(last ?? first), Number(first) + 10_000);
    for (let at = Number(first); at <= end; at++) all.add(at);
  }
  return [...all].sort((a, b) => a - b);
}

/** `3,0,1`: each number once, as they stand. */
function inThisOrder(text: string): readonly number[] {
  return [...new Set(text.split(',').flatMap((part) => position(part) ?? []))];
}

function sortKeys(text: string): readonly SortKey[] {
  const keys: SortKey[] = [];
  for (const part of text.split(',')) {
    const column: ColumnId | undefined = oneOf(columnIds, part.replace(/^-/, ''));
    if (column && !keys.some((key) => key.column === column)) keys.push({ column, isDescending: part.startsWith('-') });
  }
  return keys;
}

function brushes(values: ReadonlyMap<string, string>): Brushes {
  const characters = range(values.get('chars'));
  const tokens = range(values.get('toks'));
  const ends = values.get('ends')?.split(',');
  const responses = values.get('of');
  const prompts = values.get('asked');
  const without = values.get('out');
  const figures = Object.fromEntries(
    figureIds.flatMap((id) => {
      const brush = figureRange(values.get(`f.${id}`));
      return brush === undefined ? [] : [[id, brush]];
    }),
  );
  return {
    ...(characters && { characters }),
    ...(tokens && { tokens }),
    ...(responses !== undefined && { responses: positions(responses) }),
    ...(without !== undefined && { without: positions(without) }),
    ...(prompts !== undefined && { prompts: positions(prompts) }),
    ...(ends && { finish: finishGroups.filter((group) => ends.includes(group)) }),
    ...figures,
  };
}

function range(text: string | undefined): NumberRange | undefined {
  const [, from, to] = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? '') ?? [];
  return from === undefined || to === undefined || Number(from) > Number(to)
    ? undefined
    : { from: Number(from), to: Number(to) };
}

/** Whole units, which may be negative. */
function figureRange(text: string | undefined): NumberRange | undefined {
  const [, from, to] = /^(-?\d{1,15})\.\.(-?\d{1,15})$/.exec(text ?? '') ?? [];
  return from === undefined || to === undefined || Number(from) > Number(to)
    ? undefined
    : { from: Number(from) + 0, to: Number(to) + 0 };
}

function ownPattern(text: string | undefined): OwnPattern | undefined {
  const [, word, source] = /^(\w+):(.+)$/s.exec(text ?? '') ?? [];
  const shows = oneOf(patternShows, word);
  return shows === undefined || source === undefined || source.length > longestPattern ? undefined : { source, shows };
}
